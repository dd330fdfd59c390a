import { keyOfNumber } from '../../model/model.js';
import { exponential } from './arithmetic.js';
import { DENSE } from './dense.js';
import { SPARSE_BITS } from './features.js';
import type { KnownCell } from './lexicon.js';

/** Examples to learn from, and the features that they have. */
export interface Examples {
  readonly all: readonly Example[];
  /** By number of a feature: its place among the ranker's weights. */
  readonly places: Int32Array;
}

/** One cell to learn from: candidates with the numbers of their features, and which of them are right. */
export interface Example {
  readonly cell: KnownCell;
  readonly right: Uint8Array;
  /** Per candidate: features of rule and slot, shared by all words. */
  readonly fixed: readonly (readonly Int32Array[])[];
  /** The other features, one candidate after another; those of candidate c stand from `starts[c]` on. */
  readonly free: Int32Array;
  readonly starts: Int32Array;
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

/** Neighbouring numbers are of features that stand together: what is kept of one must tell nothing of the next. */
function keeps(step: number, feature: number): boolean {
  const h = Math.imul(feature ^ step, 0x85ebca6b);
  return Math.imul(h ^ (h >>> 13), 0xc2b2ae35) < 0;
}

const DENSE_RATE = 0.2;
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

/** A stretch of some features. */
interface Features {
  readonly all: Int32Array;
  readonly from: number;
  readonly to: number;
}

function keptSum(weights: Float32Array, { all, from, to }: Features, step: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const feature = all[i] as number;
    if (keeps(step, feature)) sum += weights[feature] as number;
  }
  return sum;
}

const whole = (all: Int32Array): Features => ({ all, from: 0, to: all.length });

function freeOf({ free, starts }: Example, candidate: number): Features {
  return { all: free, from: starts[candidate] as number, to: starts[candidate + 1] as number };
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

/** So many rankers are learnt of few examples, each with its own dropout, and their weights averaged. */
const DRAWS = 3;
const FEW_EXAMPLES = 5000;

/** Softmax regression over the candidates of each cell; AdaGrad (Duchi et al. 2011). `examples`: some of all. */
export function trainRanker(examples: readonly Example[], places: Int32Array, passes: number): Ranker {
  const draws = examples.length < FEW_EXAMPLES ? DRAWS : 1;
  const dense = new Float32Array(DENSE);
  const weights = new Float32Array(places.length);
  for (let draw = 0; draw < draws; draw++) {
    const state = learnAll(examples, places.length, { first: draw * passes, passes });
    addShare(dense, state.dense, draws);
    addShare(weights, state.weights, draws);
  }
  return rounded(dense, weights, places);
}

function addShare(sum: Float32Array, weights: Float32Array, draws: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (weights[i] as number) / draws;
}

/** `first`: the number of the first pass, by which its order and dropout are drawn. */
function learnAll(
  examples: readonly Example[],
  features: number,
  { first, passes }: { readonly first: number; readonly passes: number },
): State {
  const state = {
    dense: newRanker().dense,
    weights: new Float32Array(features),
    squares: new Float32Array(features).fill(FIRST_SQUARE),
    denseSquares: new Float32Array(DENSE).fill(1),
    scores: new Float64Array(256),
  };
  for (let pass = first; pass < first + passes; pass++)
    for (const index of shuffled(examples.length, pass))
      learn(examples[index] as Example, keyOfNumber(pass, index) | 1, state);
  return state;
}

/** Steps from no weight to the greatest: a stored weight has 16 bits, and a stored ranker must score as the first did. */
const STEPS = 0x7fff;

function rounded(dense: Float32Array, weights: Float32Array, places: Int32Array): Ranker {
  const most = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const scale = most / STEPS;
  const sparse = new Int16Array(1 << SPARSE_BITS);
  weights.forEach((weight, feature) => {
    sparse[places[feature] as number] = Math.round(weight / scale);
  });
  return { dense, sparse, scale };
}

interface State {
  readonly dense: Float32Array;
  /** By number of the feature. */
  readonly weights: Float32Array;
  /** Sums of squared slopes. */
  readonly squares: Float32Array;
  readonly denseSquares: Float32Array;
  readonly scores: Float64Array;
}

function learn(example: Example, step: number, state: State): void {
  const { dense, weights, denseSquares, scores } = state;
  const { fixed, right } = example;
  const count = right.length;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < count; c++) {
    let score = keptSum(weights, freeOf(example, c), step);
    for (const list of fixed[c] as Int32Array[]) score += keptSum(weights, whole(list), step);
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
    const slope = p / all - (right[c] === 1 ? p / good : 0);
    if (Math.abs(slope) < 0.005) continue;
    for (const list of fixed[c] as Int32Array[]) update(state, whole(list), slope, step);
    update(state, freeOf(example, c), slope, step);
    for (let d = 0; d < DENSE; d++) {
      const g = slope * (example.dense[c * DENSE + d] as number);
      denseSquares[d] = (denseSquares[d] as number) + g * g;
      dense[d] = (dense[d] as number) - (DENSE_RATE * g) / Math.sqrt(denseSquares[d] as number);
    }
  }
}

function update({ weights, squares }: State, { all, from, to }: Features, slope: number, step: number): void {
  const square = slope * slope;
  const rate = RATE * slope;
  for (let i = from; i < to; i++) {
    const feature = all[i] as number;
    if (!keeps(step, feature)) continue;
    const sum = (squares[feature] as number) + square;
    squares[feature] = sum;
    weights[feature] = (weights[feature] as number) - rate / Math.sqrt(sum);
  }
}
