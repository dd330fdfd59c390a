import { CalqueError, keyOfNumber, keyOfText, uniform } from '../model/model.js';
import { corpusScore, type LineStatistics, weightedSums } from './statistics.js';

/** Scores closer than this are the same: sums of the same counts may differ in their last bits. */
export const SAME = 1e-9;

export interface Interval {
  readonly low: number;
  readonly high: number;
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
  const base = compare(a, b);
  const [ofA, ofB] = drawnScores([a, b], { seed, resamples }) as [Float64Array, Float64Array];
  const differences = ofB.map((score, i) => score - (ofA[i] as number));
  const sizes = differences.map(Math.abs);
  const mean = meanOf(sizes);
  const larger = sizes.filter((size) => size - mean > Math.abs(base.difference)).length;
  const { low, high } = spread(differences);
  const interval = { low, high };
  const p = isSame(base) ? 1 : (larger + 1) / (resamples + 1);
  return { ...base, p, interval, resamples, seed };
}

/** What every paired test starts from. */
export function compare(a: LineStatistics, b: LineStatistics) {
  if (a.lines !== b.lines) {
    const suggestions = ['compare systems on the same rows, in the same order'];
    throw new CalqueError('input', `systems answer ${a.lines} and ${b.lines} lines`, { suggestions });
  }
  const [scoreA, scoreB] = [corpusScore(a), corpusScore(b)];
  return { scoreA, scoreB, difference: scoreB - scoreA, lines: a.lines };
}

export const isSame = ({ difference }: { readonly difference: number }) => Math.abs(difference) < SAME;
