import { CalqueError } from '../../model/model.js';
import { lineBatches } from '../lines.js';
import { BATCH_SIZE, type Input } from '../reader.js';

/** Lines of two files that stand at the same number. */
export interface LinePairs {
  /** Number of the first pair, from 1. */
  readonly first: number;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Reads two files line by line, side by side; files of different length do not belong together. */
export async function* sideBySide(left: Input, right: Input): AsyncGenerator<LinePairs> {
  const [ours, theirs] = [new LineQueue(left), new LineQueue(right)];
  let first = 1;
  for (;;) {
    const count = Math.min(BATCH_SIZE, await ours.available(), await theirs.available());
    if (count === 0) break;
    yield { first, left: ours.take(count), right: theirs.take(count) };
    first += count;
  }
  const longer = (await ours.available()) > 0 ? left : (await theirs.available()) > 0 ? right : undefined;
  if (longer) throw unequal(longer, longer === left ? right : left, first);
}

function unequal(longer: Input, shorter: Input, line: number): CalqueError {
  return new CalqueError(
    'input',
    `goes on where ${shorter.file} has ended: lines that stand side by side belong together`,
    {
      place: { file: longer.file, line },
      suggestions: ['name the file that belongs to it: --with FILE', 'fetch both files again'],
    },
  );
}

/** The lines of a file that were read and not yet taken. */
class LineQueue {
  private readonly batches: AsyncGenerator<{ readonly lines: readonly string[] }>;
  private lines: readonly string[] = [];
  private at = 0;

  constructor(input: Input) {
    this.batches = lineBatches(input);
  }

  /** How many lines can be taken now; 0 at the end of the file. */
  async available(): Promise<number> {
    while (this.at === this.lines.length) {
      const { done, value } = await this.batches.next();
      if (done) return 0;
      [this.lines, this.at] = [value.lines, 0];
    }
    return this.lines.length - this.at;
  }

  take(count: number): readonly string[] {
    const taken = this.lines.slice(this.at, this.at + count);
    this.at += count;
    return taken;
  }
}
