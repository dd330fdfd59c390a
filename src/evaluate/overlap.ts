import { tokenise } from './tokens.js';
import type { LabelledUtterance } from './utterance.js';

/** Test rows that the training rows give away. */
export interface Overlap {
  readonly testRows: number;
  /** Test rows that have slots; the others are equal without slots only if they are equal altogether. */
  readonly slotRows: number;
  /** Rows whose very text is a training row's. */
  readonly exact: number;
  /** Rows with slots that are a training row's once values give way to the names of their slots. */
  readonly sameCarrier: number;
  /** Ids of the rows counted in either. */
  readonly ids: readonly string[];
}

/**
 * How far test rows are also training rows. Rules on word n-grams say nothing of utterances this short: texts are
 * compared as a whole, in lower case and with one blank between tokens.
 */
export function overlapOf(train: readonly LabelledUtterance[], test: readonly LabelledUtterance[]): Overlap {
  const texts = new Set(train.map(plainText));
  const carriers = new Set(train.filter(hasSlots).map(carrierText));
  const slotRows = test.filter(hasSlots);
  const exact = test.filter((row) => texts.has(plainText(row)));
  const sameCarrier = slotRows.filter((row) => carriers.has(carrierText(row)));
  const found = new Set([...exact, ...sameCarrier]);
  return {
    testRows: test.length,
    slotRows: slotRows.length,
    exact: exact.length,
    sameCarrier: sameCarrier.length,
    ids: test.filter((row) => found.has(row)).map((row) => row.id),
  };
}

function hasSlots({ spans }: LabelledUtterance): boolean {
  return spans.length > 0;
}

function plainText({ text }: LabelledUtterance): string {
  return joined(text);
}

/** No letter case or blank of a value plays a part: `[time]`. */
function carrierText({ text, spans }: LabelledUtterance): string {
  let out = '';
  let position = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    out += `${joined(text.slice(position, span.start))} [${span.slot}] `;
    position = span.end;
  }
  return `${out}${joined(text.slice(position))}`.trim();
}

function joined(text: string): string {
  return tokenise(text.normalize('NFC').toLowerCase())
    .map((token) => token.text)
    .join(' ');
}
