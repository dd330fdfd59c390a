import type { Carrier } from '../model/model.js';

/** Beyond this a space counts as this large: ordinals and capacities stay exact in a double, with room to add. */
export const LARGEST_SPACE = 2 ** 50;

/** Rows of a template where neither a number per template nor a total is asked. */
export const DEFAULT_PER_TEMPLATE = 3;

export interface Wanted {
  /** At most so many rows of one template. */
  readonly perTemplate?: number | undefined;
  /** At most so many rows in all, shared out evenly. */
  readonly rows?: number | undefined;
}

/** How many different rows a carrier can give. */
export function spaceSize(carrier: Carrier): number {
  let size = 1;
  for (const count of choiceCounts(carrier)) size = boundedProduct(size, count);
  return size;
}

/** How many choices each level offers: segments as they are said, then holes. */
export function choiceCounts({ segments, holes }: Carrier): number[] {
  const counts: number[] = [];
  for (let i = 0; i < segments.length; i++) counts.push(segments[i]!.options.length);
  for (let i = 0; i < holes.length; i++) counts.push(holes[i]!.values.length);
  return counts;
}

export function boundedProduct(left: number, right: number): number {
  return Math.min(LARGEST_SPACE, left * right);
}

/** How many rows each carrier gives; what a small space cannot give, the others give, the first in file order first. */
export function rowCounts(plan: { readonly carriers: readonly Carrier[] }, wanted: Wanted): Float64Array {
  const perTemplate = wanted.perTemplate ?? (wanted.rows === undefined ? DEFAULT_PER_TEMPLATE : Infinity);
  const counts = Float64Array.from(plan.carriers, (carrier) => Math.min(spaceSize(carrier), perTemplate));
  return wanted.rows === undefined ? counts : shareOut(counts, wanted.rows);
}

/** Water-filling: every carrier gives the same number, or all it has; one row more from the first until it adds up. */
function shareOut(most: Float64Array, rows: number): Float64Array {
  const level = waterLevel(most, rows);
  const counts = most.map((count) => Math.min(count, level));
  let left = rows - sum(counts);
  for (let i = 0; i < counts.length && left > 0; i++) {
    if (most[i]! <= level) continue;
    counts[i]! += 1;
    left--;
  }
  return counts;
}

/** The largest whole number that no more than `rows` rows come of, when each carrier gives at most that number. */
function waterLevel(most: Float64Array, rows: number): number {
  let low = 0;
  let high = most.reduce((a, b) => Math.max(a, b), 0);
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    if (sum(most.map((count) => Math.min(count, middle))) <= rows) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function sum(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  return total;
}

/** The rows of shard `index` (from 1) of `count`: half-open, contiguous, and together all of them. */
export function shardRange(
  total: number,
  index: number,
  count: number,
): { readonly from: number; readonly to: number } {
  return { from: share(total, index - 1, count), to: share(total, index, count) };
}

/** Floor of total * part / count, also where the product is no longer exact in a double. */
function share(total: number, part: number, count: number): number {
  return Math.floor(total / count) * part + Math.floor(((total % count) * part) / count);
}
