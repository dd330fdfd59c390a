import { exponential, naturalLog } from './arithmetic.js';
/** Which way a form was found: each way has its own map from share to probability. */
export const WAYS = ['direct', 'neighbours', 'paradigm'] as const;
export type Way = (typeof WAYS)[number];

/**
 * What the map sees: a constant, the logit of the share, the size of the slot, the lead over the second form, whether the
 * statistics alone agree.
 */
export const INPUTS = 5;
export type Calibration = Readonly<Record<Way, readonly number[]>>;

export interface Outcome {
  readonly way: Way;
  readonly inputs: readonly number[];
  readonly right: boolean;
}

/** Believed when nothing could be held out: raw shares are over-confident. */
const FIRST: Calibration = {
  direct: [-1, 0.7, 0.6, 0.2, 0],
  neighbours: [-0.8, 0.7, 0, 0, 0],
  paradigm: [-0.4, 0.8, 0, 0, 0],
};
const PRIOR = 2;
const ROUNDS = 12;

/** The part of a prediction that its confidence rests on. */
interface Believed {
  readonly p: number;
  readonly first: boolean;
}

/** How it was found, and in how many rows its bundle stands. */
interface Found {
  readonly way: Way;
  readonly rows: number;
}

export function inputsOf({ p: share, first }: Believed, second: number, { way, rows }: Found): number[] {
  // However sure the ranker is, a slot of few rows has hardly been able to show what else there is.
  const most = way === 'direct' ? (4 * rows + 0.5) / (4 * rows + 1.5) : 1;
  const p = Math.min(most, 0.9999, Math.max(0.0001, share));
  return [
    1,
    naturalLog(p / (1 - p)),
    naturalLog(1 + rows) / 4,
    Math.min(8, naturalLog((share + 1e-4) / (second + 1e-4))) / 2,
    first ? 1 : 0,
  ];
}

export function confidenceOf(calibration: Calibration, way: Way, inputs: readonly number[]): number {
  return probability(calibration[way], inputs);
}

function probability(weights: readonly number[], inputs: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < INPUTS; i++) sum += (weights[i] as number) * (inputs[i] as number);
  return 1 / (1 + exponential(-sum));
}

/** Logistic regression, one for each way, drawn towards the first belief. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const mapOf = (way: Way) =>
    fitOne(
      outcomes.filter((outcome) => outcome.way === way),
      FIRST[way],
    );
  return { direct: mapOf('direct'), neighbours: mapOf('neighbours'), paradigm: mapOf('paradigm') };
}

/** Newton's method; the second derivatives are a matrix of INPUTS by INPUTS. */
function fitOne(outcomes: readonly Outcome[], first: readonly number[]): number[] {
  const weights = [...first];
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map((weight, i) => PRIOR * (weight - (first[i] as number)));
    const curves = weights.map((_, i) => weights.map((__, j) => (i === j ? PRIOR : 0)));
    for (const { inputs, right } of outcomes) {
      const p = probability(weights, inputs);
      for (let i = 0; i < INPUTS; i++) {
        const input = inputs[i] as number;
        slopes[i] = (slopes[i] as number) + (p - (right ? 1 : 0)) * input;
        const row = curves[i] as number[];
        for (let j = 0; j < INPUTS; j++) row[j] = (row[j] as number) + p * (1 - p) * input * (inputs[j] as number);
      }
    }
    solve(curves, slopes).forEach((step, i) => {
      weights[i] = (weights[i] as number) - Math.max(-1, Math.min(1, step));
    });
  }
  return weights;
}

/** Solves a positive definite system by elimination. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  rows.forEach((row, i) => {
    const pivot = row[i] as number;
    for (let k = 0; k < rows.length; k++) {
      if (k === i) continue;
      const other = rows[k] as number[];
      const factor = (other[i] as number) / pivot;
      for (let j = i; j < row.length; j++) other[j] = (other[j] as number) - factor * (row[j] as number);
    }
  });
  return rows.map((row, i) => (row[row.length - 1] as number) / (row[i] as number));
}
