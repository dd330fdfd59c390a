import type { TextItem } from '../../model/model.js';
import { faultOf, needsOf, tidy } from '../lexicon/tidy.js';
import { lineBatches } from '../lines.js';
import { BATCH_SIZE, type Input, type TextPart } from '../reader.js';
import { rejection } from '../reject.js';

/** Where in a line its word and its count stand. */
export interface CountedWord {
  readonly word: string;
  readonly count: string;
}

/** Reads a list of words and counts; `cut` finds both in a line, undefined where it has them not. */
export async function* wordCountParts(
  input: Input,
  { to, header, cut }: { to: string; header: boolean; cut: (line: string) => CountedWord | undefined },
): AsyncGenerator<TextPart> {
  let skip = header;
  for await (const { first, lines } of lineBatches(input)) {
    for (let start = 0; start < lines.length; start += BATCH_SIZE) {
      const items: TextItem[] = [];
      for (let i = start; i < Math.min(lines.length, start + BATCH_SIZE); i++) {
        const line = lines[i] as string;
        if (line.trim() === '' || line.startsWith('# ')) continue;
        if (skip) skip = false;
        else items.push(readCount(first + i, line, cut(line)));
      }
      yield { from: '', to, items };
    }
  }
}

function readCount(line: number, row: string, cells: CountedWord | undefined): TextItem {
  if (!cells) return rejection(line, 'is not a word and a count', row);
  const word = tidy(cells.word);
  const count = /^\d{1,16}$/.test(cells.count) ? Number(cells.count) : Number.NaN;
  const fault = faultOf(row, needsOf(row)) || faultOf(word, needsOf(word)) || countFault(word, count);
  return fault === '' ? { unit: 'word', line, word, count } : rejection(line, fault, row);
}

function countFault(word: string, count: number): string {
  if (!/[\p{L}\p{N}\p{M}]/u.test(word)) return 'holds no letter and no digit';
  return Number.isSafeInteger(count) && count > 0 ? '' : 'the count is not a whole number above zero';
}
