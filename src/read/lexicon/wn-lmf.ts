import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError } from '../../model/model.js';
import { openInput } from '../input.js';
import { spdxOf } from '../licence.js';
import type { Input, LexiconPart, LexiconReader, ReadOptions, Stated } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import { attributeOf, elementsIn, firstIn, type XmlElement, xmlElements, xmlRoot } from '../xml-element.js';
import { ItemsByLanguage } from './by-language.js';
import { takePair } from './pair.js';

/** Wordnets in the Lexical Markup Framework; several lexicons of one file meet at their interlingual index. */
export const wnLmf: LexiconReader = {
  id: 'wn-lmf',
  title: 'Global WordNet LMF, with an English lexicon in the file or named by --with',
  extensions: ['xml'],
  specification: 'https://globalwordnet.github.io/schemas/',
  carries: ['translations', 'part of speech', 'order of senses', 'licence', 'many languages'],
  sniff: ({ head }) => (rootName(head) === 'LexicalResource' ? 1 : 0),
  async open(input, options) {
    return { ...statedIn(input), kind: 'lexicon', direction: 'said', parts: readParts(input, options) };
  },
};

function statedIn(input: Input): Stated {
  const lexicon = firstIn(xmlRoot(input, ['LexicalEntry', 'Synset']), 'Lexicon');
  const title = attributeOf(lexicon, 'label');
  const version = attributeOf(lexicon, 'version');
  const said = attributeOf(lexicon, 'citation');
  const citation = said === '' ? [title, version === '' ? '' : `version ${version}`].filter(Boolean).join(', ') : said;
  return { title, licence: spdxOf(attributeOf(lexicon, 'license')), citation };
}

/** What is known of synsets before words are read. */
interface Concepts {
  /** Interlingual index by synset; a synset that has none stands for itself. */
  readonly indices: Map<string, string>;
  /** English lemmas by synset, each with the number of its sense. */
  readonly english: Map<string, English[]>;
}

interface English {
  readonly lemma: string;
  readonly sense: number;
}

async function* readParts(input: Input, options: ReadOptions): AsyncGenerator<LexiconPart> {
  const from = options.from ?? 'en';
  const concepts: Concepts = { indices: new Map(), english: new Map() };
  await gather(input, concepts, from);
  if (options.with !== undefined) await gather(await openInput(options.with), concepts, from);
  if (concepts.english.size === 0) throw noEnglish(input, from);
  const byConcept = joined(concepts);
  const found = new ItemsByLanguage(from, options.to);
  let others = 0;
  for await (const elements of xmlElements(input, ['LexicalEntry'])) {
    for (const element of elements) {
      const language = languageOf(element);
      if (language === from) continue;
      others++;
      takeEntry(found, element, { language, from, concepts, byConcept });
    }
    yield* found.parts();
  }
  if (others === 0) throw onlyEnglish(input, from);
  yield* found.end();
}

function languageOf({ outer }: XmlElement): string | undefined {
  return resolveLanguage(attributeOf(outer.at(-1), 'language'));
}

async function gather(input: Input, { indices, english }: Concepts, from: string): Promise<void> {
  for await (const elements of xmlElements(input, ['LexicalEntry', 'Synset'])) {
    for (const element of elements) {
      if (element.name === 'Synset') {
        const index = attributeOf(element, 'ili');
        // `in` proposes a new index.
        if (index !== '' && index !== 'in') indices.set(attributeOf(element, 'id'), index);
      } else if (languageOf(element) === from) {
        for (const { synset, number, lemma } of sensesOf(element)) {
          append(english, synset, { lemma, sense: number });
        }
      }
    }
  }
}

function append(map: Map<string, English[]>, key: string, lemma: English): void {
  const known = map.get(key);
  if (known) known.push(lemma);
  else map.set(key, [lemma]);
}

function joined({ indices, english }: Concepts): Map<string, readonly English[]> {
  const byConcept = new Map<string, English[]>();
  for (const [synset, lemmas] of english) {
    const concept = indices.get(synset) ?? synset;
    for (const lemma of lemmas) append(byConcept, concept, lemma);
  }
  return byConcept;
}

interface Sense {
  readonly line: number;
  readonly lemma: string;
  readonly synset: string;
  /** From 1; as the file numbers them, else in its order. */
  readonly number: number;
}

/** Senses that the language has a word for: others only hold a place in the net. */
function sensesOf(entry: XmlElement): Sense[] {
  const lemma = attributeOf(firstIn(entry, 'Lemma'), 'writtenForm').replaceAll('_', ' ');
  const senses = elementsIn(entry, 'Sense').map((sense, index) => {
    const number = Number.parseInt(attributeOf(sense, 'n'), 10) || index + 1;
    const lexicalized = attributeOf(sense, 'lexicalized') !== 'false';
    return { line: sense.line, lemma, synset: attributeOf(sense, 'synset'), number, lexicalized };
  });
  return lemma === '' ? [] : senses.filter(({ lexicalized }) => lexicalized);
}

const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['n', 'N'],
  ['v', 'V'],
  ['a', 'ADJ'],
  ['s', 'ADJ'],
  ['r', 'ADV'],
  ['c', 'CONJ'],
  ['p', 'ADP'],
]);

interface Net {
  readonly language: string | undefined;
  readonly from: string;
  readonly concepts: Concepts;
  readonly byConcept: ReadonlyMap<string, readonly English[]>;
}

function takeEntry(found: ItemsByLanguage, entry: XmlElement, { language, from, concepts, byConcept }: Net): void {
  const lemma = firstIn(entry, 'Lemma');
  const word = attributeOf(lemma, 'writtenForm');
  if (language === undefined) {
    found.reject(rejection(entry.line, 'the lexicon names no known language', word));
    return;
  }
  const items = found.of(language);
  if (!items) return;
  const pos = CATEGORIES.get(attributeOf(lemma, 'partOfSpeech')) ?? '';
  const before = items.length;
  for (const { line, lemma: to, synset } of sensesOf(entry)) {
    const concept = concepts.indices.get(synset) ?? synset;
    for (const { lemma, sense } of byConcept.get(concept) ?? []) {
      takePair(items, { line, from: lemma, to, pos, rank: sense }, from === 'en');
    }
  }
  if (items.length === before) items.push(rejection(entry.line, 'English has no word for this synset', word));
}

function onlyEnglish({ file }: Input, from: string): CalqueError {
  return new CalqueError('input', `holds no lexicon in another language than ${from}`, {
    place: { file },
    suggestions: ['import a wordnet of another language, and name this one by --with'],
  });
}

function noEnglish(input: Input, from: string): CalqueError {
  return new CalqueError('input', `holds no lexicon in ${from} to join its words with`, {
    place: { file: input.file },
    suggestions: ['name one in the same format: --with english-wordnet.xml'],
  });
}
