import { mix } from './hash.js';
import { CONSONANT, letterKind, MARK, VOWEL } from './letters.js';

export const SUFFIX_CONTEXTS = 7;
export const PREFIX_CONTEXTS = 4;
const SKELETON = 6;
const EDGE = 0x5f;

/** A lemma as the statistics see it: hashes of its ends and of its shape. */
export interface Word {
  readonly text: string;
  /** Hash of the last k letters. */
  readonly suffix: Int32Array;
  /** Hash of the first k letters, up to four. */
  readonly prefix: Int32Array;
  /** Contexts of the backed-off statistics, shortest first; the whole word counts as one letter longer. */
  readonly suffixContexts: Int32Array;
  readonly prefixContexts: Int32Array;
  /** Consonants and vowels of the last letters. */
  readonly skeleton: number;
  /** The vowels among the last letters, consonants being alike. */
  readonly vowels: number;
  readonly lastVowel: number;
  readonly syllables: number;
}

export function wordOf(text: string): Word {
  const length = text.length;
  const suffix = new Int32Array(length + 1);
  suffix[0] = 101;
  for (let k = 1; k <= length; k++) suffix[k] = mix(suffix[k - 1] as number, text.charCodeAt(length - k));
  const firsts = Math.min(length, PREFIX_CONTEXTS);
  const prefix = new Int32Array(firsts + 1);
  prefix[0] = 202;
  for (let k = 1; k <= firsts; k++) prefix[k] = mix(prefix[k - 1] as number, text.charCodeAt(k - 1));
  return {
    text,
    suffix,
    prefix,
    suffixContexts: contexts(suffix, SUFFIX_CONTEXTS),
    prefixContexts: contexts(prefix, PREFIX_CONTEXTS),
    ...shape(text),
  };
}

function contexts(hashes: Int32Array, most: number): Int32Array {
  const inner = Math.min(hashes.length - 1, most);
  const whole = inner < most ? 1 : 0;
  const found = new Int32Array(inner + whole);
  for (let k = 1; k <= inner; k++) found[k - 1] = hashes[k] as number;
  if (whole === 1) found[inner] = mix(hashes[inner] as number, EDGE);
  return found;
}

function shape(text: string): { skeleton: number; vowels: number; lastVowel: number; syllables: number } {
  let skeleton = 303;
  let vowels = 404;
  let lastVowel = 0;
  let syllables = 0;
  let letters = 0;
  let marks = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const code = text.charCodeAt(i);
    const kind = letterKind(code);
    if (kind === MARK) {
      marks = mix(marks, code);
      continue;
    }
    if (letters < SKELETON) {
      skeleton = mix(skeleton, kind);
      vowels = mix(vowels, kind === VOWEL ? mix(code, marks) : CONSONANT);
      letters++;
    }
    if (kind === VOWEL) {
      if (lastVowel === 0) lastVowel = mix(code, marks);
      syllables++;
    }
    marks = 0;
  }
  return { skeleton, vowels, lastVowel, syllables };
}

/** The nearest vowel at or before a place (with its marks), going left. 0 when there is none. */
export function vowelBefore(text: string, place: number): { hash: number; at: number } {
  let marks = 0;
  for (let i = place; i >= 0; i--) {
    const code = text.charCodeAt(i);
    const kind = letterKind(code);
    if (kind === MARK) marks = mix(marks, code);
    else if (kind === VOWEL) return { hash: mix(code, marks), at: i };
    else marks = 0;
  }
  return { hash: 0, at: -1 };
}

/** The first vowel at or after a place, with its marks. */
export function vowelFrom(text: string, place: number): number {
  for (let i = place; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (letterKind(code) !== VOWEL) continue;
    let marks = 0;
    for (let j = i + 1; j < text.length && letterKind(text.charCodeAt(j)) === MARK; j++)
      marks = mix(marks, text.charCodeAt(j));
    return mix(code, marks);
  }
  return 0;
}
