import { truncate, visible } from './text.js';

const FIRST_AFTER = 1000;
const EVERY = 100;

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line on stderr that tells how far a long piece of work has come; silent for short work and where nobody looks. */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  readonly #start: number;
  #last = -Infinity;
  #shown = false;

  constructor(stream: ProgressStream = process.stderr, now: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#now = now;
    this.#start = now();
  }

  update(text: () => string): void {
    if (!this.#stream.isTTY) return;
    const now = this.#now();
    if (now - this.#start < FIRST_AFTER || now - this.#last < EVERY) return;
    this.#last = now;
    this.#shown = true;
    this.#stream.write(`\r\u001b[K${truncate(visible(text()), (this.#stream.columns || 80) - 1)}`);
  }

  /** Clears the line, so that what follows stands at its begin. */
  done(): void {
    if (this.#shown) this.#stream.write('\r\u001b[K');
    this.#shown = false;
  }
}
