import type { Interval } from './significance.js';

/** The quantile of the normal distribution that leaves 2.5 % on either side. */
const Z95 = 1.959963984540054;

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
