/**
 * A counter-based generator: a draw is a hash of what it is for, never the next number of a shared stream.
 * 32-bit mixing after Appleby's MurmurHash3 (public domain).
 */

/** A 32-bit key of a string, mixed into an earlier key. */
export function keyOfText(key: number, text: string): number {
  let hash = key | 0;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0xcc9e2d51);
    hash = (hash << 15) | (hash >>> 17);
  }
  return finish(hash ^ text.length);
}

/** A 32-bit key of a number, mixed into an earlier key. */
export function keyOfNumber(key: number, value: number): number {
  return finish(Math.imul(key ^ value, 0x85ebca6b) + 0x9e3779b9);
}

/** The uniform number in [0, 1) that a key stands for. */
export function uniform(key: number): number {
  return (finish(key ^ 0x2c1b3c6d) >>> 0) / 0x1_0000_0000;
}

function finish(hash: number): number {
  let h = hash | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
