/**
 * Logarithm and exponential by sums and products alone: those of the language may differ in their last digits from one
 * engine to the next, and a predictor must be the same everywhere.
 */

const ODD = Float64Array.from({ length: 9 }, (_, k) => 1 / (2 * k + 1));
const bits = new DataView(new ArrayBuffer(8));
/** Said of every access, so that all machines do the same; most are so by themselves and need not turn the bytes. */
const LITTLE = true;
/** Where the sign and the exponent of a double lie. */
const HIGH = 4;
const MANTISSA = 0x000fffff;
const ONE = 0x3ff00000;

/** Of a number above 0 that is not denormal. */
export function naturalLog(x: number): number {
  bits.setFloat64(0, x, LITTLE);
  const high = bits.getInt32(HIGH, LITTLE);
  let exponent = (high >> 20) - 1023;
  bits.setInt32(HIGH, (high & MANTISSA) | ONE, LITTLE);
  let mantissa = bits.getFloat64(0, LITTLE);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  // ln m = 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1) / (m + 1).
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let k = 8; k >= 0; k--) sum = sum * square + (ODD[k] as number);
  return exponent * Math.LN2 + 2 * s * sum;
}

const SMALLEST = -700;
const GREATEST = 700;

export function exponential(x: number): number {
  if (x < SMALLEST) return 0;
  if (x > GREATEST) return Number.POSITIVE_INFINITY;
  const power = Math.round(x / Math.LN2);
  const rest = x - power * Math.LN2;
  let sum = 1;
  for (let k = 12; k > 0; k--) sum = 1 + (sum * rest) / k;
  bits.setFloat64(0, sum, LITTLE);
  bits.setInt32(HIGH, bits.getInt32(HIGH, LITTLE) + (power << 20), LITTLE);
  return bits.getFloat64(0, LITTLE);
}
