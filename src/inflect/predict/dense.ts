import { pool } from './apply.js';
import { naturalLog } from './arithmetic.js';
import type { Candidate } from './candidates.js';
import { type SoundPatterns, STRANGENESS } from './sounds.js';
import type { Word } from './word.js';

/** Features of what is known of the rule; behind them stands how strange the form looks. */
export const OF_RULE = 10;
export const DENSE = OF_RULE + STRANGENESS;

export function denseFeatures(
  candidate: Candidate,
  { word, sounds }: { readonly word: Word; readonly sounds: SoundPatterns },
  out: Float32Array,
  at: number,
): void {
  ruleFeatures(candidate, word, out, at);
  const { from, to } = candidate;
  sounds.measure({ letters: pool, base: from, limit: to }, word.letters, out, at + OF_RULE);
}

function ruleFeatures(candidate: Candidate, word: Word, out: Float32Array, at: number): void {
  const { rule, agree } = candidate;
  out[at] = naturalLog(candidate.suffix);
  out[at + 1] = naturalLog(candidate.prefix);
  out[at + 2] = naturalLog(candidate.plain);
  out[at + 3] = candidate.depth / 4;
  out[at + 4] = naturalLog(candidate.sum);
  out[at + 5] = agree === 1 ? 0 : naturalLog(agree);
  out[at + 6] = 1 / (1 + candidate.count);
  out[at + 7] = rule.kind === 'ends' ? 1 : 0;
  out[at + 8] = rule.kind === 'last' ? 1 : 0;
  out[at + 9] = isLemma(candidate, word.letters) ? 1 : 0;
}

function isLemma({ from, to }: Candidate, lemma: Uint16Array): boolean {
  if (to - from !== lemma.length) return false;
  for (let i = from; i < to; i++) if (pool[i] !== lemma[i - from]) return false;
  return true;
}
