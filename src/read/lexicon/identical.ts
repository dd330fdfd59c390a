import { fieldOf, lineBatches } from '../lines.js';
import type { Input } from '../reader.js';
import type { Columns } from './columns.js';

/** Rows of the head that are the same on both sides, from which on the list is looked through. */
const LEAST_IN_HEAD = 0.08;
/** Nigerian Pidgin and English have four words in ten in common; lists made by machine repeat six in ten, names above all. */
const MOST_OF_A_LIST = 0.5;
/** Characters to look through: lists in the order of frequency come to names late. */
const LOOKED_THROUGH = 4 << 20;

type Pair = Pick<Columns, 'from' | 'to'>;

/** True for a list most of whose rows have the same word on both sides, so that such a row says nothing. */
export async function repeatsItself(input: Input, columns: Pair): Promise<boolean> {
  if (shareOf(input.head.split('\n').slice(0, -1), columns) < LEAST_IN_HEAD) return false;
  const lines: string[] = [];
  let size = 0;
  for await (const batch of lineBatches(input)) {
    for (const line of batch.lines) {
      lines.push(line);
      size += line.length;
    }
    if (size > LOOKED_THROUGH) break;
  }
  return shareOf(lines, columns) > MOST_OF_A_LIST;
}

function shareOf(lines: readonly string[], { from, to }: Pair): number {
  const same = lines.filter((line) => fieldOf(line, from) === fieldOf(line, to)).length;
  return lines.length === 0 ? 0 : same / lines.length;
}
