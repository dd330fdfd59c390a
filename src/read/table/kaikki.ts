import { resolveLanguage } from '../../languages/languages.js';
import type { CellItem } from '../../model/model.js';
import { type JsonObject, objectsOf, parseJsonObject, textOf, textsOf } from '../json.js';
import { likenessToKaikki } from '../lexicon/kaikki.js';
import { faultOf, needsOf } from '../lexicon/tidy.js';
import { lineBatches } from '../lines.js';
import type { Input, TableReader } from '../reader.js';
import { rejection } from '../reject.js';
import { Remarks } from '../remarks.js';
import { tableLanguage } from './language.js';
import { bundleOfTags, faultOfTags, partOfSpeechNamed } from './wiktionary-tags.js';
import { faultOfCell, tableWord } from './word.js';

/** The forms that Wiktionary's tables of inflection give, as wiktextract takes them out. */
export const kaikkiForms: TableReader = {
  id: 'kaikki',
  title: 'Forms of Wiktionary as JSON lines (wiktextract, kaikki.org)',
  extensions: ['jsonl', 'json'],
  specification: 'https://kaikki.org/dictionary/errors/mapping/index.html',
  carries: ['inflected forms', 'feature bundles'],
  // Entries without forms are a lexicon all the same.
  sniff: (input) => (likenessToKaikki(input) > 0 ? (/"forms"\s*:/.test(input.head) ? 1 : 0.5) : 0),
  async open(input, options) {
    const remarks = new Remarks();
    const inside = resolveLanguage(/"lang_code"\s*:\s*"([^"]+)"/.exec(input.head)?.[1] ?? '');
    const language = tableLanguage(input, options, inside);
    return {
      title: 'Wiktionary, extracted by wiktextract',
      licence: '',
      citation: 'https://kaikki.org',
      language,
      batches: readCells(input, language, remarks),
      remarks: () => remarks.list(),
    };
  },
};

async function* readCells(input: Input, language: string, remarks: Remarks): AsyncGenerator<CellItem[]> {
  for await (const { first, lines } of lineBatches(input)) {
    const items: CellItem[] = [];
    for (const [index, text] of lines.entries()) {
      if (text.trim() !== '') takeLine(items, { line: first + index, text, language, remarks });
    }
    yield items;
  }
}

interface Line {
  readonly line: number;
  readonly text: string;
  readonly language: string;
  readonly remarks: Remarks;
}

function takeLine(items: CellItem[], { line, text, language, remarks }: Line): void {
  const entry = parseJsonObject(text);
  const lemma = entry ? tableWord(textOf(entry, 'word')) : '';
  if (!entry || lemma === '') {
    items.push(rejection(line, entry ? 'the entry has no headword' : 'not a JSON object', text));
    return;
  }
  const tag = resolveLanguage(textOf(entry, 'lang_code')) ?? resolveLanguage(textOf(entry, 'lang'));
  if (tag !== language) {
    // Entries of other languages were not asked for: they are neither taken nor refused.
    remarks.add(line, `entries of ${textOf(entry, 'lang') || 'an unknown language'} were read past`);
    return;
  }
  const forms = objectsOf(entry, 'forms');
  if (forms.length === 0) items.push(rejection(line, 'the entry has no forms', lemma));
  const pos = partOfSpeechNamed(textOf(entry, 'pos'));
  for (const form of forms) items.push(cellOf(form, { line, lemma, pos, said: textOf(entry, 'pos'), remarks }));
}

interface Entry {
  readonly line: number;
  readonly lemma: string;
  readonly pos: string | undefined;
  /** The part of speech as the file has it. */
  readonly said: string;
  readonly remarks: Remarks;
}

function cellOf(object: JsonObject, { line, lemma, pos, said, remarks }: Entry): CellItem {
  const form = tableWord(textOf(object, 'form'));
  const tags = textsOf(object, 'tags');
  const text = `${lemma}: ${form} ${tags.join(' ')}`;
  const fault =
    (pos === undefined ? `no part of speech that is inflected: ${said}` : '') ||
    faultOf(text, needsOf(text)) ||
    faultOfTags(tags) ||
    faultOfCell(lemma, form);
  if (pos === undefined || fault !== '') return rejection(line, fault, text);
  const { bundle, own } = bundleOfTags(pos, tags);
  for (const name of own) remarks.add(line, `${name} has no name in UniMorph: kept as LGSPEC(${name})`);
  return { line, lemma, form, bundle, original: `${said} ${tags.join(' ')}` };
}
