import { pool } from './apply.js';
import { naturalLog } from './arithmetic.js';
import type { Candidate } from './candidates.js';
import { type SoundPatterns, STRANGENESS } from './sounds.js';
import type { Word } from './word.js';

export const DENSE = 10 + STRANGENESS;

export function denseFeatures(
  candidate: Candidate,
  { word, sounds }: { readonly word: Word; readonly sounds: SoundPatterns },
  out: Float32Array,
  at: number,
): void {
  const { estimate, agree, sum } = candidate;
  out[at] = naturalLog(estimate.suffix);
  out[at + 1] = naturalLog(estimate.prefix);
  out[at + 2] = naturalLog(estimate.plain);
  out[at + 3] = estimate.depth / 4;
  out[at + 4] = naturalLog(sum);
  out[at + 5] = naturalLog(agree);
  out[at + 6] = 1 / (1 + estimate.count);
  out[at + 7] = estimate.rule.kind === 'ends' ? 1 : 0;
  out[at + 8] = estimate.rule.kind === 'last' ? 1 : 0;
  out[at + 9] = isLemma(candidate, word.letters) ? 1 : 0;
  const { from, to } = candidate;
  sounds.measure({ letters: pool, base: from, limit: to }, word.letters, out, at + 10);
}

function isLemma({ from, to }: Candidate, lemma: Uint16Array): boolean {
  if (to - from !== lemma.length) return false;
  for (let i = from; i < to; i++) if (pool[i] !== lemma[i - from]) return false;
  return true;
}
