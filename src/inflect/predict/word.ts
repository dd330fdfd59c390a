import { lettersOf } from './apply.js';
import { mix } from './hash.js';
import { CONSONANT, letterKind, MARK, VOWEL } from './letters.js';

export const SUFFIX_CONTEXTS = 7;
export const PREFIX_CONTEXTS = 4;
/** Hashes of no letters. */
const SUFFIX_SEED = 101;
const PREFIX_SEED = 202;
const SKELETON = 6;
const EDGE = 0x5f;

/**
 * A lemma as the statistics see it: hashes of its ends and of its shape, which is worked out when it is first asked for.
 * (Lists, not typed arrays: of these few numbers they are made several times faster, and words are made of most
 * predicted forms.)
 */
export class Word {
  readonly letters: Uint16Array;
  /** Hash of the last k letters. */
  readonly suffix: readonly number[];
  /** Hash of the first k letters, up to four. */
  readonly prefix: readonly number[];
  /** Contexts of the backed-off statistics, shortest first; the whole word counts as one letter longer. */
  readonly suffixContexts: readonly number[];
  private beginnings: readonly number[] | undefined;
  private known: Shape | undefined;

  constructor(readonly text: string) {
    this.letters = lettersOf(text);
    this.suffix = suffixHashes(text);
    this.prefix = prefixHashes(text);
    this.suffixContexts = contexts(this.suffix, SUFFIX_CONTEXTS);
  }

  get prefixContexts(): readonly number[] {
    this.beginnings ??= contexts(this.prefix, PREFIX_CONTEXTS);
    return this.beginnings;
  }

  get shape(): Shape {
    this.known ??= shapeOf(this.text);
    return this.known;
  }
}

interface Shape {
  /** Consonants and vowels of the last letters. */
  readonly skeleton: number;
  /** The vowels among the last letters, consonants being alike. */
  readonly vowels: number;
  readonly lastVowel: number;
  readonly syllables: number;
}

/** Hashes of the last 0, 1, … letters. */
export function suffixHashes(text: string): number[] {
  const hashes = [SUFFIX_SEED];
  for (let k = 1; k <= text.length; k++) hashes.push(mix(hashes[k - 1] as number, text.charCodeAt(text.length - k)));
  return hashes;
}

/** Hashes of the first 0, 1, … letters, up to four. */
export function prefixHashes(text: string): number[] {
  const hashes = [PREFIX_SEED];
  const firsts = Math.min(text.length, PREFIX_CONTEXTS);
  for (let k = 1; k <= firsts; k++) hashes.push(mix(hashes[k - 1] as number, text.charCodeAt(k - 1)));
  return hashes;
}

function contexts(hashes: readonly number[], most: number): readonly number[] {
  const found = hashes.slice(1, most + 1);
  if (hashes.length <= most) found.push(mix(hashes[hashes.length - 1] as number, EDGE));
  return found;
}

function shapeOf(text: string): Shape {
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

/** Where the nearest vowel at or before a place is, going left, not before `from`; -1 when there is none. */
export function vowelBefore(letters: Uint16Array, place: number, from: number): number {
  for (let i = place; i >= from; i--) if (letterKind(letters[i] as number) === VOWEL) return i;
  return -1;
}

/** Where the first vowel at or after a place is; -1 when there is none before `to`. */
export function vowelFrom(letters: Uint16Array, place: number, to: number): number {
  for (let i = place; i < to; i++) if (letterKind(letters[i] as number) === VOWEL) return i;
  return -1;
}

/** A vowel with the marks that follow it; 0 for none. */
export function vowelHash(letters: Uint16Array, place: number, to: number): number {
  if (place < 0) return 0;
  let marks = 0;
  for (let i = place + 1; i < to && letterKind(letters[i] as number) === MARK; i++)
    marks = mix(marks, letters[i] as number);
  return mix(letters[place] as number, marks);
}
