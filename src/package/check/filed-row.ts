import type { SlotSpan } from '../../model/model.js';

/** A row as a file of a package has it. */
export interface FiledRow {
  readonly line: number;
  readonly id: string;
  /** '' where the format does not say it: the file's holds. */
  readonly locale: string;
  readonly partition: string;
  readonly intent: string;
  /** The text; where a format cuts it into words, with a blank between all of them. */
  readonly utt: string;
  /** Undefined where the format cannot tell one slot from the next. */
  readonly spans: readonly SlotSpan[] | undefined;
}

/** A line that is not what its format wants. */
export interface FaultyLine {
  readonly line: number;
  readonly fault: string;
}

/** What two formats say alike of a row, slots apart: words that are cut at different places are the same words. */
export function rowText({ id, intent, utt }: FiledRow): string {
  return `${id}\t${intent}\t${utt.replaceAll(' ', '')}`;
}

/** What those say alike that tell slots apart. */
export function slotText({ id, utt, spans = [] }: FiledRow): string {
  const values = spans.map(({ slot, start, end }) => `${slot}=${utt.slice(start, end).replaceAll(' ', '')}`);
  return [id, ...values].join('\t');
}
