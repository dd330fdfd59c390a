import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type LexiconItem } from '../../model/model.js';
import { fieldOf, lineBatches } from '../lines.js';
import { type Input, type LexiconPart, type LexiconReader, type ReadOptions, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { cleanPair } from './clean.js';

const ENGLISH = 'eng-000';
const ONE_FILE = /^[a-z]{3}-\d{3}\t\d+\t/;
const LIST_NAME = /^([a-z]{3}-\d{3})\.txt$/;

/** PanLex's Swadesh lists: words of many languages for the same 110 or 207 concepts, English among them. */
export const swadesh: LexiconReader = {
  id: 'panlex-swadesh',
  title: 'PanLex Swadesh lists: one file of all languages, or a list a language with eng-000.txt beside it',
  extensions: ['tsv', 'txt'],
  specification: 'https://dev.panlex.org/db/',
  carries: ['translations', 'many languages'],
  sniff: likenessToSwadesh,
  async open(input, options) {
    const parts = ONE_FILE.test(input.head) ? readAll(input, options) : readList(input, options);
    return { ...SILENT, kind: 'lexicon', direction: 'said', parts };
  },
};

/** 0 where it is neither a file of all lists nor a list with English beside it. */
export function likenessToSwadesh(input: Input): number {
  if (ONE_FILE.test(input.head)) return 1;
  const list = LIST_NAME.exec(input.name)?.[1];
  return list !== undefined && list !== ENGLISH && input.hasSibling(`${ENGLISH}.txt`) ? 0.95 : 0;
}

/** English words by concept. `we₁` and `we₂` tell senses apart, not words. */
type Concepts = Map<string, string[]>;

function addWord(concepts: Concepts, concept: string, word: string): void {
  const plain = word.replace(/[\u2080-\u2089]/g, '');
  const words = concepts.get(concept);
  if (words) words.push(plain);
  else concepts.set(concept, [plain]);
}

/** Two passes: English may stand anywhere in the file. */
async function* readAll(input: Input, options: ReadOptions): AsyncGenerator<LexiconPart> {
  const concepts: Concepts = new Map();
  for await (const { lines } of lineBatches(input)) {
    for (const line of lines) {
      if (!line.startsWith(`${ENGLISH}\t`)) continue;
      addWord(concepts, fieldOf(line, 1) ?? '', fieldOf(line, 2) ?? '');
    }
  }
  if (concepts.size === 0) throw noEnglish(input);
  const tags = new Map<string, string | undefined>();
  let part = { uid: '', items: [] as LexiconItem[] };
  const taker = makeTaker(concepts);
  for await (const { first, lines } of lineBatches(input)) {
    for (const [index, line] of lines.entries()) {
      const uid = fieldOf(line, 0) ?? '';
      if (uid === '' || uid === ENGLISH) continue;
      if (!tags.has(uid)) tags.set(uid, resolveLanguage(uid));
      if (options.to !== undefined && tags.get(uid) !== options.to) continue;
      if (uid !== part.uid) {
        if (part.items.length > 0) yield { from: 'en', to: tags.get(part.uid) ?? part.uid, items: part.items };
        part = { uid, items: [] };
      }
      if (tags.get(uid) === undefined) part.items.push(rejection(first + index, `unknown language ${uid}`, line));
      else taker(part.items, first + index, { uid, concept: fieldOf(line, 1) ?? '', word: fieldOf(line, 2) ?? '' });
    }
  }
  if (part.items.length > 0) yield { from: 'en', to: tags.get(part.uid) ?? part.uid, items: part.items };
}

/** The line number is the concept, so empty lines count; words of one concept are separated by TABs. */
async function* readList(input: Input, options: ReadOptions): AsyncGenerator<LexiconPart> {
  const uid = LIST_NAME.exec(input.name)?.[1] ?? '';
  const to = options.to ?? resolveLanguage(uid);
  const english = await input.sibling(`${ENGLISH}.txt`);
  if (!english) throw noEnglish(input);
  if (to === undefined) {
    throw new CalqueError('input', 'its name tells no known language', {
      place: { file: input.file },
      suggestions: ['name it: --to sw'],
    });
  }
  const concepts: Concepts = new Map();
  for await (const { first, lines } of lineBatches(english)) {
    for (const [index, line] of lines.entries()) {
      for (const word of line.split('\t')) if (word.trim() !== '') addWord(concepts, String(first + index), word);
    }
  }
  const taker = makeTaker(concepts);
  for await (const { first, lines } of lineBatches(input)) {
    const items: LexiconItem[] = [];
    for (const [index, line] of lines.entries()) {
      const words = line.split('\t').filter((word) => word.trim() !== '');
      for (const word of words) taker(items, first + index, { uid, concept: String(first + index), word });
    }
    yield { from: 'en', to, items };
  }
}

interface Expression {
  readonly uid: string;
  readonly concept: string;
  readonly word: string;
}

/** Every English word of a concept with the expression; the n-th expression of a concept has rank n. */
function makeTaker(concepts: Concepts): (items: LexiconItem[], line: number, expression: Expression) => void {
  let previous = '';
  let rank = 0;
  return (items, line, { uid, concept, word }) => {
    const key = `${uid}\t${concept}`;
    rank = key === previous ? rank + 1 : 1;
    previous = key;
    const text = `${key}\t${word}`;
    const english = concepts.get(concept);
    if (!english) {
      items.push(rejection(line, 'English has no word for this concept', text));
      return;
    }
    for (const from of english) {
      cleanPair({ line, from, to: word, pos: '', nounClass: '', rank, sense: '', labels: '', text }, items);
    }
  };
}

function noEnglish(input: Input): CalqueError {
  return new CalqueError('input', `the English list (${ENGLISH}) is missing`, {
    place: { file: input.file },
    suggestions: [`put ${ENGLISH}.txt beside the lists, or keep its lines in the file of all languages`],
  });
}
