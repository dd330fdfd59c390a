import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type LexiconItem } from '../../model/model.js';
import { languagePairOf } from '../name.js';
import { type Input, type LexiconPart, type LexiconReader, type ReadOptions, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import {
  attributeOf,
  elementsIn,
  elementsWithin,
  firstIn,
  textOf,
  type XmlElement,
  xmlElements,
  xmlRoot,
} from '../xml-element.js';
import { ItemsByLanguage, writtenLanguage } from './by-language.js';
import { categoryOf } from './category.js';
import { labelsOf } from './marks.js';
import { takePair } from './pair.js';

/** Dictionaries of GiellaLT (Sámi, Greenlandic and others): `e`, `l`, `mg`, `tg`, `t`. */
export const giella: LexiconReader = {
  id: 'giella',
  title: 'GiellaLT dictionary XML (Sámi, Greenlandic, …)',
  extensions: ['xml'],
  specification: 'https://giellalt.github.io/dicts/dictionarywork.html',
  carries: ['translations', 'part of speech', 'order of senses', 'labels', 'many languages'],
  sniff: ({ head }) => (rootName(head) === 'r' && /<e[\s>]/.test(head) && /<(l|lg)[\s>]/.test(head) ? 1 : 0),
  async open(input, options) {
    const from = options.from ?? 'en';
    const head = headLanguageOf(input, options);
    return { ...SILENT, kind: 'lexicon', direction: 'said', parts: readParts(input, { from, head, to: options.to }) };
  },
};

interface Languages {
  readonly from: string;
  /** Language of the headwords. */
  readonly head: string;
  readonly to: string | undefined;
}

/** `<r xml:lang="kal">`, else `<r id="smeeng">`, else `A_sms2x.xml`. */
function headLanguageOf(input: Input, { from, to }: ReadOptions): string {
  const root = xmlRoot(input, ['e']);
  const pair = /^([a-z]{3})[a-z]{3}$/.exec(attributeOf(root, 'id'))?.[1];
  const named = /(?:^|[-_.])([a-z]{3})2(?:x|[a-z]{3})(?:[-_.]|$)/.exec(input.name)?.[1];
  for (const code of [attributeOf(root, 'xml:lang'), pair, named]) {
    const tag = code === undefined || code === '' ? undefined : resolveLanguage(code);
    if (tag !== undefined) return tag;
  }
  const head = languagePairOf(input.name)?.left ?? to;
  if (head !== undefined && head !== from) return head;
  throw new CalqueError('input', 'neither its root element nor its name tells the language of the headwords', {
    place: { file: input.file },
    suggestions: ['name it: --to se'],
  });
}

async function* readParts(input: Input, languages: Languages): AsyncGenerator<LexiconPart> {
  const found = new ItemsByLanguage(languages.from, languages.to);
  for await (const elements of xmlElements(input, ['e'])) {
    for (const element of elements) takeEntry(found, element, languages);
    yield* found.parts();
  }
  yield* found.end();
}

/** An entry is read from its English translations to its headword; where the headword is English, the other way. */
function takeEntry(found: ItemsByLanguage, entry: XmlElement, { from, head, to }: Languages): void {
  const lemma = firstIn(firstIn(entry, 'lg') ?? entry, 'l');
  const word = textOf(lemma);
  const groups = elementsIn(entry, 'mg').flatMap((meaning) => elementsIn(meaning, 'tg'));
  let rank = 1;
  for (const group of groups) {
    const language = writtenLanguage(attributeOf(group, 'xml:lang', 'lang'));
    if (language === undefined || (head === from ? language === from : language !== from)) continue;
    const items = found.of(head === from ? language : head);
    if (items) rank += takeGroup(items, { lemma, group, rank, turned: head !== from, english: from === 'en' });
  }
  if (rank > 1) return;
  const reason = word === '' ? 'the entry has no headword' : `the entry has no translation in ${from}`;
  found.reject(rejection(entry.line, reason, word), head === from ? to : head);
}

interface Group {
  readonly lemma: XmlElement | undefined;
  readonly group: XmlElement;
  readonly rank: number;
  readonly turned: boolean;
  readonly english: boolean;
}

function takeGroup(items: LexiconItem[], { lemma, group, rank, turned, english }: Group): number {
  const word = plainHead(textOf(lemma));
  // `<re>` restricts: `e.g. of a net`.
  const sense = textOf(firstIn(group, 're'));
  let count = 0;
  for (const translation of elementsWithin(group, 't')) {
    const meaning = plainMeaning(textOf(translation));
    if (meaning === '') continue;
    const { line } = translation;
    const text = `${word} : ${textOf(translation)}`;
    count++;
    const fault = faultOf(translation, meaning, english);
    if (fault !== '') {
      items.push(rejection(line, fault, text));
      continue;
    }
    const pos = categoryOfEntry(attributeOf(lemma, 'pos') || attributeOf(translation, 'pos'));
    const labels = labelsOf([attributeOf(translation, 'style')].filter((label) => label !== ''));
    const sides = turned ? { from: meaning, to: word } : { from: word, to: meaning };
    takePair(items, { line, ...sides, pos, rank: rank + count - 1, sense, labels, text }, english);
  }
  return count;
}

/** What a derivation or a reference says: no translation, but how the word belongs to another one. */
const OF_ANOTHER =
  /^(continuative|diminutive|supine|superlative|comparative|(adv|caus|mom|dim|subit|freq|inch|pass|refl|recip)\.) |^v\. /;

/** Letters of the North, which English words lack. */
const FOREIGN = /[\u0100-\u024fâæåäöõ]/i;

function faultOf(translation: XmlElement, meaning: string, english: boolean): string {
  if (translation.attributes.has('gloss') || translation.attributes.has('nr')) {
    return 'a form of the word, not a translation';
  }
  const bare = meaning.replace(/\([^()]*\)?/g, '');
  return english && (OF_ANOTHER.test(bare) || FOREIGN.test(bare)) ? 'tells of another word of the language' : '';
}

/** `1) x; 2) y.`; `c:` is `that is`, `v.` is `see`: what follows explains. */
function plainMeaning(text: string): string {
  return text
    .replace(/\s*[,;]?\s(c:|v\.)\s.*$/, '')
    .replace(/(^|[;.,]\s*)\d\)\s*/g, '$1')
    .replace(/(?<=\p{Ll}{3})\s*\.\s*(?=;|$)/gu, '');
}

/** Variants: `x, y`, `x and y`; `x, v. y` refers to another entry. */
function plainHead(text: string): string {
  return text.replace(/,?\s+v\.\s.*$/, '').replaceAll(' and ', ', ');
}

/** The project's own tags; `Xxx` says that nobody has looked. */
const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['A', 'ADJ'],
  ['Pcle', 'PART'],
  ['CC', 'CONJ'],
  ['CS', 'CONJ'],
  ['Po', 'ADP'],
  ['Pr', 'ADP'],
  ['Prop', 'PROPN'],
]);

function categoryOfEntry(pos: string): string {
  return CATEGORIES.get(pos) ?? categoryOf(pos);
}
