import { naturalLog } from './arithmetic.js';
import type { Scored } from './direct.js';
import { fitLogistic, type Observation, probability } from './logistic.js';
import type { Backing } from './support.js';

/** Which way a form was found: each way has its own map from what is known of it to a probability. */
export const WAYS = ['direct', 'doubtful', 'neighbours', 'paradigm'] as const;
export type Way = (typeof WAYS)[number];

export type Calibration = Readonly<Record<Way, readonly number[]>>;

export interface Outcome {
  readonly lemma: string;
  readonly way: Way;
  readonly inputs: readonly number[];
  readonly right: boolean;
}

/**
 * Believed before anything is held out: what fits the held-out cells of the training files of SIGMORPHON 2020, 2022 and
 * 2023 (direct, doubtful), 2020 and 2022 (neighbours, paradigm), all languages together. With any one left out it hardly
 * changes.
 */
const FIRST: Calibration = {
  direct: [-0.4, 0.67, -0.07, 0.03, -0.42, 0.15, 0.86, 0.12, 0.05],
  doubtful: [-1.19, 0.52, 0.17, -0.82, 0.24, 0.24, 0.31, 0.2, 1.43],
  neighbours: [-0.38, 0.13, 0.58, -0.14, -0.03, 0.33, -0.05, 0.57, 1.81],
  paradigm: [-1.7, 0.34, 0.17, 0.58, -0.59, -0.07, 2.31, 0.14, 2.18],
};
/** The first belief weighs as much as some lemmas of the table. */
const PRIOR = 5;

/** An answer as its confidence is worked out. */
export interface Judged {
  readonly way: Way;
  /** Rows of the bundle. */
  readonly rows: number;
  /** Cells that were asked. */
  readonly sources: number;
}

/** A form, and what stands behind it: the bundle's own rules, or other cells. */
export interface Believed extends Scored {
  readonly backing?: Backing | undefined;
}

export function inputsOf(best: Believed, second: number, { way, rows, sources }: Judged): number[] {
  // However sure the ranker is, a slot of few rows has hardly been able to show what else there is.
  const most = way === 'direct' ? (4 * rows + 0.5) / (4 * rows + 1.5) : 1;
  const p = Math.min(most, 0.9999, Math.max(0.0001, best.p));
  const lead = Math.min(8, naturalLog((best.p + 1e-4) / (second + 1e-4))) / 2;
  const common = [1, naturalLog(p / (1 - p)), naturalLog(1 + rows) / 4, lead];
  return [...common, ...(best.backing ? ofOthers(best.backing, sources) : ofRules(best))];
}

/** How the best rule has done: whether the statistics alone choose it, in how long a context it was seen, how often. */
function ofRules({ first, depth, count, suffix, prefix }: Scored): number[] {
  return [first ? 1 : 0, depth / 4, naturalLog(1 + count) / 4, naturalLog(suffix), naturalLog(prefix)];
}

/** How many cells agree on the form, and whether the bundle's own rules do. */
function ofOthers({ agreeing, reliability, votes, direct }: Backing, sources: number): number[] {
  return [agreeing / Math.max(1, sources), naturalLog(1 + sources) / 2, reliability, naturalLog(0.05 + votes), direct];
}

export function confidenceOf(calibration: Calibration, way: Way, inputs: readonly number[]): number {
  return probability(calibration[way], inputs);
}

/** A map for each way, made by the way's number. */
export function calibrationOf(mapOf: (way: Way, number: number) => readonly number[]): Calibration {
  return Object.fromEntries(WAYS.map((way, number) => [way, mapOf(way, number)])) as Calibration;
}

/** One logistic map for each way, drawn towards the first belief. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  return calibrationOf((way) =>
    fitLogistic(observed(outcomes.filter((outcome) => outcome.way === way)), FIRST[way], PRIOR),
  );
}

/**
 * Cells of one lemma are mostly right or wrong together: they count as the square root of their number, between what
 * they would count if each told something new and if all told the same.
 */
function observed(outcomes: readonly Outcome[]): Observation[] {
  const cells = new Map<string, number>();
  for (const { lemma } of outcomes) cells.set(lemma, (cells.get(lemma) ?? 0) + 1);
  return outcomes.map(({ lemma, inputs, right }) => ({ inputs, right, weight: 1 / Math.sqrt(cells.get(lemma) ?? 1) }));
}

/** What the bundle's own rules may weigh against the votes of a lemma's other cells. */
const WEIGHTS = [0.1, 0.25, 0.5, 1, 2, 4] as const;
export const FIRST_WEIGHT = 0.5;
const WEIGHT_PRIOR = 4;

/** What votes and rules gave to the right form of a cell, and to all forms. */
export interface Mixed {
  readonly votes: number;
  readonly allVotes: number;
  readonly direct: number;
}

/** The weight by which right forms become likeliest. */
export function fitWeight(cells: readonly Mixed[]): number {
  const likelihood = (weight: number) => {
    let sum = 0;
    for (const { votes, allVotes, direct } of cells)
      sum += naturalLog((votes + weight * direct + 1e-3) / (allVotes + weight + 2e-3));
    return sum - WEIGHT_PRIOR * Math.abs(naturalLog(weight / FIRST_WEIGHT));
  };
  return WEIGHTS.reduce((best, weight) => (likelihood(weight) > likelihood(best) ? weight : best), FIRST_WEIGHT);
}
