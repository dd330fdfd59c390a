import { keyOfText } from '../model/model.js';

/** Numbers texts in the order in which they are first seen, remembering 64 bits of each: a million take 24 MB. */
export class KeyTable {
  #size = 0;
  #mask = (1 << 12) - 1;
  /** Three words a place: two of the hash, and the number from 1; 0 marks an empty place. */
  #places = new Int32Array(3 << 12);

  get size(): number {
    return this.#size;
  }

  /** The number of a text, from 0; that of `size` before the call if it is new. */
  numberOf(space: number, text: string): number {
    const first = keyOfText(space, text);
    const second = keyOfText(~space, text);
    const at = this.#find(first, second);
    if (this.#places[at + 2] !== 0) return this.#places[at + 2]! - 1;
    this.#places[at] = first;
    this.#places[at + 1] = second;
    this.#places[at + 2] = ++this.#size;
    if (this.#size * 3 > this.#mask * 2) this.#grow();
    return this.#size - 1;
  }

  #find(first: number, second: number): number {
    let place = first & this.#mask;
    for (;;) {
      const at = 3 * place;
      if (this.#places[at + 2] === 0) return at;
      if (this.#places[at] === first && this.#places[at + 1] === second) return at;
      place = (place + 1) & this.#mask;
    }
  }

  #grow(): void {
    const old = this.#places;
    this.#mask = 2 * this.#mask + 1;
    this.#places = new Int32Array(3 * (this.#mask + 1));
    for (let i = 0; i < old.length; i += 3) {
      if (old[i + 2] === 0) continue;
      this.#places.set(old.subarray(i, i + 3), this.#find(old[i]!, old[i + 1]!));
    }
  }
}
