import { exponential, naturalLog } from './arithmetic.js';

const ROUNDS = 10;
const SMALLEST_STEP = 0.01;
const LEAST = 1e-12;

/** One outcome to fit a map to. */
export interface Observation {
  readonly inputs: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

export function probability(weights: readonly number[], inputs: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (inputs[i] as number);
  return 1 / (1 + exponential(-sum));
}

/** Logistic regression drawn towards some weights: Newton's method, with steps halved until they lead down. */
export function fitLogistic(observations: readonly Observation[], first: readonly number[], prior: number): number[] {
  let weights: readonly number[] = first;
  let loss = lossOf(weights, { observations, first, prior });
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map((weight, i) => prior * (weight - (first[i] as number)));
    const curves = weights.map((_, i) => weights.map((__, j) => (i === j ? prior : 0)));
    for (const observation of observations)
      addObservation(observation, probability(weights, observation.inputs), { slopes, curves });
    const step = solve(curves, slopes);
    for (let size = 1; size > SMALLEST_STEP; size /= 2) {
      const moved = weights.map((weight, i) => weight - size * (step[i] as number));
      const less = lossOf(moved, { observations, first, prior });
      if (less >= loss) continue;
      weights = moved;
      loss = less;
      break;
    }
  }
  return [...weights];
}

interface Problem {
  readonly observations: readonly Observation[];
  readonly first: readonly number[];
  readonly prior: number;
}

function lossOf(weights: readonly number[], { observations, first, prior }: Problem): number {
  let loss = 0;
  weights.forEach((weight, i) => {
    loss += (prior / 2) * (weight - (first[i] as number)) ** 2;
  });
  for (const { inputs, right, weight } of observations) {
    const p = probability(weights, inputs);
    loss -= weight * naturalLog(Math.max(LEAST, right ? p : 1 - p));
  }
  return loss;
}

interface Derivatives {
  readonly slopes: number[];
  readonly curves: readonly number[][];
}

function addObservation({ inputs, right, weight }: Observation, p: number, { slopes, curves }: Derivatives): void {
  for (let i = 0; i < slopes.length; i++) {
    const input = inputs[i] as number;
    slopes[i] = (slopes[i] as number) + weight * (p - (right ? 1 : 0)) * input;
    const row = curves[i] as number[];
    for (let j = 0; j < row.length; j++)
      row[j] = (row[j] as number) + weight * p * (1 - p) * input * (inputs[j] as number);
  }
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
