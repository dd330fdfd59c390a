import type { SlotSpan } from './template.js';

/** A slot with its value, as formats without offsets have it. */
export interface SlotValue {
  readonly slot: string;
  readonly value: string;
}

/**
 * Where values stand in a text that says them in this order: each at the first place behind the one before, where it is
 * whole words, else where it is part of one. Undefined where a value is not found.
 */
export function spansInOrder(text: string, values: readonly SlotValue[]): SlotSpan[] | undefined {
  const spans: SlotSpan[] = [];
  let from = 0;
  for (const { slot, value } of values) {
    const start = placeOf(text, value, from);
    if (start < 0) return undefined;
    from = start + value.length;
    spans.push({ slot, start, end: from });
  }
  return spans;
}

function placeOf(text: string, value: string, from: number): number {
  const first = value === '' ? -1 : text.indexOf(value, from);
  for (let at = first; at >= 0; at = text.indexOf(value, at + 1)) if (isWhole(text, at, at + value.length)) return at;
  return first;
}

const INSIDE = /[\p{L}\p{N}\p{M}]/u;

/** Neither side goes on with a letter, a number or a mark. */
function isWhole(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const [after = ''] = text.slice(end, end + 2);
  return !INSIDE.test([...before].at(-1) ?? '') && !INSIDE.test(after);
}
