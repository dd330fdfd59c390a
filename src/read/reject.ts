import type { Rejection } from '../model/model.js';

const LONGEST_TEXT = 200;

/** A row that is not taken in; half a surrogate pair at the cut, or in the row, does not get through. */
export function rejection(line: number, reason: string, text: string): Rejection {
  return { line, reason, text: text.slice(0, LONGEST_TEXT).replace(/\p{Surrogate}/gu, '\ufffd') };
}
