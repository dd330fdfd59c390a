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
 * Rows in an order that hangs on the seed and on what the rows say, never on the order in which they came: a model
 * learnt from a shuffled file is the same model, and the first hundred are among the first three hundred.
 */
export function keyedOrder<Row extends LabelledUtterance>(rows: readonly Row[], seed: number): Row[] {
  const keyed = rows.map((row) => {
    const text = `${row.id}\t${row.intent}\t${row.text}\t${row.spans.map((s) => `${s.slot} ${s.start} ${s.end}`).join('\t')}`;
    return { row, text, key: keyOfText(keyOfText(seed, row.id), text) };
  });
  keyed.sort((a, b) => a.key - b.key || byCodeUnit(a.text, b.text));
  return keyed.map(({ row }) => row);
}
