import { HashedNumbers } from './hash.js';
import type { KnownCell } from './lexicon.js';
import type { Slot } from './slots.js';

/** Two cells of one lemma. */
export interface Pair {
  readonly from: KnownCell;
  readonly to: KnownCell;
}

const MOST_ATOMS = 6;
const MOST_CELLS = 48;

/** Equal differences of bundles have equal keys. */
export function differenceKey(from: Slot, to: Slot): number {
  return (to.sum - from.sum) | 0;
}

/** The same whatever the part of speech. */
export function looseKey(from: Slot, to: Slot): number {
  return (to.looseSum - from.looseSum) | 0;
}

/** Pairs of cells by what their bundles differ in. */
export class Pairs {
  private readonly lists: Pair[][] = [[]];
  private readonly numbers = new HashedNumbers(1 << 10);

  /** `loose`: whether pairs are also found by differences that leave out the part of speech. */
  constructor(
    lemmas: Iterable<readonly KnownCell[]>,
    private readonly loose: boolean,
  ) {
    for (const cells of lemmas) this.addLemma(cells);
  }

  private addLemma(cells: readonly KnownCell[]): void {
    const step = Math.max(1, Math.ceil(cells.length / MOST_CELLS));
    for (let i = 0; i < cells.length; i++) {
      const to = cells[i] as KnownCell;
      for (let j = i % step; j < cells.length; j += step) {
        const from = cells[j] as KnownCell;
        if (i === j || from.slot.distanceTo(to.slot) > MOST_ATOMS) continue;
        const pair = { from, to };
        this.add(differenceKey(from.slot, to.slot), pair);
        if (this.loose) this.add(looseKey(from.slot, to.slot), pair);
      }
    }
  }

  private add(key: number, pair: Pair): void {
    let number = this.numbers.get(key);
    if (number === 0) {
      number = this.lists.length;
      this.numbers.add(key, number);
      this.lists.push([]);
    }
    this.of(number).push(pair);
  }

  /** The number of a difference; 0 for one that no pair has. */
  number(key: number): number {
    return this.numbers.get(key);
  }

  of(number: number): Pair[] {
    return this.lists[number] as Pair[];
  }

  count(key: number): number {
    return (this.lists[this.numbers.get(key)] as Pair[]).length;
  }
}
