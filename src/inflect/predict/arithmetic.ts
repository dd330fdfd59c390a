/**
 * Logarithm and exponential by sums and products alone: those of the language may differ in their last digits from one
 * engine to the next, and a predictor must be the same everywhere.
 */

const bits = new DataView(new ArrayBuffer(8));
/** Said of every access, so that all machines do the same; most are so by themselves and need not turn the bytes. */
const LITTLE = true;
/** Where the sign and the exponent of a double lie. */
const HIGH = 4;
const BIAS = 1023;

/** 2 to the power of -1023 and more: to multiply by one of them is exact. */
const powers = Float64Array.from({ length: 2 * BIAS + 1 }, (_, i) => 2 ** (i - BIAS));
const powerOfTwo = (exponent: number) => powers[exponent + BIAS] as number;

/** Of a number above 0 that is not denormal; right to ten digits. */
export function naturalLog(x: number): number {
  bits.setFloat64(0, x, LITTLE);
  let exponent = (bits.getInt32(HIGH, LITTLE) >> 20) - BIAS;
  let mantissa = x * powerOfTwo(-exponent);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  // ln m = 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1) / (m + 1), at most 0.172.
  const s = (mantissa - 1) / (mantissa + 1);
  const q = s * s;
  const sum = 1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q / 13)))));
  return exponent * Math.LN2 + 2 * s * sum;
}

const SMALLEST = -700;
const GREATEST = 700;
/** 1/0!, 1/1!, 1/2! … */
const [, , F2, F3, F4, F5, F6, F7, F8, F9, F10] = [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((_, n, factors) =>
  factors.slice(0, n + 1).reduce((product, factor) => product / factor, 1),
) as [number, number, number, number, number, number, number, number, number, number, number];

/** Right to ten digits. */
export function exponential(x: number): number {
  if (x < SMALLEST) return 0;
  if (x > GREATEST) return Number.POSITIVE_INFINITY;
  const power = Math.round(x / Math.LN2);
  const r = x - power * Math.LN2;
  const high = F5 + r * (F6 + r * (F7 + r * (F8 + r * (F9 + r * F10))));
  return (1 + r * (1 + r * (F2 + r * (F3 + r * (F4 + r * high))))) * powerOfTwo(power);
}
