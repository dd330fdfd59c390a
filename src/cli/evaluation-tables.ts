import { type Confusion, type CurvePoint, type HumanEquivalent, NO_SPAN, type Scores } from '../evaluate/evaluate.js';
import type { Equivalents, Evaluation, Figures, LabelScore } from './evaluation-result.js';
import type { Column } from './table.js';
import { count, plural } from './text.js';

/** A table as people read it. */
export interface ReportTable {
  readonly heading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Of long tables the rows that matter most; --json has all. */
const SHOWN = 10;

const right = (title: string): Column => ({ title, right: true });

export function evaluationTables(evaluation: Evaluation): ReportTable[] {
  const { curve, compare } = evaluation;
  return [
    scoreTable(evaluation),
    ...(compare ? [differenceTable(compare.differences, 100)] : []),
    ...(curve ? [curveTable('rows', curve.rows)] : []),
    ...(curve && curve.templates.length > 0 ? [curveTable('templates', curve.templates)] : []),
    fateTable(evaluation),
    valueTable(evaluation),
    labelTable('Slots that cost most', evaluation.bySlot),
    labelTable('Intents that cost most', evaluation.byIntent),
    confusionTable('Slots most often taken for others', evaluation.confusions.slots),
    confusionTable('Intents most often taken for others', evaluation.confusions.intents),
  ].filter(({ rows }) => rows.length > 0);
}

/** All that was trained on, and what it gave. */
function scoreTable(evaluation: Evaluation): ReportTable {
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

interface Difference {
  readonly name: string;
  readonly randomisation: { readonly difference: number };
  readonly bootstrap: { readonly interval: { readonly low: number; readonly high: number } };
  readonly p: number;
  readonly noise: boolean;
}

/** `times` brings scores to 0..100. */
export function differenceTable(differences: readonly Difference[], times: number): ReportTable {
  const signed = (number: number) => `${number < 0 ? '−' : '+'}${Math.abs(number * times).toFixed(1)}`;
  return {
    heading: 'Compared with the other (paired; p by randomisation, adjusted for several scores)',
    columns: [
      { title: 'score' },
      right('difference'),
      right('95 % interval'),
      right('p'),
      { title: 'the difference is' },
    ],
    rows: differences.map(({ name, randomisation, bootstrap: { interval }, p, noise }) => [
      name,
      signed(randomisation.difference),
      `${signed(interval.low)} to ${signed(interval.high)}`,
      p < 0.001 ? '< 0.001' : p.toFixed(3),
      noise ? 'noise, for all one can tell' : 'more than noise',
    ]),
  };
}

function curveTable(unit: string, points: readonly CurvePoint[]): ReportTable {
  return {
    heading: `Score against the number of ${unit}, %`,
    columns: [unit, 'draws', 'intents', 'slot F1', 'exact match'].map(right),
    rows: points.map(({ size, draws, ...figures }) => [
      count(size),
      String(draws),
      ...[figures.intent, figures.slots, figures.exact].map(percent),
    ]),
  };
}

function fateTable({ fate }: Evaluation): ReportTable {
  const { spans, exact, boundary, wrongLabel, missed, spurious } = fate;
  const row = (name: string, number: number) => [name, count(number), spans === 0 ? '' : percent(number / spans)];
  return {
    heading: `What became of ${plural(spans, 'gold span')}`,
    columns: [{ title: 'fate' }, right('spans'), right('%')],
    rows: [
      row('exact', exact),
      row('wrong boundary', boundary),
      row('wrong label', wrongLabel),
      row('missed', missed),
      ['(spurious: where there is none)', count(spurious), ''],
    ],
  };
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['seen', 'seen in that slot'],
  ['known words', 'new, all its words seen in that slot'],
  ['words from elsewhere', 'new, its words seen elsewhere'],
  ['unknown word', 'has a word that was never seen'],
]);

function valueTable({ values, fate }: Evaluation): ReportTable {
  return {
    heading: 'Values, and how many of them were found exactly',
    columns: [{ title: 'the value' }, right('spans'), right('% of spans'), right('found, %')],
    rows: values.kinds.map(({ kind, spans, exact }) => [
      KINDS.get(kind) ?? kind,
      count(spans),
      fate.spans === 0 ? '' : percent(spans / fate.spans),
      spans === 0 ? '' : percent(exact / spans),
    ]),
  };
}

function labelTable(heading: string, scores: readonly LabelScore[]): ReportTable {
  const lost = ({ recall, support }: LabelScore) => (1 - recall) * support;
  const worst = [...scores].filter(({ f1 }) => f1 < 1).sort((a, b) => lost(b) - lost(a) || b.support - a.support);
  return {
    heading,
    columns: [{ title: 'label' }, ...['gold', 'precision', 'recall', 'F1'].map(right)],
    rows: worst
      .slice(0, SHOWN)
      .map(({ label, support, precision, recall, f1 }) => [
        label,
        count(support),
        ...[precision, recall, f1].map(percent),
      ]),
  };
}

function confusionTable(heading: string, confusions: readonly Confusion[]): ReportTable {
  const named = (label: string) => (label === NO_SPAN ? '(none)' : label);
  return {
    heading,
    columns: [{ title: 'gold' }, { title: 'predicted' }, right('times')],
    rows: confusions
      .slice(0, SHOWN)
      .map(({ gold, predicted, count: times }) => [
        named(gold),
        gold === predicted ? `${predicted}, other boundaries` : named(predicted),
        count(times),
      ]),
  };
}

export function percent(share: number): string {
  return (100 * share).toFixed(1);
}
