import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type LexiconItem } from '../../model/model.js';
import { openInput } from '../input.js';
import { licenceWithin, spdxOf } from '../licence.js';
import { fieldOf, lineBatches } from '../lines.js';
import type { Input, LexiconPart, LexiconReader, ReadOptions, Stated } from '../reader.js';
import { rejection } from '../reject.js';
import { takePair } from './pair.js';

const ROW = /^\d{8}-[nvasr]\t(?:[a-z]{2,3}:)?(?:lemma|def|exe)[\t:]/;

/** Where English lies in the folders of the Open Multilingual Wordnet, and what copies of it are called. */
const ENGLISH_FILES = ['pwn30-eng.tab', 'wn-data-eng.tab'].flatMap((name) =>
  ['', '../', '../eng/'].map((folder) => `${folder}${name}`),
);

/** Wordnets of the Open Multilingual Wordnet: words of a language for the synsets of the English WordNet 3.0. */
export const omw: LexiconReader = {
  id: 'omw',
  title: 'Open Multilingual Wordnet, tab-separated, with the English one beside it or named by --with',
  extensions: ['tab'],
  specification: 'https://omwn.org/doc/topics/data_format.html',
  carries: ['translations', 'part of speech', 'licence'],
  sniff: likenessToWordnet,
  async open(input, options) {
    const { to, ...stated } = headerOf(input, options);
    if (to === 'en') {
      throw new CalqueError('input', 'is the English wordnet, which the others are joined with', {
        place: { file: input.file },
        suggestions: ['import a wordnet of another language: this one is found beside it, or named by --with'],
      });
    }
    const english = await englishFor(input, options);
    return { ...stated, kind: 'lexicon', direction: 'said', parts: readParts(input, english, to) };
  },
};

export function likenessToWordnet({ head }: Input): number {
  return head.split(/\r?\n/, 5).some((line) => ROW.test(line)) ? 1 : 0;
}

/** `# Name TAB language TAB address TAB licence` */
function headerOf(input: Input, options: ReadOptions): Stated & { readonly to: string } {
  const first = input.head.split(/\r?\n/, 1)[0] as string;
  const [title = '', code = '', address = '', licence = ''] = first.startsWith('#')
    ? first
        .slice(1)
        .split('\t')
        .map((field) => field.trim())
    : [];
  const labelled = /^\d{8}-[nvasr]\t([a-z]{2,3}):/m.exec(input.head)?.[1];
  const to = options.to ?? resolveLanguage(code) ?? (labelled === undefined ? undefined : resolveLanguage(labelled));
  if (to === undefined) {
    throw new CalqueError('input', 'its first line tells no known language', {
      place: { file: input.file, line: 1 },
      suggestions: ['name it: --to sw'],
    });
  }
  const citation = [title, address].filter((part) => part !== '').join(', ');
  return { title, licence: licenceOf(licence), citation, to };
}

function licenceOf(text: string): string {
  return text.toLowerCase() === 'wordnet' ? 'WordNet' : licenceWithin(text) || spdxOf(text.replaceAll(' ', '-'));
}

async function englishFor(input: Input, options: ReadOptions): Promise<Input> {
  if (options.with !== undefined) return openInput(options.with);
  for (const name of ENGLISH_FILES) {
    const found = await input.sibling(name);
    if (found) return found;
  }
  throw new CalqueError('input', 'has synsets without English words: the English wordnet is missing', {
    place: { file: input.file },
    suggestions: [
      'put pwn30-eng.tab or wn-data-eng.tab (WordNet 3.0) beside it or into the folder above',
      'or name it: --with wn-data-eng.tab',
    ],
  });
}

/** Lemmas of each synset, in the order of the file. */
async function lemmasOf(input: Input): Promise<Map<string, string[]>> {
  const lemmas = new Map<string, string[]>();
  for await (const { lines } of lineBatches(input)) {
    for (const line of lines) {
      const lemma = lemmaOf(line);
      if (lemma === undefined) continue;
      const key = keyOf(line);
      const known = lemmas.get(key);
      if (known) known.push(lemma);
      else lemmas.set(key, [lemma]);
    }
  }
  if (lemmas.size > 0) return lemmas;
  throw new CalqueError('input', 'holds no lemma of a wordnet', {
    place: { file: input.file },
    suggestions: ['name the English wordnet in the same format: --with wn-data-eng.tab'],
  });
}

/** Satellites are adjectives (`-s`), which some wordnets write as `-a`. */
function keyOf(line: string): string {
  const key = fieldOf(line, 0) ?? '';
  return key.endsWith('-s') ? `${key.slice(0, -1)}a` : key;
}

/** Definitions and examples (`def`, `exe`) are no words of the synset. */
function lemmaOf(line: string): string | undefined {
  if (line.startsWith('#')) return undefined;
  const type = fieldOf(line, 1) ?? '';
  if (!/^(?:[a-z]{2,3}:)?lemma(?::|$)/.test(type)) return undefined;
  // The Hebrew wordnet marks some words by a sign before them.
  return fieldOf(line, 2)?.replaceAll('_', ' ').replace(/^!/, '');
}

const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['n', 'N'],
  ['v', 'V'],
  ['a', 'ADJ'],
  ['r', 'ADV'],
]);

async function* readParts(input: Input, englishFile: Input, to: string): AsyncGenerator<LexiconPart> {
  const english = await lemmasOf(englishFile);
  const counts = new Map<string, number>();
  for await (const { first, lines } of lineBatches(input)) {
    const items: LexiconItem[] = [];
    for (const [index, line] of lines.entries()) {
      const word = lemmaOf(line);
      if (word === undefined) continue;
      const synset = keyOf(line);
      const nth = counts.get(synset) ?? 0;
      counts.set(synset, nth + 1);
      takeLemma(items, { line: first + index, text: line, word, synset, english: english.get(synset) ?? [], nth });
    }
    if (items.length > 0) yield { from: 'en', to, items };
  }
}

interface Lemma {
  readonly line: number;
  readonly text: string;
  readonly word: string;
  readonly synset: string;
  readonly english: readonly string[];
  /** How many words the synset had before this one. */
  readonly nth: number;
}

/** Every English word of the synset; those that stand first name it best. */
function takeLemma(items: LexiconItem[], { line, text, word, synset, english, nth }: Lemma): void {
  const fault = faultOf(word, english);
  if (fault !== '') {
    items.push(rejection(line, fault, text));
    return;
  }
  const pos = CATEGORIES.get(synset.at(-1) ?? '') ?? '';
  for (const [index, from] of english.entries()) {
    takePair(items, { line, from, to: word, pos, rank: 1 + index + nth, text: `${text}\t${from}` });
  }
}

function faultOf(word: string, english: readonly string[]): string {
  if (/^(PSEUDO)?GAP!?$/.test(word)) return 'the language has no word for this synset';
  return english.length === 0 ? 'English has no word for this synset' : '';
}
