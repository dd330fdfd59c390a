import { keyOfNumber } from '../model/model.js';

/** Above this many rows distinct utterances are not counted: the table would outgrow what else the run needs. */
export const MOST_COUNTED = 10_000_000;

/** Hashes are looked up so many at a time: their waits for memory overlap. */
const QUEUE = 256;

/** Counts different utterances by 64-bit hashes, in an open-addressing table made for the number of rows to come. */
export class DistinctCounter {
  #count = 0;
  #waiting = 0;
  readonly #queue = new Uint32Array(2 * QUEUE);
  readonly #slots: Uint32Array;
  readonly #mask: number;

  constructor(rows: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, rows * 1.5)));
    this.#slots = new Uint32Array(2 * capacity);
    this.#mask = capacity - 1;
  }

  /** Counts the bytes from start to end; up to three bytes after the end are read, and masked. */
  add(view: DataView, start: number, end: number): void {
    // Two unlike mixings of the same words, after MurmurHash3 (public domain) and xxHash32's round (BSD).
    let first = 0;
    let second = 0x9e3779b1;
    for (let at = start; at < end; at += 4) {
      let word = view.getInt32(at, true);
      if (end - at < 4) word &= (1 << ((end - at) << 3)) - 1;
      second = (second + Math.imul(word, 0x85ebca77)) | 0;
      second = Math.imul((second << 13) | (second >>> 19), 0x9e3779b1);
      word = Math.imul(word, 0xcc9e2d51);
      first ^= Math.imul((word << 15) | (word >>> 17), 0x1b873593);
      first = (Math.imul((first << 13) | (first >>> 19), 5) + 0xe6546b64) | 0;
    }
    const place = 2 * this.#waiting++;
    this.#queue[place] = keyOfNumber(first, end - start);
    // 0 marks an empty place.
    this.#queue[place + 1] = keyOfNumber(second, end - start) || 1;
    if (this.#waiting === QUEUE) this.#insertAll();
  }

  get count(): number {
    this.#insertAll();
    return this.#count;
  }

  #insertAll(): void {
    const slots = this.#slots;
    const queue = this.#queue;
    for (let i = 0; i < 2 * this.#waiting; i += 2) {
      const first = queue[i]!;
      const second = queue[i + 1]!;
      let place = 2 * (first & this.#mask);
      while (slots[place + 1] !== 0 && (slots[place] !== first || slots[place + 1] !== second)) {
        place = (place + 2) & (2 * this.#mask + 1);
      }
      if (slots[place + 1] !== 0) continue;
      slots[place] = first;
      slots[place + 1] = second;
      this.#count++;
    }
    this.#waiting = 0;
  }
}
