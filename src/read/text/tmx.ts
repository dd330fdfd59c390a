import { resolveLanguage } from '../../languages/languages.js';
import type { TextRecord } from '../../model/model.js';
import { ItemsByLanguage } from '../lexicon/by-language.js';
import { variantsOf } from '../lexicon/tmx.js';
import { type Input, type ReadOptions, SILENT, type TextPart, type TextReader } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import { attributeOf, firstIn, type XmlElement, xmlElements, xmlRoot } from '../xml-element.js';
import { takeSentencePair } from './sentence.js';

/** Translation memories: all units, of whatever length. */
export const tmx: TextReader = {
  id: 'tmx',
  title: 'Translation memory (TMX): all units, sentences too',
  extensions: ['tmx'],
  specification: 'https://www.gala-global.org/tmx-14b',
  carries: ['sentence pairs', 'many languages'],
  sniff: ({ head }) => (rootName(head) === 'tmx' ? 1 : 0),
  async open(input, options) {
    return { ...SILENT, parts: readParts(input, options) };
  },
};

async function* readParts(input: Input, options: ReadOptions): AsyncGenerator<TextPart> {
  const from = options.from ?? originOf(input);
  const found = new ItemsByLanguage<TextRecord>(from, options.to);
  for await (const elements of xmlElements(input, ['tu'])) {
    for (const element of elements) takeUnit(found, element, from);
    yield* found.parts();
  }
  yield* found.end();
}

/** English where the file does not say from which language it was translated, or says it of each unit. */
function originOf(input: Input): string {
  const header = firstIn(xmlRoot(input, ['tu']), 'header');
  const said = attributeOf(header, 'srclang');
  return said === '*all*' ? 'en' : (resolveLanguage(said) ?? 'en');
}

function takeUnit(found: ItemsByLanguage<TextRecord>, unit: XmlElement, from: string): void {
  const variants = variantsOf(unit);
  const origin = variants.find(({ language }) => language === from);
  let taken = false;
  for (const { line, language, text } of variants) {
    const items = language === undefined || language === from ? undefined : found.of(language);
    if (!items || !origin) continue;
    taken = true;
    takeSentencePair(items, { line, from: origin.text, to: text });
  }
  if (taken) return;
  const reason = origin ? 'the unit is in one language' : `the unit is not in ${from}`;
  found.reject(rejection(unit.line, reason, variants.map(({ text }) => text).join(' : ')));
}
