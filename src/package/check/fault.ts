/** What is checked, in the order in which it is. */
export const CHECKS = [
  'files',
  'record',
  'papers',
  'licence',
  'schema',
  'splits',
  'leaks',
  'counts',
  'formats',
] as const;
export type Check = (typeof CHECKS)[number];

/** Something in a package that is not as it says. */
export interface Fault {
  readonly check: Check;
  /** Path below the package's folder. */
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** Faults, of each kind in each file the first few; the rest is counted. */
export class Faults {
  readonly #faults: Fault[] = [];
  readonly #counts = new Map<string, number>();

  add(fault: Fault): void {
    const key = `${fault.check}\t${fault.file}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (count <= MOST_SHOWN) this.#faults.push(fault);
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  list(): Fault[] {
    return [...this.#faults].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check));
  }
}

const MOST_SHOWN = 5;
