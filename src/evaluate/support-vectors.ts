import { keyOfNumber, uniform } from '../model/model.js';
import type { SparseMatrix } from './sparse.js';

export interface SupportVectorOptions {
  /** Weight of the loss against the length of the weights. */
  readonly cost: number;
  /** Training ends when no projected gradient differs from another by more than this. */
  readonly tolerance: number;
  readonly mostPasses: number;
  readonly key: number;
}

/** What all classes share while they are trained one after the other. */
export interface Trainer {
  /** Weights of the columns, and last the bias, that part the positive rows from all others. */
  train(positive: Uint8Array, key: number): Float64Array;
}

/**
 * A linear support vector machine with squared hinge loss and L2 penalty, by dual coordinate descent with shrinking:
 * Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, algorithm 3. The bias is a column that is 1 in every row.
 */
export function trainer(matrix: SparseMatrix, options: SupportVectorOptions): Trainer {
  const diagonal = 0.5 / options.cost;
  const squares = squaredLengths(matrix, diagonal);
  const size = squares.length;
  const order = new Int32Array(size);
  const alpha = new Float64Array(size);
  return {
    train(positive, key) {
      const weights = new Float64Array(matrix.width + 1);
      alpha.fill(0);
      for (let i = 0; i < size; i++) order[i] = i;
      descend({ matrix, positive, weights, alpha, squares, order, diagonal }, { ...options, key });
      return weights;
    },
  };
}

function squaredLengths({ starts, values }: SparseMatrix, diagonal: number): Float64Array {
  const squares = new Float64Array(starts.length - 1).fill(1 + diagonal);
  for (let i = 0; i < squares.length; i++) {
    for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) squares[i]! += (values[k] as number) ** 2;
  }
  return squares;
}

interface State {
  readonly matrix: SparseMatrix;
  readonly positive: Uint8Array;
  readonly weights: Float64Array;
  readonly alpha: Float64Array;
  readonly squares: Float64Array;
  /** Rows that are still looked at come first. */
  readonly order: Int32Array;
  readonly diagonal: number;
}

function descend(state: State, { tolerance, mostPasses, key }: SupportVectorOptions): void {
  const { order } = state;
  let active = order.length;
  let limit = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < mostPasses; pass++) {
    shuffle(order, active, keyOfNumber(key, pass));
    const seen = onePass(state, active, limit);
    active = seen.active;
    if (seen.most - seen.least <= tolerance) {
      // Rows that were set aside are tested once more before training ends.
      if (active === order.length) return;
      active = order.length;
      limit = Number.POSITIVE_INFINITY;
    } else limit = seen.most > 0 ? seen.most : Number.POSITIVE_INFINITY;
  }
}

/** Looks at every active row once; rows that stay at zero beyond the limit are set aside. */
function onePass(state: State, active: number, limit: number): { active: number; most: number; least: number } {
  const { matrix, positive, weights, alpha, squares, order, diagonal } = state;
  const { starts, columns, values } = matrix;
  const bias = matrix.width;
  let most = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (let s = 0; s < active; s++) {
    const i = order[s] as number;
    const y = positive[i] === 1 ? 1 : -1;
    const start = starts[i] as number;
    const end = starts[i + 1] as number;
    let margin = weights[bias] as number;
    for (let k = start; k < end; k++) margin += (weights[columns[k] as number] as number) * (values[k] as number);
    const a = alpha[i] as number;
    const gradient = y * margin - 1 + a * diagonal;
    if (a === 0 && gradient > limit) {
      active--;
      order[s] = order[active] as number;
      order[active] = i;
      s--;
      continue;
    }
    const projected = a === 0 && gradient > 0 ? 0 : gradient;
    if (projected > most) most = projected;
    if (projected < least) least = projected;
    if (Math.abs(projected) < 1e-12) continue;
    const next = Math.max(a - gradient / (squares[i] as number), 0);
    const step = (next - a) * y;
    alpha[i] = next;
    for (let k = start; k < end; k++) weights[columns[k] as number]! += step * (values[k] as number);
    weights[bias]! += step;
  }
  return { active, most, least };
}

/** Fisher and Yates, of the first `size` places. */
export function shuffle(order: Int32Array, size: number, key: number): void {
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(uniform(keyOfNumber(key, i)) * (i + 1));
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
}
