import { keyOfNumber, keyOfText } from '../model/model.js';
import { compare, isSame, type PairedTest, type Resampling, SAME } from './significance.js';
import { type LineStatistics, sumLines, weightedSums } from './statistics.js';

/** With as few lines all ways to swap are tried; beyond, some are drawn. */
const MOST_ENUMERATED = 12;

export interface Randomisation extends PairedTest {
  /** All assignments were tried: p is exact. */
  readonly exact: boolean;
  /** Assignments whose |Δ| reaches the observed one, and exceeds it. */
  readonly atLeast: number;
  readonly above: number;
}

/**
 * Approximate randomisation (Noreen 1989; Riezler and Maxwell 2005): were the systems alike, it would not matter
 * which of them wrote which line. Exact: share of assignments with |Δ| at least as large. Drawn: sacreBLEU's
 * (above + 1) / (resamples + 1).
 */
export function randomisation(a: LineStatistics, b: LineStatistics, options: Resampling = {}): Randomisation {
  const { seed = 1 } = options;
  const exact = a.lines <= MOST_ENUMERATED;
  const resamples = exact ? 2 ** a.lines : (options.resamples ?? 10_000);
  const swap = exact ? enumerateSwaps : drawSwaps(seed);
  const base = compare(a, b);
  const size = Math.abs(base.difference);
  const shifts = lineDifferences(a, b);
  const [sumsA, sumsB] = [sumLines(a), sumLines(b)];
  const swapped = new Uint8Array(a.lines);
  let [atLeast, above] = [0, 0];
  for (let assignment = 0; assignment < resamples; assignment++) {
    swap(swapped, assignment);
    const shift = weightedSums(shifts, swapped);
    const scoreA = a.score(sumsA.map((sum, i) => sum + (shift[i] as number)));
    const scoreB = b.score(sumsB.map((sum, i) => sum - (shift[i] as number)));
    const found = Math.abs(scoreA - scoreB);
    if (found >= size - SAME) atLeast++;
    if (found > size + SAME) above++;
  }
  const p = exact ? atLeast / resamples : isSame(base) ? 1 : (above + 1) / (resamples + 1);
  return { ...base, p, exact, atLeast, above, resamples, seed };
}

/** What the sums of the first system gain by a swap of a line, and those of the second lose. */
function lineDifferences(a: LineStatistics, b: LineStatistics): LineStatistics {
  return { ...a, values: a.values.map((n, i) => (b.values[i] as number) - n) };
}

/** Marks the lines that change sides in an assignment. */
type Swap = (swapped: Uint8Array, assignment: number) => void;

const enumerateSwaps: Swap = (swapped, assignment) => {
  for (let line = 0; line < swapped.length; line++) swapped[line] = (assignment >>> line) & 1;
};

/** A coin a line, thirty-two from each key. */
function drawSwaps(seed: number): Swap {
  const key = keyOfNumber(keyOfText(0, 'randomisation'), seed);
  return (swapped, assignment) => {
    const own = keyOfNumber(key, assignment);
    let coins = 0;
    for (let line = 0; line < swapped.length; line++) {
      if (line % 32 === 0) coins = keyOfNumber(own, line);
      swapped[line] = (coins >>> (line % 32)) & 1;
    }
  };
}

/** p values of several tests at once, adjusted so that any of them may be read by itself (Holm 1979). */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p || a.i - b.i);
  const adjusted = new Array<number>(ps.length).fill(1);
  let highest = 0;
  for (const [rank, { p, i }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (ps.length - rank) * p));
    adjusted[i] = highest;
  }
  return adjusted;
}
