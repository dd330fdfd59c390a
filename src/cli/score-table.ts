import type { CurvePoint, HumanEquivalent, Scores } from '../evaluate/evaluate.js';
import type { Equivalents, Evaluation, Figures } from './evaluation-result.js';
import { percent, type ReportTable, right } from './report-table.js';
import { count } from './text.js';

/** All that was trained on, and what it gave. */
export function scoreTable(evaluation: Evaluation): ReportTable {
  const { train, tiers, baselines, human, compare } = evaluation;
  const steps = tiers.slice(0, -1).map((step) => scoreRow(`of these, tier ${step.tiers.join(', ')}`, step));
  const draws = baselines?.published.draws.length ?? 0;
  const rows = [
    scoreRow('these rows', { rows: train.rows, scores: evaluation }),
    ...steps,
    ...(compare ? [scoreRow('compared with', compare)] : []),
    ...(baselines
      ? [
          scoreRow('floor: source language', { scores: baselines.floor }),
          figureRow(`published baseline, mean of ${draws}`, baselines.published.mean),
        ]
      : []),
    ...(human?.curve ?? []).map((point) => figureRow(humanName(point, human?.rows ?? 0), point, point.size)),
    ...(human ? [equivalentRow('these rows are worth human rows', human.equivalent)] : []),
    ...(human?.baselineEquivalent ? [equivalentRow('the baseline is worth', human.baselineEquivalent)] : []),
  ];
  const columns = [{ title: 'trained on' }, ...['rows', 'intents', 'slot F1', 'exact match'].map(right)];
  return { heading: 'Scores, %', columns, rows };
}

function humanName({ size, draws }: CurvePoint, all: number): string {
  if (size === all) return 'ceiling: all human rows';
  return draws > 1 ? `human rows, mean of ${draws}` : 'human rows';
}

function scoreRow(name: string, { rows, scores }: { readonly rows?: number; readonly scores: Scores }): string[] {
  const { intent, slots, exact } = scores;
  const cells = [
    [intent.accuracy, intent.error],
    [slots.f1, slots.error],
    [exact.accuracy, exact.error],
  ] as const;
  return [
    name,
    rows === undefined ? '' : count(rows),
    ...cells.map(([score, error]) => `${percent(score)} ±${percent(error)}`),
  ];
}

function figureRow(name: string, { intent, slots, exact }: Figures, rows?: number): string[] {
  // As wide as `12.3 ±0.4`, so that figures with and without error stand below each other.
  return [
    name,
    rows === undefined ? '' : count(rows),
    ...[intent, slots, exact].map((each) => `${percent(each)}     `),
  ];
}

function equivalentRow(name: string, { intent, slots, exact }: Equivalents): string[] {
  return [name, '', ...[intent, slots, exact].map(equivalentText)];
}

export function equivalentText({ rows, relation }: HumanEquivalent): string {
  return `${{ about: '', 'fewer than': '< ', 'more than': '> ' }[relation]}${count(rows)}`;
}
