import { CalqueError, type LexiconItem } from '../../model/model.js';
import { type Input, type LexiconPart, type LexiconReader, type ReadOptions, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import { attributeOf, elementsWithin, firstIn, textOf, type XmlElement, xmlElements } from '../xml-element.js';
import { writtenLanguage } from './by-language.js';
import { takeMessage } from './po.js';

/** Translated user interfaces as translators exchange them; what holds for gettext's messages holds for these. */
export const xliff: LexiconReader = {
  id: 'xliff',
  title: 'Localisation file (XLIFF 1.2 and 2): short messages only',
  extensions: ['xlf', 'xliff'],
  specification: 'https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html',
  carries: ['translations'],
  sniff: ({ head }) => (rootName(head) === 'xliff' ? 1 : 0),
  async open(input, options) {
    const to = targetOf(input, options);
    return { ...SILENT, kind: 'lexicon', direction: 'said', parts: readParts(input, to) };
  },
};

/** Languages stand on `<file>` (1.2) or on the root (2): in front of all messages. */
function targetOf({ file, head }: Input, options: ReadOptions): string {
  const stated = (names: string) =>
    writtenLanguage(new RegExp(`\\s(?:${names})\\s*=\\s*["']([^"']*)`).exec(head)?.[1] ?? '');
  const from = options.from ?? stated('source-language|srcLang') ?? 'en';
  const to = options.to ?? stated('target-language|trgLang');
  if (from !== 'en') {
    throw new CalqueError('input', `translates from ${from}, and only messages in English are read`, {
      place: { file },
      suggestions: ['use --from en if its source language is English all the same'],
    });
  }
  if (to !== undefined && to !== 'en') return to;
  throw new CalqueError('input', 'does not say into which language it translates', {
    place: { file },
    suggestions: ['name it: --to sw'],
  });
}

async function* readParts(input: Input, to: string): AsyncGenerator<LexiconPart> {
  for await (const elements of xmlElements(input, ['trans-unit', 'segment'])) {
    const items: LexiconItem[] = [];
    for (const element of elements) takeUnit(items, element, to);
    yield { from: 'en', to, items };
  }
}

/** Inline elements stand for markup and for what a program fills in. */
const INLINE = ['x', 'ph', 'g', 'pc', 'bx', 'ex', 'bpt', 'ept', 'it', 'sc', 'ec', 'mrk'];

function takeUnit(items: LexiconItem[], unit: XmlElement, to: string): void {
  const [source, target] = [firstIn(unit, 'source'), firstIn(unit, 'target')];
  const [id, text] = [textOf(source), textOf(target)];
  if (elementsWithin(source, ...INLINE).length > 0 || elementsWithin(target, ...INLINE).length > 0) {
    items.push(rejection(unit.line, 'holds placeholders or markup', `${id}\t${text}`));
    return;
  }
  const state = attributeOf(target, 'state') || attributeOf(unit, 'state');
  const fuzzy = /^(new|needs-|initial)/.test(state) || attributeOf(unit, 'approved') === 'no';
  const message = { line: unit.line, id, text, fuzzy, obsolete: false, pluralId: '', forms: [] };
  const before = items.length;
  takeMessage(items, message, { to, names: false });
  if (items.length === before) items.push(rejection(unit.line, 'a side is empty', `${id}\t${text}`));
}
