import type { Candidate, Reading } from './candidates.js';
import { hashText, mix } from './hash.js';
import type { Rule } from './rules.js';
import { type SoundPatterns, STRANGENESS } from './sounds.js';
import { vowelBefore, vowelFrom, type Word } from './word.js';

/** A bundle as statistics and ranker see it. */
export interface Slot {
  readonly id: number;
  readonly bundle: string;
  /** The atoms in parts: `AT+ESS` is `AT` and `ESS`, `PSS1S` is a person and a number. */
  readonly parts: readonly string[];
  readonly hash: number;
  readonly atomHashes: Int32Array;
  readonly partOfSpeech: number;
  /** Sum of the parts' hashes: the difference of two sums stands for the difference of the bundles. */
  readonly sum: number;
}

const POSSESSOR = /^(PSS)([0-9])([A-Z])$/;

function partsOf(atoms: readonly string[]): string[] {
  return atoms.flatMap((atom) => {
    const possessor = POSSESSOR.exec(atom);
    if (possessor) return [`PSS:${possessor[2]}`, `PSS:${possessor[3]}`];
    const colon = atom.lastIndexOf(':') + 1;
    const path = atom.slice(0, colon);
    return atom
      .slice(colon)
      .split('+')
      .map((leaf) => path + leaf);
  });
}

export function slotOf(id: number, bundle: string): Slot {
  const atoms = bundle.split(';');
  const parts = partsOf(atoms);
  const pos = atoms[0] as string;
  return {
    id,
    bundle,
    parts,
    hash: hashText(bundle, 21),
    atomHashes: Int32Array.from(new Set([...atoms, ...parts]), (atom) => hashText(atom, 22)),
    partOfSpeech: hashText(pos, 23),
    sum: parts.reduce((sum, part) => (sum + hashText(`${pos} ${part}`, 24)) | 0, 0),
  };
}

/** Weights of the ranker: sparse ones are hashed into this many. */
export const SPARSE_BITS = 18;
const MASK = (1 << SPARSE_BITS) - 1;

