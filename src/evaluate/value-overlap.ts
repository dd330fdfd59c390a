import { byCodeUnit } from '../model/model.js';
import type { RowPair } from './parallel.js';
import { type SpanCounts, type SpanScore, scoreOf } from './spans.js';
import type { LabelledUtterance } from './utterance.js';

/** How far slot values are the very same text, wherever in the utterance they stand. */
export interface ValueReport {
  readonly all: SpanScore;
  /** By slot, in code unit order. */
  readonly slots: ReadonlyMap<string, SpanScore>;
}

const NOTHING: SpanCounts = { correct: 0, predicted: 0, gold: 0 };

/** Values are compared in lower case, NFC, with single blanks; each counts as often as it stands in both rows. */
export function scoreValues(pairs: readonly RowPair[]): ValueReport {
  const bySlot = new Map<string, SpanCounts>();
  for (const pair of pairs) {
    for (const [slot, counts] of bestCounts(pair)) bySlot.set(slot, add(bySlot.get(slot) ?? NOTHING, counts));
  }
  const slots = [...bySlot].sort(([a], [b]) => byCodeUnit(a, b));
  return {
    all: scoreOf([...bySlot.values()].reduce(add, NOTHING)),
    slots: new Map(slots.map(([slot, counts]) => [slot, scoreOf(counts)])),
  };
}

/** Of several references, the first of those with the best F1 for the row. */
function bestCounts({ hypothesis, references }: RowPair): Map<string, SpanCounts> {
  const found = valuesBySlot(hypothesis);
  let best = new Map<string, SpanCounts>();
  let highest = -1;
  for (const reference of references) {
    const counts = countValues(found, valuesBySlot(reference));
    const { f1 } = scoreOf([...counts.values()].reduce(add, NOTHING));
    if (f1 > highest) [best, highest] = [counts, f1];
  }
  return best;
}

type Values = Map<string, string[]>;

function valuesBySlot({ text, spans }: Pick<LabelledUtterance, 'text' | 'spans'>): Values {
  const values: Values = new Map();
  for (const { slot, start, end } of spans) {
    const value = text.slice(start, end).normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
    values.set(slot, [...(values.get(slot) ?? []), value]);
  }
  return values;
}

function countValues(found: Values, gold: Values): Map<string, SpanCounts> {
  const slots = new Set([...found.keys(), ...gold.keys()]);
  return new Map([...slots].map((slot) => [slot, shared(found.get(slot) ?? [], gold.get(slot) ?? [])]));
}

function shared(found: readonly string[], gold: readonly string[]): SpanCounts {
  const left = [...gold];
  for (const value of found) {
    const place = left.indexOf(value);
    if (place >= 0) left.splice(place, 1);
  }
  return { correct: gold.length - left.length, predicted: found.length, gold: gold.length };
}

function add(a: SpanCounts, b: SpanCounts): SpanCounts {
  return { correct: a.correct + b.correct, predicted: a.predicted + b.predicted, gold: a.gold + b.gold };
}
