import { keyOfNumber } from '../../model/model.js';
import { exponential } from './arithmetic.js';
import { DENSE } from './dense.js';
import { SPARSE_BITS } from './features.js';
import type { KnownCell } from './lexicon.js';

/** One cell to learn from: candidates with their features, and which of them are right. */
export interface Example {
  readonly cell: KnownCell;
  readonly weight: number;
  readonly right: Uint8Array;
  /** Per candidate: features of rule and slot, shared by all words. */
  readonly fixed: readonly (readonly Int32Array[])[];
  readonly free: readonly Int32Array[];
  readonly dense: Float32Array;
}

export interface Ranker {
  readonly dense: Float32Array;
  /** Whole numbers of two bytes: the table is read in no order, and half of it fits where the whole would not. */
  readonly sparse: Int16Array;
  /** What the sparse weights are to be multiplied by. */
  readonly scale: number;
}

const RATE = 0.1;
/**
 * Each step of the training sees a random half of the features (dropout): other cells of the same lemma have taught the
 * features of its ending, which a new lemma lacks.
 */
const KEPT = 0.5;

function keeps(step: number, feature: number): boolean {
  return Math.imul(feature ^ step, 0x9e3779b1) < 0;
}

const DENSE_RATE = 0.1;
const FIRST_SQUARE = 1e-2;
const FIRST_DENSE = [0.6, 0.3, 0, 0, 0.4];

export function newRanker(): Ranker {
  const dense = new Float32Array(DENSE);
  FIRST_DENSE.forEach((weight, i) => {
    dense[i] = weight;
  });
  return { dense, sparse: new Int16Array(1 << SPARSE_BITS), scale: 1 };
}

/** The sum of all features' weights, halved: what a step of the training sees on the mean. */
export function sumOf({ sparse, scale }: Ranker, features: Int32Array, count = features.length): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += sparse[features[i] as number] as number;
  return sum * KEPT * scale;
}

/** A weight and the sum of its squared slopes stand side by side: they are read together. */
const PAIR = 2;

function keptSum(table: Float32Array, features: Int32Array, step: number): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) {
    const feature = features[i] as number;
    if (keeps(step, feature)) sum += table[feature * PAIR] as number;
  }
  return sum;
}

/** Order of examples in a pass: the same on every machine. */
function shuffled(length: number, pass: number): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = (keyOfNumber(pass + 1, i) >>> 0) % (i + 1);
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
  return order;
}

/** Softmax regression over the candidates of each cell; AdaGrad (Duchi et al. 2011). */
export function trainRanker(examples: readonly Example[], passes: number): Ranker {
  const { dense } = newRanker();
  const table = new Float32Array((1 << SPARSE_BITS) * PAIR);
  for (let i = 1; i < table.length; i += PAIR) table[i] = FIRST_SQUARE;
  const state = { dense, table, denseSquares: new Float32Array(DENSE).fill(1), scores: new Float64Array(256) };
  for (let pass = 0; pass < passes; pass++)
    for (const index of shuffled(examples.length, pass))
      learn(examples[index] as Example, keyOfNumber(pass, index) | 1, state);
  return rounded(dense, table);
}

/** Steps from no weight to the greatest: a stored weight has 16 bits, and a stored ranker must score as the first did. */
const STEPS = 0x7fff;

function rounded(dense: Float32Array, table: Float32Array): Ranker {
  let most = 1e-9;
  for (let i = 0; i < table.length; i += PAIR) most = Math.max(most, Math.abs(table[i] as number));
  const scale = most / STEPS;
  const sparse = new Int16Array(1 << SPARSE_BITS);
  for (let i = 0; i < sparse.length; i++) sparse[i] = Math.round((table[i * PAIR] as number) / scale);
  return { dense, sparse, scale };
}

interface State {
  readonly dense: Float32Array;
  readonly table: Float32Array;
  readonly denseSquares: Float32Array;
  readonly scores: Float64Array;
}

function learn(example: Example, step: number, { dense, table, denseSquares, scores }: State): void {
  const { fixed, free, right } = example;
  const count = right.length;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < count; c++) {
    let score = keptSum(table, free[c] as Int32Array, step);
    for (const list of fixed[c] as Int32Array[]) score += keptSum(table, list, step);
    for (let d = 0; d < DENSE; d++) score += (dense[d] as number) * (example.dense[c * DENSE + d] as number);
    scores[c] = score;
    if (score > most) most = score;
  }
  let all = 0;
  let good = 0;
  for (let c = 0; c < count; c++) {
    const p = exponential((scores[c] as number) - most);
    scores[c] = p;
    all += p;
    if (right[c] === 1) good += p + 1e-30;
  }
  for (let c = 0; c < count; c++) {
    const p = scores[c] as number;
    const slope = (p / all - (right[c] === 1 ? p / good : 0)) * example.weight;
    if (Math.abs(slope) < 0.005) continue;
    for (const list of fixed[c] as Int32Array[]) update(table, list, slope, step);
    update(table, free[c] as Int32Array, slope, step);
    for (let d = 0; d < DENSE; d++) {
      const g = slope * (example.dense[c * DENSE + d] as number);
      denseSquares[d] = (denseSquares[d] as number) + g * g;
      dense[d] = (dense[d] as number) - (DENSE_RATE * g) / Math.sqrt(denseSquares[d] as number);
    }
  }
}

function update(table: Float32Array, features: Int32Array, slope: number, step: number): void {
  const square = slope * slope;
  const rate = RATE * slope;
  for (let i = 0; i < features.length; i++) {
    const feature = features[i] as number;
    if (!keeps(step, feature)) continue;
    const at = feature * PAIR;
    const sum = (table[at + 1] as number) + square;
    table[at + 1] = sum;
    table[at] = (table[at] as number) - rate / Math.sqrt(sum);
  }
}
