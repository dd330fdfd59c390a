/** Mixes a value into a 32-bit hash. Cheaper than the keys of model/random.ts: ten million are made in a training. */
export function mix(hash: number, value: number): number {
  const h = Math.imul(hash, 0x85ebca6b) ^ value;
  const mixed = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

export function hashText(text: string, seed = 0x9747b28c): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return mix(hash, text.length);
}

/** Numbers by 32-bit key; open addressing, keys are hashes already. */
export class HashedNumbers {
  private keys: Int32Array;
  private values: Float32Array;
  private used = 0;

  constructor(expected: number) {
    let size = 16;
    while (size < expected * 2) size *= 2;
    this.keys = new Int32Array(size);
    this.values = new Float32Array(size);
  }

  get(key: number): number {
    const place = this.place(key === 0 ? 1 : key);
    return this.values[place] as number;
  }

  add(key: number, value: number): void {
    const wanted = key === 0 ? 1 : key;
    const place = this.place(wanted);
    if (this.keys[place] === 0) {
      this.keys[place] = wanted;
      this.used++;
    }
    this.values[place] = (this.values[place] as number) + value;
    if (this.used * 2 > this.keys.length) this.grow();
  }

  /** Keys in the order of their places, with their values. */
  *entries(): Generator<readonly [number, number]> {
    for (let i = 0; i < this.keys.length; i++)
      if (this.keys[i] !== 0) yield [this.keys[i] as number, this.values[i] as number];
  }

  private place(key: number): number {
    const mask = this.keys.length - 1;
    let place = key & mask;
    while (this.keys[place] !== key && this.keys[place] !== 0) place = (place + 1) & mask;
    return place;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.values = new Float32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      const place = this.place(keys[i] as number);
      this.keys[place] = keys[i] as number;
      this.values[place] = values[i] as number;
    }
  }
}
