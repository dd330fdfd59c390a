import { bootstrapIntervals, type Resampling } from './significance.js';
import { scoreSpans, spanStatistics } from './spans.js';
import { accuracyStatistics, groupLines, type LineStatistics } from './statistics.js';
import { allRight, intentRight, type TestedUtterance } from './train-test.js';

/** Shares 0..1, each with its bootstrap standard error. */
export interface Scores {
  readonly utterances: number;
  readonly intent: { readonly accuracy: number; readonly error: number };
  /** Micro-averages over exact spans, as conlleval counts; predictions are well-formed, so strict IOB2 agrees. */
  readonly slots: { readonly precision: number; readonly recall: number; readonly f1: number; readonly error: number };
  readonly exact: { readonly accuracy: number; readonly error: number };
}

/** What is drawn again by the bootstrap and by paired tests of two systems on the same test rows. */
export interface TestStatistics {
  readonly intent: LineStatistics;
  readonly slots: LineStatistics;
  readonly exact: LineStatistics;
}

export function testStatistics(tested: readonly TestedUtterance[]): TestStatistics {
  const groups = tested.map(({ utterance: { template, id } }, i) => template ?? `${i} ${id}`);
  const grouped = (statistics: LineStatistics) => groupLines(statistics, groups);
  return {
    intent: grouped(accuracyStatistics(tested.map(intentRight))),
    slots: grouped(
      spanStatistics(
        tested.map(({ gold }) => gold),
        tested.map(({ predicted }) => predicted),
      ),
    ),
    exact: grouped(accuracyStatistics(tested.map(allRight))),
  };
}

export function scoresOf(tested: readonly TestedUtterance[], resampling: Resampling = {}): Scores {
  const statistics = testStatistics(tested);
  const measures = [statistics.intent, statistics.slots, statistics.exact];
  const [intent, slots, exact] = bootstrapIntervals(measures, resampling);
  const { precision, recall, f1 } = scoreSpans(
    tested.map(({ gold }) => gold),
    tested.map(({ predicted }) => predicted),
  ).micro;
  return {
    utterances: tested.length,
    intent: { accuracy: intent!.score, error: intent!.standardError },
    slots: { precision, recall, f1, error: slots!.standardError },
    exact: { accuracy: exact!.score, error: exact!.standardError },
  };
}
