import { keyOfNumber, keyOfText } from '../model/model.js';
import { isUnspaced } from './tokens.js';

const LONGEST_AFFIX = 4;
const NEIGHBOUR_END = 3;
const LONGEST_LENGTH = 10;
/** Words whose keys are kept: enough for any training set, and no leak where millions of texts are labelled. */
const MOST_WORDS = 200_000;

const kind = (name: string) => keyOfText(2, name);
const WORD = kind('word');
const PREFIX = kind('prefix');
const SUFFIX = kind('suffix');
const SHAPE = kind('shape');
const BIAS = kind('bias');
const AT = [-2, -1, 0, 1, 2].map((at) => kind(`word ${at}`)) as [number, number, number, number, number];
const PAIRS = [-2, -1, 0, 1].map((at) => kind(`pair ${at}`)) as [number, number, number, number];
const TRIPLES = [-2, -1, 0].map((at) => kind(`triple ${at}`)) as [number, number, number];
const END_BEFORE = kind('end of the word before');
const END_AFTER = kind('end of the word after');
const FIRST = kind('first');
const LAST = kind('last');

/** What a word by itself says. */
interface WordKeys {
  readonly word: number;
  /** Its last letters, for its neighbours. */
  readonly end: number;
  readonly unspaced: boolean;
  /** Affixes, length and shape. */
  readonly own: readonly number[];
}

const NO_WORD: WordKeys = { word: kind('no word'), end: kind('no word'), unspaced: false, own: [] };

/**
 * Keys of the features of each token of an utterance: the word, the words one and two places off, pairs of words to
 * both sides, its affixes of 1-4 letters, the last three letters of its neighbours, its length and shape, whether it
 * is first or last. Letters of a script without blanks are looked at three by three besides.
 */
export class SlotFeatures {
  readonly #words = new Map<string, WordKeys>();

  of(tokens: readonly string[]): Int32Array[] {
    const words = tokens.map((token) => this.#word(token));
    return words.map((_, at) => Int32Array.from(featuresAt(words, at)));
  }

  #word(token: string): WordKeys {
    const known = this.#words.get(token);
    if (known !== undefined) return known;
    if (this.#words.size >= MOST_WORDS) this.#words.clear();
    const keys = keysOfWord(token);
    this.#words.set(token, keys);
    return keys;
  }
}

function featuresAt(words: readonly WordKeys[], at: number): number[] {
  const word = words[at] as WordKeys;
  const around = [-2, -1, 0, 1, 2].map((step) => words[at + step] ?? NO_WORD);
  const [before2, before, , after, after2] = around as [WordKeys, WordKeys, WordKeys, WordKeys, WordKeys];
  const keys = [BIAS, ...word.own];
  for (const [i, key] of AT.entries()) keys.push(keyOfNumber(key, (around[i] as WordKeys).word));
  const pair = (i: 0 | 1 | 2 | 3) =>
    keyOfNumber(keyOfNumber(PAIRS[i], (around[i] as WordKeys).word), (around[i + 1] as WordKeys).word);
  keys.push(pair(0), pair(1), pair(2), pair(3));
  keys.push(keyOfNumber(END_BEFORE, before.end), keyOfNumber(END_AFTER, after.end));
  if (at === 0) keys.push(FIRST);
  if (at === words.length - 1) keys.push(LAST);
  if (word.unspaced) {
    keys.push(triple(TRIPLES[0], before2, before, word));
    keys.push(triple(TRIPLES[1], before, word, after));
    keys.push(triple(TRIPLES[2], word, after, after2));
  }
  return keys;
}

function triple(key: number, ...words: readonly [WordKeys, WordKeys, WordKeys]): number {
  return words.reduce((mixed, { word }) => keyOfNumber(mixed, word), key);
}

function keysOfWord(token: string): WordKeys {
  const lower = token.toLowerCase();
  const letters = Array.from(lower);
  const own = [keyOfNumber(SHAPE, Math.min(letters.length, LONGEST_LENGTH)), ...shapeKeys(token)];
  for (let n = 1; n <= Math.min(LONGEST_AFFIX, letters.length); n++) {
    own.push(keyOfText(PREFIX, letters.slice(0, n).join('')), keyOfText(SUFFIX, letters.slice(-n).join('')));
  }
  const end = keyOfText(WORD, letters.slice(-NEIGHBOUR_END).join(''));
  return { word: keyOfText(WORD, lower), end, unspaced: isUnspaced(token), own };
}

function shapeKeys(token: string): number[] {
  const shapes: number[] = [];
  if (/[^\p{L}\p{M}]/u.test(token)) shapes.push(keyOfText(SHAPE, 'holds other than letters'));
  if (/\p{N}/u.test(token)) shapes.push(keyOfText(SHAPE, 'holds digits'));
  if (/^\p{Lu}/u.test(token)) shapes.push(keyOfText(SHAPE, 'begins with a capital'));
  return shapes;
}
