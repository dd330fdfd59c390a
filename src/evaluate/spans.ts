import { byCodeUnit } from '../model/model.js';
import type { TagSpan } from './bio.js';
import { type LineStatistics, lineStatistics } from './statistics.js';

/** Spans of lines, in the order of lines. */
export type SpanLines = readonly (readonly TagSpan[])[];

/** 0..1; 0/0 is 0. Support: spans of the gold standard. */
export interface SpanScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

/** A mean over no type at all is null. */
export interface MeanScore {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly support: number;
}

export interface SpanReport {
  readonly micro: SpanScore;
  /** The plain mean over types of gold standard or prediction. */
  readonly macro: MeanScore;
  /** The mean weighted by support. */
  readonly weighted: SpanScore;
  /** By type, in code unit order. */
  readonly types: ReadonlyMap<string, SpanScore>;
}

export interface SpanCounts {
  readonly correct: number;
  readonly predicted: number;
  readonly gold: number;
}

/** Precision, recall and F1 over spans that agree in type, start and end. */
export function scoreSpans(gold: SpanLines, predicted: SpanLines): SpanReport {
  const counts = countsByType(gold, predicted);
  const types = new Map([...counts].map(([type, each]) => [type, scoreOf(each)]));
  const micro = scoreOf([...counts.values()].reduce(add, NOTHING));
  const scores = [...types.values()];
  const macro = meanOf(scores, () => 1) ?? { precision: null, recall: null, f1: null };
  const weighted = meanOf(scores, ({ support }) => support) ?? { precision: 0, recall: 0, f1: 0 };
  const { support } = micro;
  return { micro, macro: { ...macro, support }, weighted: { ...weighted, support }, types };
}

export function scoreOf({ correct, predicted, gold }: SpanCounts): SpanScore {
  const precision = ratio(correct, predicted);
  const recall = ratio(correct, gold);
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall), support: gold };
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function meanOf(scores: readonly SpanScore[], weigh: (score: SpanScore) => number) {
  const weight = scores.reduce((sum, score) => sum + weigh(score), 0);
  if (weight === 0) return undefined;
  const mean = (take: (score: SpanScore) => number) =>
    scores.reduce((sum, score) => sum + take(score) * weigh(score), 0) / weight;
  return { precision: mean((s) => s.precision), recall: mean((s) => s.recall), f1: mean((s) => s.f1) };
}

const NOTHING: SpanCounts = { correct: 0, predicted: 0, gold: 0 };

function add(a: SpanCounts, b: SpanCounts): SpanCounts {
  return { correct: a.correct + b.correct, predicted: a.predicted + b.predicted, gold: a.gold + b.gold };
}

/** By type, in code unit order. */
export function countsByType(gold: SpanLines, predicted: SpanLines): Map<string, SpanCounts> {
  const types = new Set([...gold.flat(), ...predicted.flat()].map(({ type }) => type));
  const counts = new Map([...types].sort(byCodeUnit).map((type) => [type, { correct: 0, predicted: 0, gold: 0 }]));
  for (const [line, spans] of gold.entries()) {
    const known = new Set(spans.map(spanKey));
    for (const { type } of spans) counts.get(type)!.gold++;
    for (const span of predicted[line] ?? []) {
      const each = counts.get(span.type)!;
      each.predicted++;
      if (known.has(spanKey(span))) each.correct++;
    }
  }
  return counts;
}

function spanKey({ type, start, end }: TagSpan): string {
  return `${start} ${end} ${type}`;
}

/** Correct, predicted and gold spans of each line, with micro F1 as the score. */
export function spanStatistics(gold: SpanLines, predicted: SpanLines): LineStatistics {
  const counts = gold.map((spans, line) => {
    const known = new Set(spans.map(spanKey));
    const found = predicted[line] ?? [];
    return [found.filter((span) => known.has(spanKey(span))).length, found.length, spans.length];
  });
  return lineStatistics(counts, 3, microF1);
}

/** Share of tokens whose whole tag is right. */
export function tokenAccuracy(gold: readonly (readonly string[])[], predicted: readonly (readonly string[])[]): number {
  const right = gold.map((tags, line) => tags.filter((tag, i) => predicted[line]?.[i] === tag).length);
  return ratio(sum(right), sum(gold.map(({ length }) => length)));
}

function microF1(sums: ArrayLike<number>): number {
  return scoreOf({ correct: sums[0]!, predicted: sums[1]!, gold: sums[2]! }).f1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

/**
 * The two lenient scores reported beside xSID (van der Goot et al. 2021). Loose: a span counts that shares a token
 * with a span of its label on the other side. Unlabelled: a span counts that has the boundaries of any other.
 */
export interface XsidScores {
  readonly loose: SpanScore;
  readonly unlabelled: SpanScore;
}

export function scoreXsid(gold: SpanLines, predicted: SpanLines): XsidScores {
  const overlaps = (a: TagSpan, b: TagSpan) => a.type === b.type && a.start < b.end && b.start < a.end;
  const coincides = (a: TagSpan, b: TagSpan) => a.start === b.start && a.end === b.end;
  return { loose: scoreLoosely(gold, predicted, overlaps), unlabelled: scoreLoosely(gold, predicted, coincides) };
}

/** Recall over gold spans that some prediction meets, precision over predictions that meet some gold span. */
function scoreLoosely(gold: SpanLines, predicted: SpanLines, meets: (a: TagSpan, b: TagSpan) => boolean): SpanScore {
  const share = (lines: SpanLines, others: SpanLines) => {
    const met = lines.map((spans, i) => spans.filter((a) => (others[i] ?? []).some((b) => meets(a, b))).length);
    return ratio(sum(met), lines.flat().length);
  };
  const [precision, recall] = [share(predicted, gold), share(gold, predicted)];
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall), support: gold.flat().length };
}
