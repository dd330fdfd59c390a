/**
 * Lemma → id for the lexemes of one kind: open addressing over typed arrays, the letters of all lemmas in one of them.
 *
 * A Map of strings would keep the text that each lemma was cut from, and costs twice the time when most of a million
 * look-ups meet a string for the first time.
 */
export class Lemmas {
  private slots = new Int32Array(1 << 4);
  private hashes = new Int32Array(1 << 3);
  private ids = new Int32Array(1 << 3);
  /** Where the letters of a lemma end; those of the first begin at 0. */
  private ends = new Int32Array(1 << 3);
  private letters = new Uint16Array(1 << 6);
  private size = 0;

  /** The id of a lemma; 0 where there is none. */
  get(lemma: string): number {
    const hash = hashOf(lemma);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const index = (this.slots[slot] as number) - 1;
      if (index < 0) return 0;
      if (this.hashes[index] === hash && this.holds(index, lemma)) return this.ids[index] as number;
    }
  }

  /** Adds a lemma that is not there yet. */
  add(lemma: string, id: number): void {
    if (this.size === this.ids.length) this.grow();
    const index = this.size++;
    const start = this.startOf(index);
    const end = start + lemma.length;
    if (end > this.letters.length) this.letters = resized(this.letters, new Uint16Array(2 * end));
    for (let i = 0; i < lemma.length; i++) this.letters[start + i] = lemma.charCodeAt(i);
    this.ends[index] = end;
    this.ids[index] = id;
    this.hashes[index] = hashOf(lemma);
    this.place(index);
  }

  private startOf(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] as number);
  }

  private holds(index: number, lemma: string): boolean {
    const start = this.startOf(index);
    const { letters } = this;
    if ((this.ends[index] as number) - start !== lemma.length) return false;
    for (let i = 0; i < lemma.length; i++) if (letters[start + i] !== lemma.charCodeAt(i)) return false;
    return true;
  }

  private place(index: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.hashes[index] as number) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = index + 1;
  }

  private grow(): void {
    const length = 2 * this.ids.length;
    this.hashes = resized(this.hashes, new Int32Array(length));
    this.ids = resized(this.ids, new Int32Array(length));
    this.ends = resized(this.ends, new Int32Array(length));
    this.slots = new Int32Array(2 * length);
    for (let index = 0; index < this.size; index++) this.place(index);
  }
}

function resized<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones that choose the slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
