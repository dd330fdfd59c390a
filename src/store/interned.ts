import { Lemmas } from './lemmas.js';

/** Which lexemes and translations the store has, in memory: what a bulk load asks a million times. */

/** The lexemes of one language: lemma → id, one table for each part of speech and noun class. */
export class LexemeTable {
  private readonly kinds = new Map<string, Map<string, Lemmas>>();
  private lastPos = '';
  private lastClass = '';
  private last: Lemmas;

  constructor() {
    this.last = this.lemmas('', '');
  }

  /** The table of a kind; a run of rows of one kind costs two comparisons, and no key string is ever built. */
  of(pos: string, nounClass: string): Lemmas {
    if (pos !== this.lastPos || nounClass !== this.lastClass) {
      this.last = this.lemmas(pos, nounClass);
      this.lastPos = pos;
      this.lastClass = nounClass;
    }
    return this.last;
  }

  private lemmas(pos: string, nounClass: string): Lemmas {
    let classes = this.kinds.get(pos);
    if (!classes) {
      classes = new Map();
      this.kinds.set(pos, classes);
    }
    let lemmas = classes.get(nounClass);
    if (!lemmas) {
      lemmas = new Lemmas();
      classes.set(nounClass, lemmas);
    }
    return lemmas;
  }
}

/** Translations by (origin, target): open addressing over typed arrays, twelve bytes a pair and no object. */
export class PairTable {
  private slots = new Int32Array(1 << 12);
  private origins = new Int32Array(1 << 11);
  private targets = new Int32Array(1 << 11);
  /** Translation ids, by index of the pair. */
  ids = new Int32Array(1 << 11);
  /** The last source that vouched without label or sense, by index of the pair; 0 for none. */
  vouched = new Int32Array(1 << 11);
  private size = 0;

  /** The index of a pair, or -1. */
  find(origin: number, target: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hashPair(origin, target) & mask; ; slot = (slot + 1) & mask) {
      const index = (this.slots[slot] as number) - 1;
      if (index < 0) return -1;
      if (this.origins[index] === origin && this.targets[index] === target) return index;
    }
  }

  /** Adds a pair that is not there yet; returns its index. */
  add(origin: number, target: number, id: number): number {
    if (this.size === this.origins.length) this.grow();
    const index = this.size++;
    this.origins[index] = origin;
    this.targets[index] = target;
    this.ids[index] = id;
    this.place(index);
    return index;
  }

  private place(index: number): void {
    const mask = this.slots.length - 1;
    let slot = hashPair(this.origins[index] as number, this.targets[index] as number) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = index + 1;
  }

  private grow(): void {
    this.origins = doubled(this.origins);
    this.targets = doubled(this.targets);
    this.ids = doubled(this.ids);
    this.vouched = doubled(this.vouched);
    this.slots = new Int32Array(this.slots.length * 2);
    for (let index = 0; index < this.size; index++) this.place(index);
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function hashPair(origin: number, target: number): number {
  const mixed = Math.imul(origin, 0x9e3779b1) ^ Math.imul(target, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
