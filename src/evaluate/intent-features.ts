import { keyOfText } from '../model/model.js';
import { isUnspaced, tokenise, withoutStrayBlanks } from './tokens.js';

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
const SHORTEST = 2;
const LONGEST = 5;
const WORD_KEY = keyOfText(1, 'word');
const WORD_PAIR_KEY = keyOfText(1, 'word pair');
const LETTERS_KEY = keyOfText(1, 'letters');

/** Keys of word 1-2-grams, one for each occurrence. */
export function wordGrams(text: string): number[] {
  const words = wordsOf(text);
  const keys: number[] = [];
  for (const [i, word] of words.entries()) {
    keys.push(keyOfText(WORD_KEY, word));
    if (i > 0) keys.push(keyOfText(keyOfText(WORD_PAIR_KEY, words[i - 1] as string), word));
  }
  return keys;
}

/**
 * Keys of character 2-5-grams inside white-space words, each word with a blank on both sides; a padded word shorter
 * than n counts once as a whole. Letters are code points.
 */
export function letterGrams(text: string): number[] {
  const keys: number[] = [];
  for (const word of withoutStrayBlanks(text.toLowerCase()).split(/\s+/u)) {
    if (word !== '') addLetterGrams(` ${word} `, keys);
  }
  return keys;
}

function addLetterGrams(padded: string, keys: number[]): void {
  const letters = Array.from(padded);
  for (let n = SHORTEST; n <= LONGEST; n++) {
    if (letters.length <= n) {
      keys.push(keyOfText(LETTERS_KEY, padded));
      return;
    }
    for (let i = 0; i + n <= letters.length; i++) keys.push(keyOfText(LETTERS_KEY, letters.slice(i, i + n).join('')));
  }
}

function wordsOf(text: string): string[] {
  return tokenise(text.toLowerCase()).flatMap(({ text: token }) =>
    isUnspaced(token) ? [token] : (token.match(WORD) ?? []),
  );
}
