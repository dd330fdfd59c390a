import { pool } from './apply.js';
import type { Reading } from './candidates.js';
import { mix, mixThree } from './hash.js';
import type { Rule } from './rules.js';
import type { Slot } from './slots.js';
import { vowelBefore, vowelFrom, vowelHash, type Word } from './word.js';

/** Weights of the ranker: sparse ones are hashed into this many. */
export const SPARSE_BITS = 20;
const MASK = (1 << SPARSE_BITS) - 1;

/** Features of a rule in a slot, whatever the word. */
export function fixedFeatures(rule: Rule, slot: Slot): Int32Array {
  const features: number[] = [];
  const add = (template: number, a: number, b: number) => features.push(mixThree(a, b, template) & MASK);
  for (const atom of slot.atomHashes) {
    add(1, atom, rule.suffixToHash);
    add(2, atom, rule.suffixChange);
    add(3, atom, rule.prefixChange);
    add(4, atom, rule.innerChange);
    add(5, atom, rule.suffixFromHash);
  }
  add(6, slot.hash, rule.hash);
  add(7, slot.hash, rule.suffixChange);
  add(8, slot.hash, rule.prefixChange);
  add(9, slot.hash, rule.innerChange);
  add(10, slot.hash, rule.suffixToHash);
  return Int32Array.from(features);
}

/** The features of one candidate: the first `featureCount` numbers. */
export const features = new Int32Array(4096);
export let featureCount = 0;

function add(template: number, a: number, b: number): void {
  features[featureCount++] = mixThree(a, b, template) & MASK;
}

/** Beyond the end of a form. */
const OUTSIDE = 1;

/** Features of a rule applied to a word: of its second reading, too, if it has one. */
export function freeFeatures(
  candidate: Reading & { readonly second?: Reading | undefined },
  word: Word,
  slot: Slot,
): void {
  featureCount = 0;
  readingFeatures(candidate, word, slot);
  if (candidate.second !== undefined) readingFeatures(candidate.second, word, slot);
}

function readingFeatures(reading: Reading, word: Word, slot: Slot): void {
  addSuffixSeam(reading);
  addHarmony(reading, word);
  addEnding(reading.rule, word, slot);
  addPrefixSeam(reading, word);
  addTemplate(reading.rule, word);
  if (reading.editAt >= 0) addInnerEdit(reading, slot);
  addSlot(reading.rule, word, slot);
}

function addSuffixSeam({ from, to, stemTo }: Reading): void {
  const s1 = stemTo > from ? (pool[stemTo - 1] as number) : 0;
  const s2 = stemTo > from + 1 ? (pool[stemTo - 2] as number) : 0;
  const s3 = stemTo > from + 2 ? (pool[stemTo - 3] as number) : 0;
  const f1 = stemTo < to ? (pool[stemTo] as number) : OUTSIDE;
  const f2 = stemTo + 1 < to ? (pool[stemTo + 1] as number) : OUTSIDE;
  const stem2 = mix(s1, s2);
  const next2 = mix(f1, f2);
  add(31, s1, f1);
  add(32, stem2, f1);
  add(33, s1, next2);
  add(34, stem2, next2);
  add(35, mix(stem2, s3), next2);
}

/** The vowels on both sides of the seam, and whether the stem's last syllable is closed. */
function addHarmony({ rule, from, to, stemTo }: Reading, word: Word): void {
  const { suffixChange: change, suffixToHash: suffix } = rule;
  const at = vowelBefore(pool, stemTo - 1, from);
  const vowel = vowelHash(pool, at, stemTo);
  const before = at < 0 ? 0 : vowelHash(pool, vowelBefore(pool, at - 1, from), at);
  const after = vowelHash(pool, vowelFrom(pool, stemTo, to), to);
  const two = mix(vowel, before);
  add(36, vowel, after);
  add(37, two, after);
  add(38, two, suffix);
  add(39, vowel, suffix);
  const closed = stemTo === from || at === stemTo - 1 ? 1 : 2;
  add(40, mix(vowel, closed), change);
  const syllables = Math.min(word.shape.syllables, 4);
  add(41, syllables, change);
  add(42, word.shape.syllables & 1, change);
  add(43, mix(syllables, closed), suffix);
}

function addEnding(rule: Rule, { suffix }: Word, slot: Slot): void {
  const change = rule.suffixChange;
  const from = mix(rule.suffixFromHash, slot.partOfSpeech);
  for (let k = 2; k <= 4; k++) {
    const last = suffix[k] ?? 0;
    add(42 + k, from, last);
    add(45 + k, change, last);
  }
}

function addPrefixSeam({ rule, from, to, stemFrom }: Reading, { prefix }: Word): void {
  const p1 = stemFrom < to ? (pool[stemFrom] as number) : OUTSIDE;
  const p2 = stemFrom + 1 < to ? (pool[stemFrom + 1] as number) : OUTSIDE;
  const b1 = stemFrom > from ? (pool[stemFrom - 1] as number) : OUTSIDE;
  const b2 = stemFrom > from + 1 ? (pool[stemFrom - 2] as number) : OUTSIDE;
  const before2 = mix(b1, b2);
  add(50, b1, p1);
  add(51, before2, p1);
  add(52, b1, mix(p1, p2));
  add(53, before2, mix(p1, p2));
  for (let k = 1; k <= 3; k++) add(53 + k, rule.prefixChange, prefix[k] ?? 0);
}

function addTemplate(rule: Rule, { shape: { skeleton, vowels }, suffix }: Word): void {
  add(57, rule.hash, skeleton);
  add(58, rule.suffixChange, vowels);
  add(59, rule.innerChange, vowels);
  add(60, rule.innerChange, suffix[2] ?? 0);
  add(61, rule.innerChange, suffix[3] ?? 0);
}

/** The letters around the first inner edit. */
function addInnerEdit({ rule, from, to, editAt, editLength }: Reading, slot: Slot): void {
  const inner = rule.innerChange;
  const after = editAt + editLength;
  const l1 = editAt > from ? (pool[editAt - 1] as number) : OUTSIDE;
  const l2 = editAt > from + 1 ? (pool[editAt - 2] as number) : OUTSIDE;
  const r1 = after < to ? (pool[after] as number) : OUTSIDE;
  const r2 = after + 1 < to ? (pool[after + 1] as number) : OUTSIDE;
  const around = mix(l1, r1);
  add(70, inner, l1);
  add(71, inner, r1);
  add(72, inner, around);
  add(73, inner, mix(l1, l2));
  add(74, inner, mix(r1, r2));
  add(75, mix(inner, rule.suffixToHash), around);
  for (const atom of slot.atomHashes) add(76, mix(atom, inner), around);
}

function addSlot(rule: Rule, { suffix, prefix, shape: { lastVowel } }: Word, slot: Slot): void {
  const change = rule.suffixChange;
  const last2 = suffix[2] ?? 0;
  const last3 = suffix[3] ?? 0;
  add(62, slot.hash, mix(change, suffix[1] ?? 0));
  add(63, slot.hash, mix(change, last2));
  add(64, slot.hash, mix(change, lastVowel));
  add(65, slot.hash, mix(rule.prefixChange, prefix[1] ?? 0));
  add(66, slot.hash, mix(rule.prefixChange, prefix[2] ?? 0));
  add(67, slot.hash, mix(rule.innerChange, last2));
  for (const atom of slot.atomHashes) {
    const changed = mix(atom, change);
    add(68, changed, last2);
    add(69, changed, last3);
  }
}
