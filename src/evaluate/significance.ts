import { keyOfNumber, keyOfText, uniform } from '../model/model.js';
import { corpusScore, type LineStatistics, sumLines, weightedSums } from './statistics.js';

/** The quantile of the normal distribution that leaves 2.5 % on either side. */
const Z95 = 1.959963984540054;

/** With as few lines all ways to swap are tried; beyond, some are drawn. */
const MOST_ENUMERATED = 12;

/** Scores closer than this are the same: sums of the same counts may differ in their last bits. */
const SAME = 1e-9;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's 95 % interval of a share, 0..1 (Wilson 1927); everything where there is nothing to count. */
export function wilsonInterval(right: number, all: number): Interval {
  if (all === 0) return { low: 0, high: 1 };
  const share = right / all;
  const z2 = Z95 ** 2;
  const centre = share + z2 / (2 * all);
  const spread = Z95 * Math.sqrt((share * (1 - share) + z2 / (4 * all)) / all);
  const scale = 1 + z2 / all;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

export interface McNemar {
  /** Lines that only the one system has right, and only the other. */
  readonly onlyA: number;
  readonly onlyB: number;
  /** Two-sided, exact: binomial on the lines on which they differ. */
  readonly p: number;
}

/** Two systems' answers to the same lines (McNemar 1947). */
export function mcnemar(a: readonly boolean[], b: readonly boolean[]): McNemar {
  const onlyA = a.filter((right, line) => right && !b[line]).length;
  const onlyB = a.filter((right, line) => !right && b[line]).length;
  return { onlyA, onlyB, p: Math.min(1, 2 * lowerTail(Math.min(onlyA, onlyB), onlyA + onlyB)) };
}

/** The chance of at most k heads in n throws of a fair coin, summed by logarithms since 2⁻ⁿ may be too small. */
function lowerTail(k: number, n: number): number {
  let logarithm = -n * Math.LN2;
  let sum = Math.exp(logarithm);
  for (let heads = 1; heads <= k; heads++) {
    logarithm += Math.log((n - heads + 1) / heads);
    sum += Math.exp(logarithm);
  }
  return sum;
}

export interface Resampling {
  readonly seed?: number;
  readonly resamples?: number;
}

export interface BootstrapInterval extends Interval {
  readonly score: number;
  /** Half the width of the interval: what sacreBLEU prints after ±. */
  readonly half: number;
  /** Mean and standard deviation of the scores of resamples. */
  readonly mean: number;
  readonly standardError: number;
  readonly resamples: number;
  readonly seed: number;
}

/** A 95 % interval: lines are drawn again with replacement, and as many scores left out at either end. */
export function bootstrapInterval(statistics: LineStatistics, options: Resampling = {}): BootstrapInterval {
  return bootstrapIntervals([statistics], options)[0] as BootstrapInterval;
}

/** Intervals of several scores of the same lines, from the same draws. */
export function bootstrapIntervals(
  statistics: readonly LineStatistics[],
  { seed = 1, resamples = 1000 }: Resampling = {},
): BootstrapInterval[] {
  const scores = drawnScores(statistics, { seed, resamples });
  return statistics.map((each, i) => ({
    score: corpusScore(each),
    ...spread(scores[i] as Float64Array),
    resamples,
    seed,
  }));
}

function spread(scores: Float64Array): Pick<BootstrapInterval, 'low' | 'high' | 'half' | 'mean' | 'standardError'> {
  const sorted = scores.slice().sort();
  const left = Math.floor(scores.length / 40);
  const [low, high] = [sorted[left] as number, sorted[scores.length - left - 1] as number];
  const mean = meanOf(scores);
  const variance = meanOf(scores.map((score) => (score - mean) ** 2));
  return { low, high, half: (high - low) / 2, mean, standardError: Math.sqrt(variance) };
}

/** Scores of resamples; the same lines are drawn for all systems. */
function drawnScores(systems: readonly LineStatistics[], { seed, resamples }: Required<Resampling>): Float64Array[] {
  const lines = systems[0]?.lines ?? 0;
  const key = keyOfNumber(keyOfText(0, 'bootstrap'), seed);
  const scores = systems.map(() => new Float64Array(resamples));
  const times = new Uint32Array(lines);
  for (let resample = 0; resample < resamples; resample++) {
    drawLines(times, keyOfNumber(key, resample));
    for (const [i, system] of systems.entries()) scores[i]![resample] = system.score(weightedSums(system, times));
  }
  return scores;
}

/** How often each line is drawn when as many are drawn, with replacement, as there are. */
function drawLines(times: Uint32Array, key: number): void {
  times.fill(0);
  for (let draw = 0; draw < times.length; draw++) times[Math.floor(uniform(keyOfNumber(key, draw)) * times.length)]!++;
}

function meanOf(numbers: Float64Array): number {
  return numbers.length > 0 ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : 0;
}

export interface PairedTest {
  readonly scoreA: number;
  readonly scoreB: number;
  /** scoreB − scoreA */
  readonly difference: number;
  /** 1 for systems that score the same. */
  readonly p: number;
  readonly lines: number;
  readonly resamples: number;
  readonly seed: number;
}

export interface PairedBootstrap extends PairedTest {
  /** The 95 % interval of the difference. */
  readonly interval: Interval;
}

/** Paired bootstrap (Koehn 2004) with sacreBLEU's p: how often |Δ| of a resample, less its mean, exceeds |Δ|. */
export function pairedBootstrap(a: LineStatistics, b: LineStatistics, options: Resampling = {}): PairedBootstrap {
  const { seed = 1, resamples = 1000 } = options;
  const [ofA, ofB] = drawnScores([a, b], { seed, resamples }) as [Float64Array, Float64Array];
  const differences = ofB.map((score, i) => score - (ofA[i] as number));
  const sizes = differences.map(Math.abs);
  const mean = meanOf(sizes);
  const base = compare(a, b);
  const larger = sizes.filter((size) => size - mean > Math.abs(base.difference)).length;
  const { low, high } = spread(differences);
  const interval = { low, high };
  const p = isSame(base) ? 1 : (larger + 1) / (resamples + 1);
  return { ...base, p, interval, resamples, seed };
}

function compare(a: LineStatistics, b: LineStatistics) {
  const [scoreA, scoreB] = [corpusScore(a), corpusScore(b)];
  return { scoreA, scoreB, difference: scoreB - scoreA, lines: a.lines };
}

const isSame = ({ difference }: { readonly difference: number }) => Math.abs(difference) < SAME;

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
