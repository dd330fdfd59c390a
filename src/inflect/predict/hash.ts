/** Mixes a value into a 32-bit hash. Cheaper than the keys of model/random.ts: ten million are made in a training. */
export function mix(hash: number, value: number): number {
  const h = Math.imul(hash, 0x85ebca6b) ^ value;
  const mixed = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** The same of two values, which may be hashes, and a small number, in one go. */
export function mixThree(a: number, b: number, small: number): number {
  const h = Math.imul(Math.imul(a, 0x85ebca6b) ^ b, 0x9e3779b1) + Math.imul(small, 0x27d4eb2f);
  const mixed = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}

export function hashText(text: string, seed = 0x9747b28c): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return mix(hash, text.length);
}

/** Whole numbers by 32-bit key; open addressing, keys are hashes already. */
export class HashedNumbers {
  /** Key and number by turns: they lie side by side, as they are read. */
  private table: Int32Array;
  private mask: number;
  private used = 0;

  constructor(expected: number) {
    let size = 16;
    while (size < expected * 2) size *= 2;
    this.table = new Int32Array(size * 2);
    this.mask = size - 1;
  }

  /** 0 for a key that it does not have. */
  get(key: number): number {
    return this.table[this.place(key === 0 ? 1 : key) + 1] as number;
  }

  add(key: number, number: number): void {
    const wanted = key === 0 ? 1 : key;
    const place = this.place(wanted);
    if (this.table[place] === 0) {
      this.table[place] = wanted;
      this.used++;
    }
    this.table[place + 1] = (this.table[place + 1] as number) + number;
    if (this.used * 2 > this.mask) this.grow();
  }

  /** Keys in the order of their places, with their numbers. */
  *entries(): Generator<readonly [number, number]> {
    for (let at = 0; at < this.table.length; at += 2)
      if (this.table[at] !== 0) yield [this.table[at] as number, this.table[at + 1] as number];
  }

  /** Where a key stands, or would stand. */
  private place(key: number): number {
    const { table, mask } = this;
    let place = key & mask;
    while (table[2 * place] !== key && table[2 * place] !== 0) place = (place + 1) & mask;
    return 2 * place;
  }

  private grow(): void {
    const before = this.table;
    this.table = new Int32Array(before.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let at = 0; at < before.length; at += 2) {
      if (before[at] === 0) continue;
      const place = this.place(before[at] as number);
      this.table[place] = before[at] as number;
      this.table[place + 1] = before[at + 1] as number;
    }
  }
}
