import { parse } from 'csv-parse/sync';
import { lineBatches, type QuotedRow, quotedRows } from '../lines.js';
import { BATCH_SIZE, type Input } from '../reader.js';

const DELIMITERS = ['\t', ';', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];
const SAMPLE_LINES = 50;

/** The lines to judge by; the last one may be cut off. */
function sampleOf(input: Input): string[] {
  const lines = input.head.split(/\r?\n/, SAMPLE_LINES + 1);
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  return whole.filter((line) => line.trim() !== '');
}

/** The separator that nine lines in ten have; a CSV's quoted line breaks and a broken line may lack it. */
export function delimiterOf(input: Input): Delimiter | undefined {
  const sample = sampleOf(input);
  if (sample.length === 0) return undefined;
  const share = (delimiter: string) => sample.filter((line) => line.includes(delimiter)).length / sample.length;
  if (share('\t') >= 0.5) return '\t';
  const found = DELIMITERS.slice(1).find((delimiter) => share(delimiter) >= 0.9);
  // A wide header settles what quoted line breaks blur.
  return found ?? DELIMITERS.slice(1).find((delimiter) => (sample[0] as string).split(delimiter).length > 2);
}

export function firstRows(input: Input, delimiter: Delimiter, count = 2): string[][] {
  const lines = sampleOf(input).slice(0, count);
  if (delimiter === '\t') return lines.map((line) => line.split('\t'));
  return parse(`${lines.join('\n')}\n`, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    to: count,
    skip_records_with_error: true,
  });
}

/** Rows as cells: quoted where quoting is real; TSV has none. */
export async function* rowsOf(input: Input, delimiter: Delimiter): AsyncGenerator<QuotedRow[]> {
  if (delimiter !== '\t') {
    yield* quotedRows(input, delimiter);
    return;
  }
  for await (const { first, lines } of lineBatches(input)) {
    for (let start = 0; start < lines.length; start += BATCH_SIZE) {
      const batch = lines.slice(start, start + BATCH_SIZE);
      yield batch.flatMap((text, index) =>
        text === '' ? [] : [{ line: first + start + index, cells: text.split('\t') }],
      );
    }
  }
}
