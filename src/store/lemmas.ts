/** What stands before the letters of a lemma: its hash, its id, its length. */
const HEADER = 3;

/**
 * Lemma → id for the lexemes of one kind: open addressing over typed arrays. What a look-up must see of a lemma stands
 * together in one of them, so that it waits for memory twice and not five times.
 *
 * A Map of strings would keep the text that each lemma was cut from.
 */
export class Lemmas {
  /** Where a lemma stands in `data`; 0 for none. */
  private slots = new Int32Array(1 << 4);
  /** Header and letters, two UTF-16 units a number, lemma after lemma from 1 on. */
  private data = new Int32Array(1 << 6);
  private end = 1;
  private size = 0;

  /** The id of a lemma; 0 where there is none. */
  get(lemma: string): number {
    const { slots, data } = this;
    const hash = hashOf(lemma);
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = slots[slot] as number;
      if (at === 0) return 0;
      if (data[at] === hash && data[at + 2] === lemma.length && holds(data, at + HEADER, lemma)) {
        return data[at + 1] as number;
      }
    }
  }

  /** Adds a lemma that is not there yet. */
  add(lemma: string, id: number): void {
    if (2 * ++this.size > this.slots.length) this.grow();
    const at = this.end;
    this.end = at + HEADER + wordsOf(lemma.length);
    if (this.end > this.data.length) this.data = resized(this.data, 2 * this.end);
    const { data } = this;
    const hash = hashOf(lemma);
    data[at] = hash;
    data[at + 1] = id;
    data[at + 2] = lemma.length;
    for (let i = 0, to = at + HEADER; i < lemma.length; i += 2, to++) data[to] = lettersAt(lemma, i);
    place(this.slots, hash, at);
  }

  /** Goes through the lemmas in the order in which they came, which memory gives fastest. */
  private grow(): void {
    const slots = new Int32Array(2 * this.slots.length);
    const { data, end } = this;
    for (let at = 1; at < end; at += HEADER + wordsOf(data[at + 2] as number)) place(slots, data[at] as number, at);
    this.slots = slots;
  }
}

function wordsOf(length: number): number {
  return (length + 1) >> 1;
}

/** Two letters in one number; after the last one, none. */
function lettersAt(text: string, index: number): number {
  const letter = text.charCodeAt(index);
  return index + 1 < text.length ? letter | (text.charCodeAt(index + 1) << 16) : letter;
}

function holds(data: Int32Array, start: number, lemma: string): boolean {
  for (let i = 0, at = start; i < lemma.length; i += 2, at++) if (data[at] !== lettersAt(lemma, i)) return false;
  return true;
}

function place(slots: Int32Array, hash: number, at: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = at;
}

function resized(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones that choose the slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
