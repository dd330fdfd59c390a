import { byCodeUnit } from '../model/model.js';
import type { TagSpan } from './bio.js';
import { countsByType, type SpanScore, scoreOf } from './spans.js';
import { sameSpan, type TestedUtterance } from './train-test.js';

/** One label taken for another, and how often. */
export interface Confusion {
  readonly gold: string;
  readonly predicted: string;
  readonly count: number;
}

/** A table by label: the labels of the gold standard and of predictions, in code unit order. */
export type LabelTable = ReadonlyMap<string, SpanScore>;

/** An intent is scored as if it were a span over the whole utterance. */
export function intentTable(tested: readonly TestedUtterance[]): LabelTable {
  const whole = (type: string): TagSpan[] => [{ type, start: 0, end: 1 }];
  return scored(
    tested.map(({ utterance }) => whole(utterance.intent)),
    tested.map(({ predictedIntent }) => whole(predictedIntent)),
  );
}

export function slotTable(tested: readonly TestedUtterance[]): LabelTable {
  return scored(
    tested.map(({ gold }) => gold),
    tested.map(({ predicted }) => predicted),
  );
}

function scored(gold: readonly (readonly TagSpan[])[], predicted: readonly (readonly TagSpan[])[]): LabelTable {
  return new Map([...countsByType(gold, predicted)].map(([type, counts]) => [type, scoreOf(counts)]));
}

/** Which intents are taken for which, most often first. */
export function intentConfusions(tested: readonly TestedUtterance[]): Confusion[] {
  return tally(tested.map(({ utterance, predictedIntent }) => [utterance.intent, predictedIntent]));
}

/** In slot confusions: a gold span that no prediction touches, a prediction that touches no gold span. */
export const NO_SPAN = '';

/**
 * Which slots are taken for which, most often first. A gold span that is not found exactly is set against the first
 * prediction that shares a token with it; the same label on both sides says that only the boundaries differ.
 */
export function slotConfusions(tested: readonly TestedUtterance[]): Confusion[] {
  return tally(
    tested.flatMap(({ gold, predicted }) => {
      const lost = gold.filter((span) => !predicted.some((other) => sameSpan(span, other)));
      const spurious = predicted.filter((span) => !gold.some((other) => touches(span, other)));
      return [
        ...lost.map((span) => [span.type, predicted.find((other) => touches(span, other))?.type ?? NO_SPAN] as const),
        ...spurious.map((span) => [NO_SPAN, span.type] as const),
      ];
    }),
    true,
  );
}

export function touches(a: TagSpan, b: TagSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

function tally(pairs: readonly (readonly [string, string])[], same = false): Confusion[] {
  const counts = new Map<string, { gold: string; predicted: string; count: number }>();
  for (const [gold, predicted] of pairs) {
    if (gold === predicted && !same) continue;
    const key = JSON.stringify([gold, predicted]);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { gold, predicted, count: 1 });
    else known.count++;
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || byCodeUnit(a.gold, b.gold) || byCodeUnit(a.predicted, b.predicted),
  );
}
