import { lineBatches } from '../lines.js';
import type { Input } from '../reader.js';

/** One marked line with the lines that continue it. */
export interface Field {
  readonly line: number;
  readonly marker: string;
  text: string;
}

const MARKED = /^\\([^\s\\]+)(?:\s+(.*))?$/;

/** What a backslash that opens no marker looks like: it stays text of the field before. */
export function fieldOfLine(line: string, number: number): Field | undefined {
  const match = MARKED.exec(line);
  return match ? { line: number, marker: match[1] as string, text: (match[2] ?? '').trim() } : undefined;
}

/** The records of a file, each from one record marker to the next; what precedes the first is a header. */
export async function* recordsOf(input: Input, recordMarker: string): AsyncGenerator<Field[][]> {
  let record: Field[] | undefined;
  for await (const { first, lines } of lineBatches(input)) {
    const records: Field[][] = [];
    for (const [index, line] of lines.entries()) {
      const field = fieldOfLine(line.trimEnd(), first + index);
      if (field?.marker === recordMarker) {
        if (record) records.push(record);
        record = [field];
      } else if (field) record?.push(field);
      else continueField(record, line);
    }
    yield records;
  }
  if (record) yield [[...record]];
}

/** Toolbox wraps long lines: a line without a marker continues the one before. */
function continueField(record: Field[] | undefined, line: string): void {
  const last = record?.at(-1);
  const text = line.trim();
  if (last && text !== '') last.text += ` ${text}`;
}
