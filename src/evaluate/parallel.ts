import { byCodeUnit, CalqueError, type SlotSpan } from '../model/model.js';
import { bleuStatistics } from './bleu.js';
import { chrfStatistics } from './chrf.js';
import type { TextPair, TextScore, TextStatistics } from './ngrams.js';
import { type BootstrapInterval, bootstrapIntervals, type Resampling } from './significance.js';
import { groupLines } from './statistics.js';
import type { LabelledUtterance } from './utterance.js';
import { scoreValues, type ValueReport } from './value-overlap.js';

/** What is compared of a row. */
export type ParallelRow = Pick<LabelledUtterance, 'id' | 'text' | 'spans' | 'template'>;

/** A row of a system with the rows that say the same in the reference file. */
export interface RowPair {
  readonly hypothesis: ParallelRow;
  readonly references: readonly ParallelRow[];
  /** The id they have in common: rows of one template are resampled together. */
  readonly group: string;
}

export interface PairedRows {
  readonly pairs: readonly RowPair[];
  /** Rows whose id the other file lacks. */
  readonly onlyHypothesis: number;
  readonly onlyReference: number;
}

export interface MeasuredText extends TextScore {
  readonly interval: BootstrapInterval;
}

/** chrF2++ leads; BLEU is there to compare with others' figures. */
export interface TextComparison {
  readonly chrf: MeasuredText;
  readonly chrfPlusPlus: MeasuredText;
  readonly bleu: MeasuredText;
}

export interface ParallelReport {
  readonly lines: number;
  /** Ids: what is resampled. */
  readonly groups: number;
  readonly onlyHypothesis: number;
  readonly onlyReference: number;
  /** Fewer groups than FEW_LINES. */
  readonly few: boolean;
  readonly text: TextComparison;
  /** The same with each slot's value replaced by one letter that stands for the slot, since people localise values. */
  readonly masked: TextComparison;
  readonly values: ValueReport;
}

/** With fewer, the intervals themselves are uncertain. */
export const FEW_LINES = 100;

/**
 * Pairs rows by id. A row that names its template, or whose id is a template's id with an ordinal (`11#0`), is held
 * against the reference of that id; several references of one id are alternatives.
 */
export function pairRows(hypothesis: readonly ParallelRow[], reference: readonly ParallelRow[]): PairedRows {
  const known = new Map<string, ParallelRow[]>();
  for (const row of reference) known.set(row.id, [...(known.get(row.id) ?? []), row]);
  const pairs: RowPair[] = [];
  const met = new Set<string>();
  for (const row of hypothesis) {
    const group = [row.id, row.template ?? row.id.replace(/#\d+$/, '')].find((id) => known.has(id));
    if (group === undefined) continue;
    met.add(group);
    pairs.push({ hypothesis: row, references: known.get(group) as ParallelRow[], group });
  }
  const onlyReference = [...known].reduce((sum, [id, rows]) => (met.has(id) ? sum : sum + rows.length), 0);
  return { pairs, onlyHypothesis: hypothesis.length - pairs.length, onlyReference };
}

/** How close the rows of a system are to those of people, row by row. */
export function compareParallel(
  hypothesis: readonly ParallelRow[],
  reference: readonly ParallelRow[],
  options: Resampling = {},
): ParallelReport {
  const { pairs, ...unpaired } = requirePairs(pairRows(hypothesis, reference));
  const groups = new Set(pairs.map(({ group }) => group)).size;
  return {
    lines: pairs.length,
    groups,
    ...unpaired,
    few: groups < FEW_LINES,
    text: measure(textStatistics(pairs), options),
    masked: measure(textStatistics(pairs, 'masked'), options),
    values: scoreValues(pairs),
  };
}

function requirePairs(paired: PairedRows): PairedRows {
  if (paired.pairs.length > 0) return paired;
  const suggestions = ['compare files whose rows have the same ids, such as two locales of one data set'];
  throw new CalqueError('input', 'the two files have no id in common', { suggestions });
}

function textPairs(pairs: readonly RowPair[]): TextPair[] {
  return pairs.map(({ hypothesis, references }) => ({
    hypothesis: hypothesis.text,
    references: references.map(({ text }) => text),
  }));
}

function maskedPairs(pairs: readonly RowPair[]): TextPair[] {
  const rows = pairs.flatMap(({ hypothesis, references }) => [hypothesis, ...references]);
  const slots = new Set(rows.flatMap(({ spans }) => spans.map(({ slot }) => slot)));
  const masks = new Map([...slots].sort(byCodeUnit).map((slot, i) => [slot, maskOf(i)]));
  return pairs.map(({ hypothesis, references }) => ({
    hypothesis: maskSlots(hypothesis, masks),
    references: references.map((row) => maskSlots(row, masks)),
  }));
}

/** One code point of the last private plane: a slot weighs as much as a letter, whatever its name is. */
function maskOf(index: number): string {
  return String.fromCodePoint(0x100000 + index);
}

function maskSlots({ text, spans }: ParallelRow, masks: ReadonlyMap<string, string>): string {
  let masked = '';
  let position = 0;
  for (const { slot, start, end } of inOrder(spans)) {
    masked += text.slice(position, start) + masks.get(slot);
    position = end;
  }
  return masked + text.slice(position);
}

function inOrder(spans: readonly SlotSpan[]): SlotSpan[] {
  return [...spans].sort((a, b) => a.start - b.start);
}

/** Counts of the three metrics, one line a group. */
export function textStatistics(pairs: readonly RowPair[], slots: 'spoken' | 'masked' = 'spoken'): TextStatistics[] {
  const lines = slots === 'masked' ? maskedPairs(pairs) : textPairs(pairs);
  const groups = pairs.map(({ group }) => group);
  const metrics = [chrfStatistics(lines), chrfStatistics(lines, { wordOrder: 2 }), bleuStatistics(lines)];
  return metrics.map((statistics) => groupLines(statistics, groups));
}

function measure(statistics: readonly TextStatistics[], options: Resampling): TextComparison {
  const intervals = bootstrapIntervals(statistics, options);
  const [chrf, chrfPlusPlus, bleu] = statistics.map(({ name, signature }, i): MeasuredText => {
    const interval = intervals[i] as BootstrapInterval;
    return { name, score: interval.score, signature, interval };
  }) as [MeasuredText, MeasuredText, MeasuredText];
  return { chrf, chrfPlusPlus, bleu };
}
