/** Numbers 32-bit keys 0, 1, 2 … in the order in which they first come: open addressing on two typed arrays. */
export class KeyTable {
  size = 0;
  #keys: Int32Array;
  /** Number of the key in each place, or -1. */
  #numbers: Int32Array;
  #mask: number;

  constructor(places = 1 << 12) {
    this.#keys = new Int32Array(places);
    this.#numbers = new Int32Array(places).fill(-1);
    this.#mask = places - 1;
  }

  /** The key's number, or -1. */
  find(key: number): number {
    return this.#numbers[this.#place(key)] as number;
  }

  /** The key's number; a new one if the key is new. */
  add(key: number): number {
    const place = this.#place(key);
    const known = this.#numbers[place] as number;
    if (known >= 0) return known;
    this.#keys[place] = key;
    this.#numbers[place] = this.size;
    this.size++;
    if (this.size * 2 > this.#mask) this.#grow();
    return this.size - 1;
  }

  #place(key: number): number {
    let place = key & this.#mask;
    while (this.#numbers[place] !== -1 && this.#keys[place] !== key) place = (place + 1) & this.#mask;
    return place;
  }

  #grow(): void {
    const keys = this.#keys;
    const numbers = this.#numbers;
    const places = keys.length * 2;
    this.#keys = new Int32Array(places);
    this.#numbers = new Int32Array(places).fill(-1);
    this.#mask = places - 1;
    for (let i = 0; i < keys.length; i++) {
      const number = numbers[i] as number;
      if (number < 0) continue;
      const place = this.#place(keys[i] as number);
      this.#keys[place] = keys[i] as number;
      this.#numbers[place] = number;
    }
  }
}
