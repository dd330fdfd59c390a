import { type Confusion, type CurvePoint, NO_SPAN } from '../evaluate/evaluate.js';
import type { Evaluation, LabelScore } from './evaluation-result.js';
import { percent, type ReportTable, right } from './report-table.js';
import { scoreTable } from './score-table.js';
import { count, plural } from './text.js';

/** Of long tables the rows that matter most; --json has all. */
const SHOWN = 10;

export function evaluationTables(evaluation: Evaluation): ReportTable[] {
  const { curve, compare } = evaluation;
  return [
    scoreTable(evaluation),
    ...(compare ? [differenceTable(compare.differences, 100)] : []),
    ...(curve ? [curveTable('rows', curve.rows)] : []),
    ...(curve && curve.templates.length > 0 ? [curveTable('templates', curve.templates)] : []),
    ...(curve && curve.entries.length > 0 ? [curveTable('lexicon entries', curve.entries)] : []),
    fateTable(evaluation),
    valueTable(evaluation),
    labelTable('Slots that cost most', evaluation.bySlot),
    labelTable('Intents that cost most', evaluation.byIntent),
    confusionTable('Slots most often taken for others', evaluation.confusions.slots),
    confusionTable('Intents most often taken for others', evaluation.confusions.intents),
  ].filter(({ rows }) => rows.length > 0);
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
