import { HashedNumbers, mix } from './hash.js';
import { letterKind, MARK, VOWEL } from './letters.js';
import type { KnownCell } from './lexicon.js';

/** How strange a form looks, by the sequences that its change makes new: sums of 1 / (1 + lemmas that have the sequence). */
export const STRANGENESS = 4;
const EDGE = 2;

/** In how many lemmas' forms each sequence of letters, and of vowels, occurs. */
export class SoundPatterns {
  private own: ReadonlySet<number> = new Set();
  private ownCells: readonly KnownCell[] | undefined;

  constructor(readonly lemmas = new HashedNumbers(20000)) {}

  /** Counts the sequences of one lemma's forms, once each. */
  addLemma(forms: readonly string[]): void {
    for (const key of keysOf(forms)) this.lemmas.add(key, 1);
  }

  /** The lemma whose own forms must not count (in training); none by default. */
  leaveOut(forms: readonly string[]): void {
    this.own = keysOf(forms);
    this.ownCells = undefined;
  }

  /** The same for all cells of a lemma: mostly asked for again and again. */
  leaveOutLemma(cells: readonly KnownCell[]): void {
    if (cells === this.ownCells) return;
    this.leaveOut(cells.flatMap(({ lemma, forms }) => [lemma, ...forms]));
    this.ownCells = cells;
  }

  /** Of a form that lies in some letters from `base` to `limit`. */
  measure({ letters, base, limit }: Stretch, lemma: Uint16Array, out: Float32Array, at: number): void {
    const length = limit - base;
    const most = Math.min(length, lemma.length);
    let start = 0;
    while (start < most && letters[base + start] === lemma[start]) start++;
    let end = 0;
    while (end < most - start && letters[limit - 1 - end] === lemma[lemma.length - 1 - end]) end++;
    for (let kind = 0; kind < STRANGENESS; kind++) out[at + kind] = 0;
    const count = visit({ letters, base, limit }, start, length - end);
    for (let i = 0; i < count; i++) {
      const key = keys[i] as number;
      let times = this.lemmas.get(key);
      if (times > 0 && this.own.size > 0 && this.own.has(key)) times -= 1;
      const kind = at + (kinds[i] as number);
      out[kind] = (out[kind] as number) + 1 / (1 + times);
    }
  }
}

/** A word among other letters. */
export interface Stretch {
  readonly letters: Uint16Array;
  readonly base: number;
  readonly limit: number;
}

let written = new Uint16Array(256);

/** A word by itself, which holds until the next one. */
export function stretchOf(text: string): Stretch {
  if (written.length < text.length) written = new Uint16Array(text.length * 2);
  for (let i = 0; i < text.length; i++) written[i] = text.charCodeAt(i);
  return { letters: written, base: 0, limit: text.length };
}

function keysOf(forms: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const form of forms) {
    const count = visit(stretchOf(form), 0, form.length);
    for (let i = 0; i < count; i++) found.add(keys[i] as number);
  }
  return found;
}

/** What `visit` found: four sequences at most for each letter. */
let keys = new Int32Array(1024);
let kinds = new Uint8Array(1024);
let found = 0;

function reserve(length: number): void {
  if (keys.length >= length * 4) return;
  keys = new Int32Array(length * 8);
  kinds = new Uint8Array(length * 8);
}

function take(kind: number, key: number): void {
  kinds[found] = kind;
  keys[found++] = key;
}

/** Sequences of three and four letters, of two and three vowels, that touch the letters [from, to) of a word. */
function visit({ letters, base, limit }: Stretch, from: number, to: number): number {
  const length = limit - base;
  reserve(length + 2);
  found = 0;
  let a = EDGE;
  let b = EDGE;
  let c = EDGE;
  let vowel1 = EDGE;
  let vowel2 = EDGE;
  const last = Math.min(length, to + 2);
  for (let i = 0; i <= length; i++) {
    const code = i < length ? (letters[base + i] as number) : EDGE;
    if (i >= from && i <= last) {
      const three = mix(mix(b, c), code);
      take(0, mix(three, 71));
      take(1, mix(mix(three, a), 72));
    }
    a = b;
    b = c;
    c = code;
    if (letterKind(code) !== VOWEL) continue;
    let hash = code;
    for (let j = base + i + 1; j < limit && letterKind(letters[j] as number) === MARK; j++)
      hash = mix(hash, letters[j] as number);
    if (i >= from - 1) {
      const two = mix(vowel1, hash);
      take(2, mix(two, 73));
      take(3, mix(mix(two, vowel2), 74));
    }
    vowel2 = vowel1;
    vowel1 = hash;
  }
  return found;
}