/** Features of a rule in a slot, whatever the word. */
export function fixedFeatures(rule: Rule, slot: Slot): Int32Array {
  const features: number[] = [];
  const add = (template: number, a: number, b: number) => features.push(mix(mix(a, b), template) & MASK);
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

/** Features of a rule applied to a word. Written to `out` from `at`; returns the end. */
export function freeFeatures(candidate: Reading, word: Word, slot: Slot, out: Int32Array, at: number): number {
  const { rule } = candidate;
  const { form, stemFrom, stemTo } = candidate;
  const { suffix, prefix, lastVowel } = word;
  const last1 = suffix[1] ?? 0;
  const last2 = suffix[2] ?? 0;
  const last3 = suffix[3] ?? 0;
  const last4 = suffix[4] ?? 0;
  const first1 = prefix[1] ?? 0;
  const first2 = prefix[2] ?? 0;
  const first3 = prefix[3] ?? 0;
  const change = rule.suffixChange;
  const to = rule.suffixToHash;
  let end = at;
  const add = (template: number, a: number, b: number) => {
    out[end++] = mix(mix(a, b), template) & MASK;
  };
  // Letters across the seam of stem and suffix.
  const s1 = stemTo > 0 ? form.charCodeAt(stemTo - 1) : 0;
  const s2 = stemTo > 1 ? form.charCodeAt(stemTo - 2) : 0;
  const s3 = stemTo > 2 ? form.charCodeAt(stemTo - 3) : 0;
  const f1 = stemTo < form.length ? form.charCodeAt(stemTo) : 1;
  const f2 = stemTo + 1 < form.length ? form.charCodeAt(stemTo + 1) : 1;
  const stem2 = mix(s1, s2);
  const next2 = mix(f1, f2);
  add(31, s1, f1);
  add(32, stem2, f1);
  add(33, s1, next2);
  add(34, stem2, next2);
  add(35, mix(stem2, s3), next2);
  // Vowel harmony.
  const vowel = vowelBefore(form, stemTo - 1);
  const vowel2 = vowel.at > 0 ? vowelBefore(form, vowel.at - 1).hash : 0;
  const after = vowelFrom(form, stemTo);
  const two = mix(vowel.hash, vowel2);
  add(36, vowel.hash, after);
  add(37, two, after);
  add(38, two, to);
  add(39, vowel.hash, to);
  const closed = s1 === 0 || vowel.at === stemTo - 1 ? 1 : 2;
  add(40, mix(vowel.hash, closed), change);
  const syllables = Math.min(word.syllables, 4);
  add(41, syllables, change);
  add(42, word.syllables & 1, change);
  add(43, mix(syllables, closed), to);
  // The lemma's ending.
  const pos = slot.partOfSpeech;
  const from = mix(rule.suffixFromHash, pos);
  add(44, from, last2);
  add(45, from, last3);
  add(46, from, last4);
  add(47, change, last2);
  add(48, change, last3);
  add(49, change, last4);
  // The seam of prefix and stem.
  const p1 = form.charCodeAt(stemFrom);
  const p2 = stemFrom + 1 < form.length ? form.charCodeAt(stemFrom + 1) : 1;
  const b1 = stemFrom > 0 ? form.charCodeAt(stemFrom - 1) : 1;
  const b2 = stemFrom > 1 ? form.charCodeAt(stemFrom - 2) : 1;
  const before2 = mix(b1, b2);
  add(50, b1, p1);
  add(51, before2, p1);
  add(52, b1, mix(p1, p2));
  add(53, before2, mix(p1, p2));
  add(54, rule.prefixChange, first1);
  add(55, rule.prefixChange, first2);
  add(56, rule.prefixChange, first3);
  // Templates.
  add(57, rule.hash, word.skeleton);
  add(58, change, word.vowels);
  add(59, rule.innerChange, word.vowels);
  add(60, rule.innerChange, last2);
  add(61, rule.innerChange, last3);
  // The letters around the first inner edit.
  const edit = candidate.editAt;
  if (edit >= 0) {
    const inner = rule.innerChange;
    const l1 = edit > 0 ? form.charCodeAt(edit - 1) : 1;
    const l2 = edit > 1 ? form.charCodeAt(edit - 2) : 1;
    const length = (rule.edits[0] as { to: string }).to.length;
    const r1 = edit + length < form.length ? form.charCodeAt(edit + length) : 1;
    const r2 = edit + length + 1 < form.length ? form.charCodeAt(edit + length + 1) : 1;
    add(70, inner, l1);
    add(71, inner, r1);
    add(72, inner, mix(l1, r1));
    add(73, inner, mix(l1, l2));
    add(74, inner, mix(r1, r2));
    add(75, mix(inner, to), mix(l1, r1));
    for (const atom of slot.atomHashes) add(76, mix(atom, inner), mix(l1, r1));
  }
  // The slot.
  add(62, slot.hash, mix(change, last1));
  add(63, slot.hash, mix(change, last2));
  add(64, slot.hash, mix(change, lastVowel));
  add(65, slot.hash, mix(rule.prefixChange, first1));
  add(66, slot.hash, mix(rule.prefixChange, first2));
  add(67, slot.hash, mix(rule.innerChange, last2));
  for (const atom of slot.atomHashes) {
    const changed = mix(atom, change);
    add(68, changed, last2);
    add(69, changed, last3);
  }
  return end;
}

export const DENSE = 10 + STRANGENESS;

export function denseFeatures(
  candidate: Candidate,
  { word, sounds }: { readonly word: Word; readonly sounds: SoundPatterns },
  out: Float32Array,
  at: number,
): void {
  const { estimate, agree, sum } = candidate;
  out[at] = Math.log(estimate.suffix);
  out[at + 1] = Math.log(estimate.prefix);
  out[at + 2] = Math.log(estimate.plain);
  out[at + 3] = estimate.depth / 4;
  out[at + 4] = Math.log(sum);
  out[at + 5] = Math.log(agree);
  out[at + 6] = 1 / (1 + estimate.count);
  out[at + 7] = estimate.rule.kind === 'ends' ? 1 : 0;
  out[at + 8] = estimate.rule.kind === 'last' ? 1 : 0;
  out[at + 9] = candidate.form === word.text ? 1 : 0;
  sounds.measure(candidate.form, word.text, out, at + 10);
}
