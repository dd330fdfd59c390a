import { byCodeUnit, keyOfText, type SlotSpan, type Tier } from '../model/model.js';

/** A labelled utterance as the learners see it; where it comes from is none of their business. */
export interface LabelledUtterance {
  readonly id: string;
  readonly intent: string;
  readonly text: string;
  readonly spans: readonly SlotSpan[];
  /** How far its maker trusts the row, where it says so. */
  readonly tier?: Tier;
  /** Rows of one template stand or fall together: they are resampled together. */
  readonly template?: string;
}

/**
 * Rows in an order that hangs on the seed and on the rows themselves, never on the order in which they came: a model
 * learnt from a shuffled file is the same model, the first hundred are among the first three hundred, and files with
 * the same ids are cut alike.
 */
export function keyedOrder<Row extends LabelledUtterance>(rows: readonly Row[], seed: number): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOfText(seed, row.id), text: wholeRow(row) }));
  return keyed.sort((a, b) => a.key - b.key || byCodeUnit(a.text, b.text)).map(({ row }) => row);
}

function wholeRow({ id, intent, text, spans }: LabelledUtterance): string {
  return JSON.stringify([id, intent, text, spans.map(({ slot, start, end }) => [slot, start, end])]);
}
