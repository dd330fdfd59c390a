import { HashedNumbers } from './hash.js';
import type { KnownCell } from './lexicon.js';

/** Two cells of one lemma. */
export interface Pair {
  readonly from: KnownCell;
  readonly to: KnownCell;
}

const MOST_ATOMS = 6;
const MOST_CELLS = 48;

/** Of the sums of two bundles: equal differences of bundles have equal keys. */
export function differenceKey(from: number, to: number): number {
  return (to - from) | 0;
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
    const sums = cells.map(({ slot }) => slot.sum);
    const looseSums = this.loose ? cells.map(({ slot }) => slot.looseSum) : sums;
    for (let i = 0; i < cells.length; i++) {
      const to = cells[i] as KnownCell;
      for (let j = i % step; j < cells.length; j += step) {
        const from = cells[j] as KnownCell;
        if (i === j || from.slot.distanceTo(to.slot) > MOST_ATOMS) continue;
        const pair = { from, to };
        this.add(differenceKey(sums[j] as number, sums[i] as number), pair);
        if (this.loose) this.add(differenceKey(looseSums[j] as number, looseSums[i] as number), pair);
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
}
