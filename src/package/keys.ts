import type { SlotSpan } from '../model/model.js';

/** What is compared of a row; texts are normalised: case, punctuation and the width of letters play no part. */
export interface RowKeys {
  readonly text: string;
  /** The text with the names of slots in the place of values. */
  readonly skeleton: string;
  /** Slots with their values, sorted; '' without slots. */
  readonly values: string;
}

interface Labelled {
  readonly utt: string;
  readonly spans: readonly SlotSpan[];
}

export function keysOf({ utt, spans }: Labelled): RowKeys {
  const text = normalised(utt);
  if (spans.length === 0) return { text, skeleton: text, values: '' };
  const values: string[] = [];
  let skeleton = '';
  let position = 0;
  for (const { slot, start, end } of spans) {
    skeleton += `${normalised(utt.slice(position, start))} [${slot}] `;
    values.push(`${slot}=${normalised(utt.slice(start, end))}`);
    position = end;
  }
  skeleton += normalised(utt.slice(position));
  return { text, skeleton: skeleton.trim(), values: values.sort().join('|') };
}

/** Letters, numbers and marks alone (marks carry vowels in many scripts), without case, words one blank apart. */
export function normalised(text: string): string {
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(text)) return text;
  // By way of capitals: `ß` and final sigma lose what tells them apart, as in Unicode's case folding.
  const folded = text.normalize('NFKC').toUpperCase().toLowerCase();
  return folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

/** What stands for one id whichever file it came from: rows call a template of a second file `<source>/<id>`. */
export function templateKey(template: string): string {
  return template.slice(template.lastIndexOf('/') + 1);
}
