import { CalqueError } from '../model/model.js';
import { type ParallelRow, pairRows, type RowPair, textStatistics } from './parallel.js';
import { holm, type Randomisation, randomisation } from './randomisation.js';
import { type PairedBootstrap, pairedBootstrap, type Resampling } from './significance.js';
import type { LineStatistics } from './statistics.js';

/** A score of two systems on the same lines. */
export interface ComparedScore {
  readonly name: string;
  readonly randomisation: Randomisation;
  readonly bootstrap: PairedBootstrap;
  /** The p of randomisation, adjusted for the number of scores compared (Holm). */
  readonly p: number;
  /** The difference may as well be chance: p is 0.05 or more. */
  readonly noise: boolean;
}

const LEVEL = 0.05;

export interface NamedStatistics {
  readonly name: string;
  readonly a: LineStatistics;
  readonly b: LineStatistics;
}

/** Holds two systems against each other in one or more scores; the lines of both are the same, in the same order. */
export function compareScores(scores: readonly NamedStatistics[], options: Resampling = {}): ComparedScore[] {
  const tests = scores.map(({ name, a, b }) => ({
    name,
    randomisation: randomisation(a, b, options),
    bootstrap: pairedBootstrap(a, b, options),
  }));
  const adjusted = holm(tests.map((test) => test.randomisation.p));
  return tests.map((test, i) => ({ ...test, p: adjusted[i] as number, noise: (adjusted[i] as number) >= LEVEL }));
}

export interface TwoSystems {
  readonly a: readonly ParallelRow[];
  readonly b: readonly ParallelRow[];
  readonly reference: readonly ParallelRow[];
}

/** Which of two systems is closer to the reference, on the ids that all three files have. */
export function compareHypotheses({ a, b, reference }: TwoSystems, options: Resampling = {}): ComparedScore[] {
  const [ofA, ofB] = [byGroup(a, reference), byGroup(b, reference)];
  const common = [...ofA.keys()].filter((group) => ofB.has(group));
  if (common.length === 0) {
    const suggestions = ['compare files whose rows have the same ids'];
    throw new CalqueError('input', 'no id is in both files and in the reference', { suggestions });
  }
  const statisticsOf = (pairs: typeof ofA) => textStatistics(common.flatMap((group) => pairs.get(group) ?? []));
  const [left, right] = [statisticsOf(ofA), statisticsOf(ofB)];
  const scores = left.map((each, i) => ({ name: each.name, a: each, b: right[i] as LineStatistics }));
  return compareScores(scores, options);
}

function byGroup(rows: readonly ParallelRow[], reference: readonly ParallelRow[]): Map<string, RowPair[]> {
  const groups = new Map<string, RowPair[]>();
  for (const pair of pairRows(rows, reference).pairs) groups.set(pair.group, [...(groups.get(pair.group) ?? []), pair]);
  return groups;
}
