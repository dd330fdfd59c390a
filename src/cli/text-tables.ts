import type { MeasuredText, SpanScore, TextComparison } from '../evaluate/evaluate.js';
import { differenceTable } from './evaluation-tables.js';
import { percent, type ReportTable, right } from './report-table.js';
import { count } from './text.js';
import type { TextEvaluation } from './text-comparison.js';

/** Of slots, as many as fit a page; --json has all. */
const SHOWN = 10;

export function textTables({ text, masked, values, compare }: TextEvaluation): ReportTable[] {
  return [
    measureTable('Text', text),
    measureTable('Text with a sign for each slot value', masked),
    valueTable(values),
    ...(compare ? [differenceTable(compare.differences, 1)] : []),
  ];
}

function measureTable(heading: string, { chrf, chrfPlusPlus, bleu }: TextComparison): ReportTable {
  return {
    heading,
    columns: [{ title: 'score' }, right(''), right(''), { title: 'signature' }],
    rows: [chrfPlusPlus, chrf, bleu].map(({ name, score, signature, interval }: MeasuredText) => [
      name,
      score.toFixed(1),
      `±${interval.half.toFixed(1)}`,
      signature,
    ]),
  };
}

function valueTable({ all, slots }: TextEvaluation['values']): ReportTable {
  const row = (name: string, { support, precision, recall, f1 }: SpanScore) => [
    name,
    count(support),
    ...[precision, recall, f1].map(percent),
  ];
  const most = [...slots].sort((a, b) => b.support - a.support).slice(0, SHOWN);
  return {
    heading: 'Slot values that are the same text, %',
    columns: [{ title: 'slot' }, ...['values', 'precision', 'recall', 'F1'].map(right)],
    rows: [row('all', all), ...most.map((score) => row(score.label, score))],
  };
}
