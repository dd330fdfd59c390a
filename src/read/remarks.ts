/** Something that a reader passed over knowingly or is unsure of: told with the counts, since nothing is lost silently. */
export interface Remark {
  readonly text: string;
  /** Where it was met first. */
  readonly line: number;
  readonly count: number;
}

/** Different remarks that are listed; what comes later is counted with the last. */
const MOST = 100;
const OTHERS = 'other things of these kinds';

/** The remarks of one file, each said once with how often it holds. */
export class Remarks {
  readonly #found = new Map<string, { line: number; count: number }>();

  add(line: number, text: string, count = 1): void {
    if (count === 0) return;
    const key = this.#found.has(text) || this.#found.size < MOST ? text : OTHERS;
    const known = this.#found.get(key);
    if (known) known.count += count;
    else this.#found.set(key, { line, count });
  }

  list(): readonly Remark[] {
    return [...this.#found].map(([text, { line, count }]) => ({ text, line, count }));
  }
}
