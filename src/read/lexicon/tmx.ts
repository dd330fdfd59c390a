import { type Input, type LexiconPart, type LexiconReader, type ReadOptions, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import { attributeOf, elementsIn, firstIn, textOf, type XmlElement, xmlElements } from '../xml-element.js';
import { ItemsByLanguage, writtenLanguage } from './by-language.js';
import { takePair } from './pair.js';

/** What is longer is a sentence: text to learn from, not an entry. */
const LONGEST_WORDS = 4;

/** In characters, for scripts that leave no blanks between words. */
const LONGEST_UNIT = 40;

/** Codes of a document's format, which are no text of the segment. */
const CODES = ['bpt', 'ept', 'ph', 'it', 'ut', 'sub'];

/** Translation memories: the words and short phrases in them. */
export const tmx: LexiconReader = {
  id: 'tmx',
  title: `Translation memory (TMX): units of at most ${LONGEST_WORDS} words a side`,
  extensions: ['tmx'],
  specification: 'https://www.gala-global.org/tmx-14b',
  carries: ['translations', 'many languages'],
  sniff: ({ head }) => (rootName(head) === 'tmx' ? 1 : 0),
  async open(input, options) {
    return { ...SILENT, kind: 'lexicon', direction: 'said', parts: readParts(input, options) };
  },
};

async function* readParts(input: Input, options: ReadOptions): AsyncGenerator<LexiconPart> {
  const from = options.from ?? 'en';
  const found = new ItemsByLanguage(from, options.to);
  for await (const elements of xmlElements(input, ['tu'])) {
    for (const element of elements) takeUnit(found, element, from);
    yield* found.parts();
  }
  yield* found.end();
}

/** One language's text of a unit. */
export interface Variant {
  readonly line: number;
  readonly language: string | undefined;
  readonly text: string;
}

/** What a unit says in each language, without the codes of its document. */
export function variantsOf(unit: XmlElement): Variant[] {
  return elementsIn(unit, 'tuv').map((variant) => {
    const language = writtenLanguage(attributeOf(variant, 'xml:lang', 'lang'));
    return { line: variant.line, language, text: textOf(firstIn(variant, 'seg'), CODES) };
  });
}

function takeUnit(found: ItemsByLanguage, unit: XmlElement, from: string): void {
  const variants = variantsOf(unit);
  const english = variants.find(({ language }) => language === from);
  let taken = false;
  for (const { line, language, text: to } of variants) {
    const items = language === undefined || language === from ? undefined : found.of(language);
    if (!items || !english) continue;
    taken = true;
    const text = `${english.text} : ${to}`;
    if (isLong(english.text) || isLong(to)) items.push(rejection(line, 'a sentence, not a word or short phrase', text));
    else takePair(items, { line, from: english.text, to, text }, from === 'en');
  }
  if (taken) return;
  const reason = english ? 'the unit is in one language' : `the unit is not in ${from}`;
  found.reject(rejection(unit.line, reason, variants.map(({ text }) => text).join(' : ')));
}

function isLong(text: string): boolean {
  return text.length > LONGEST_UNIT || text.split(/\s+/).length > LONGEST_WORDS;
}
