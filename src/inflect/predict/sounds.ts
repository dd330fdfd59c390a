import { HashedNumbers, mix } from './hash.js';
import { letterKind, MARK, VOWEL } from './letters.js';

/** How strange a form looks, by the sequences that its change makes new: sums of 1 / (1 + lemmas that have the sequence). */
export const STRANGENESS = 4;
const EDGE = 2;

/** In how many lemmas' forms each sequence of letters, and of vowels, occurs. */
export class SoundPatterns {
  private own: ReadonlySet<number> = new Set();

  constructor(readonly lemmas = new HashedNumbers(20000)) {}

  /** Counts the sequences of one lemma's forms, once each. */
  addLemma(forms: readonly string[]): void {
    for (const key of keysOf(forms)) this.lemmas.add(key, 1);
  }

  /** The lemma whose own forms must not count (in training); none by default. */
  leaveOut(forms: readonly string[]): void {
    this.own = keysOf(forms);
  }

  measure(form: string, lemma: string, out: Float32Array, at: number): void {
    const most = Math.min(form.length, lemma.length);
    let start = 0;
    while (start < most && form.charCodeAt(start) === lemma.charCodeAt(start)) start++;
    let end = 0;
    while (end < most - start && form.charCodeAt(form.length - 1 - end) === lemma.charCodeAt(lemma.length - 1 - end))
      end++;
    const sums = [0, 0, 0, 0];
    visit(form, start, form.length - end, (kind, key) => {
      let times = this.lemmas.get(key);
      if (times > 0 && this.own.size > 0 && this.own.has(key)) times -= 1;
      sums[kind] = (sums[kind] as number) + 1 / (1 + times);
    });
    for (let i = 0; i < STRANGENESS; i++) out[at + i] = sums[i] as number;
  }
}

function keysOf(forms: readonly string[]): Set<number> {
  const keys = new Set<number>();
  for (const form of forms) visit(form, 0, form.length, (_, key) => keys.add(key));
  return keys;
}

/** Sequences of three and four letters, of two and three vowels, that touch the letters [from, to). */
function visit(form: string, from: number, to: number, take: (kind: number, key: number) => void): void {
  let a = EDGE;
  let b = EDGE;
  let c = EDGE;
  let vowel1 = EDGE;
  let vowel2 = EDGE;
  const last = Math.min(form.length, to + 2);
  for (let i = 0; i <= form.length; i++) {
    const code = i < form.length ? form.charCodeAt(i) : EDGE;
    const three = mix(mix(b, c), code);
    if (i >= from && i <= last) {
      take(0, mix(three, 71));
      take(1, mix(mix(three, a), 72));
    }
    a = b;
    b = c;
    c = code;
    if (letterKind(code) !== VOWEL) continue;
    let hash = code;
    for (let j = i + 1; j < form.length && letterKind(form.charCodeAt(j)) === MARK; j++)
      hash = mix(hash, form.charCodeAt(j));
    if (i >= from - 1) {
      const two = mix(vowel1, hash);
      take(2, mix(two, 73));
      take(3, mix(mix(two, vowel2), 74));
    }
    vowel2 = vowel1;
    vowel1 = hash;
  }
}
