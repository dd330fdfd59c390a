import { TIERS, type Tier } from '../model/model.js';
import { type Scores, scoresOf } from './scores.js';
import type { Resampling } from './significance.js';
import { type TrainOptions, trainAndTest } from './train-test.js';
import type { LabelledUtterance } from './utterance.js';

export interface TierScores {
  /** The tiers of the rows that were trained on, best first. */
  readonly tiers: readonly Tier[];
  readonly rows: number;
  readonly scores: Scores;
}

type Rows = readonly LabelledUtterance[];

/**
 * Trains on the best tier, then on the two best, then on all: whether rows that are trusted less do harm. Empty when
 * rows carry no tier; a step that adds no row is left out.
 */
export function scoresByTier(train: Rows, test: Rows, options: TrainOptions & Resampling = {}): TierScores[] {
  const steps: TierScores[] = [];
  for (const [i] of TIERS.entries()) {
    const tiers = TIERS.slice(0, i + 1);
    const rows = train.filter(({ tier }) => tier !== undefined && tiers.includes(tier));
    if (rows.length === (steps.at(-1)?.rows ?? 0)) continue;
    steps.push({ tiers, rows: rows.length, scores: scoresOf(trainAndTest(rows, test, options), options) });
  }
  return steps;
}
