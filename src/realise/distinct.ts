import { keyOfNumber } from '../model/model.js';

/** Above this many rows distinct utterances are not counted: the table would outgrow what else the run needs. */
export const MOST_COUNTED = 10_000_000;

/** Hashes are looked up so many at a time: their waits for memory overlap. */
const QUEUE = 256;

/**
 * Counts different utterances by their hashes, in an open-addressing table made for the number of rows to come. One half
 * of a hash says where it stands, the other is kept; two utterances are taken for one in about one of 2^32 comparisons.
 */
export class DistinctCounter {
  #count = 0;
  #waiting = 0;
  /** Of no meaning; without it the compiler would leave the early reads out. */
  touched = 0;
  readonly #queue = new Uint32Array(2 * QUEUE);
  readonly #slots: Uint32Array;
  readonly #mask: number;

  constructor(rows: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, rows * 1.5)));
    this.#slots = new Uint32Array(capacity);
    this.#mask = capacity - 1;
  }

  /** Counts the bytes from start to end; up to three bytes after the end are read, and masked. */
  add(view: DataView, start: number, end: number): void {
    // Two unlike mixings of the same words, neither of which takes two words to one (multipliers of xxHash, BSD).
    let place = 0;
    let kept = 0x9e3779b1;
    for (let at = start; at < end; at += 4) {
      let word = view.getInt32(at, true);
      if (end - at < 4) word &= (1 << ((end - at) << 3)) - 1;
      place = Math.imul(place ^ word, 0x85ebca77);
      place ^= place >>> 15;
      kept = Math.imul(((kept << 13) | (kept >>> 19)) + word, 0x9e3779b1);
    }
    const at = 2 * this.#waiting++;
    this.#queue[at] = keyOfNumber(place, end - start);
    // 0 marks an empty place.
    this.#queue[at + 1] = keyOfNumber(kept, end - start) || 1;
    if (this.#waiting === QUEUE) this.#insertAll();
  }

  get count(): number {
    this.#insertAll();
    return this.#count;
  }

  #insertAll(): void {
    const slots = this.#slots;
    const queue = this.#queue;
    const mask = this.#mask;
    const end = 2 * this.#waiting;
    // Nothing here waits for what is read, so many reads are under way at once.
    let touched = 0;
    for (let i = 0; i < end; i += 2) touched ^= slots[queue[i]! & mask]!;
    this.touched = touched;
    for (let i = 0; i < end; i += 2) {
      const kept = queue[i + 1]!;
      let place = queue[i]! & mask;
      while (slots[place] !== 0 && slots[place] !== kept) place = (place + 1) & mask;
      if (slots[place] === 0) this.#count++;
      slots[place] = kept;
    }
    this.#waiting = 0;
  }
}
