import { TIERS, type Tier } from '../model/model.js';
import { type Scores, scoresOf } from './scores.js';
import type { Resampling } from './significance.js';
import { type TestedUtterance, type TrainOptions, type Trial, trainAndTestAll } from './train-test.js';

export interface TierScores {
  /** The tiers of the rows that were trained on, best first. */
  readonly tiers: readonly Tier[];
  readonly rows: number;
  readonly scores: Scores;
}

/**
 * Trains on the best tier, then on the two best, then on all: whether rows that are trusted less do harm. Empty when
 * rows carry no tier; a step that adds no row is left out.
 */
export async function scoresByTier(
  { train, test }: Trial,
  options: TrainOptions & Resampling = {},
): Promise<TierScores[]> {
  const steps = TIERS.map((_, i) => TIERS.slice(0, i + 1))
    .map((tiers) => ({ tiers, train: train.filter(({ tier }) => tier !== undefined && tiers.includes(tier)), test }))
    .filter((step, i, all) => step.train.length > (all[i - 1]?.train.length ?? 0));
  const tested = await trainAndTestAll(steps, options);
  return steps.map(({ tiers, train: rows }, i) => ({
    tiers,
    rows: rows.length,
    scores: scoresOf(tested[i] as TestedUtterance[], options),
  }));
}
