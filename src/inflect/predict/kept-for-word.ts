/** What is known of one word, by number of the bundle. */
export class KeptForWord<T> {
  private readonly all: (T | undefined)[];
  /** Number of the word that it was found for. */
  private readonly words: Uint32Array;
  private word = 1;

  constructor(bundles: number) {
    this.all = Array.from({ length: bundles });
    this.words = new Uint32Array(bundles);
  }

  has(bundle: number): boolean {
    return this.words[bundle] === this.word;
  }

  get(bundle: number): T {
    return this.all[bundle] as T;
  }

  set(bundle: number, value: T): T {
    this.all[bundle] = value;
    this.words[bundle] = this.word;
    return value;
  }

  /** The next word. */
  clear(): void {
    this.word++;
  }
}
