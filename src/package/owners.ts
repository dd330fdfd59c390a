import { PARTITIONS } from './format.js';
import { FATES, type Survey } from './survey.js';

const KEPT = FATES.indexOf('kept');

/** Which partition has a key, where several say it: the first, until it is given to another. */
export class Owners {
  readonly #keys: (row: number) => number;
  readonly #sideOf: (row: number) => number;
  readonly #counts: Int32Array;
  readonly #owners: Uint8Array;
  readonly #given: Uint8Array;

  constructor(survey: Survey, key: number, sideOf: (row: number) => number) {
    const numbers = survey.keys[key]!;
    const size = survey.tables[key]!.size;
    this.#keys = (row) => numbers.at(row);
    this.#sideOf = sideOf;
    this.#counts = new Int32Array(PARTITIONS.length * size);
    for (let row = 0; row < survey.length; row++) {
      if (survey.fates.at(row) === KEPT && numbers.at(row) >= 0)
        this.#counts[PARTITIONS.length * numbers.at(row) + sideOf(row)]!++;
    }
    this.#given = new Uint8Array(size);
    this.#owners = Uint8Array.from({ length: size }, (_, number) => {
      const at = PARTITIONS.length * number;
      return PARTITIONS.findIndex((_, side) => this.#counts[at + side]! > 0);
    });
  }

  allows(row: number): boolean {
    const key = this.#keys(row);
    return key < 0 || this.#owners[key] === this.#sideOf(row);
  }

  /** Rows that other partitions lose when this row's has the key; Infinity where it was given away already. */
  cost(row: number): number {
    const key = this.#keys(row);
    if (this.allows(row)) return 0;
    if (this.#given[key] === 1) return Number.POSITIVE_INFINITY;
    let cost = 0;
    const side = this.#sideOf(row);
    for (let other = 0; other < PARTITIONS.length; other++) {
      if (other !== side) cost += this.#counts[PARTITIONS.length * key + other]!;
    }
    return cost;
  }

  give(row: number): void {
    const key = this.#keys(row);
    if (this.allows(row)) return;
    this.#owners[key] = this.#sideOf(row);
    this.#given[key] = 1;
  }
}
