import { exponential } from './arithmetic.js';
import { type Candidate, candidatesOf, type Reading } from './candidates.js';
import { DENSE, denseFeatures } from './dense.js';
import { featureCount, features, fixedFeatures, freeFeatures } from './features.js';
import type { CellIndex } from './knowledge.js';
import type { Estimate } from './query.js';
import { type Ranker, sumOf } from './ranker.js';
import type { Slot } from './slots.js';
import type { SoundPatterns } from './sounds.js';
import { type Evidence, SlotStatistics } from './statistics.js';
import type { Word } from './word.js';

/** A form, how likely it is, and how its best rule has done. */
export interface Scored extends Readonly<Omit<Estimate, 'plain'>> {
  readonly form: string;
  readonly p: number;
  /** Whether the statistics alone would have chosen it, too. */
  readonly first: boolean;
}

/** Forms that are compared. */
const ENOUGH = 12;
/** Forms that are less likely are not given. */
const LEAST = 1e-3;

/** Statistics by slot and the ranker's weights: what direct prediction needs. */
export class Direct {
  /** By slot, and by number of the rule in it: the score of rule and slot, whatever the word; NaN: not looked up yet. */
  private readonly fixedScores: (Float64Array | undefined)[] = [];
  private readonly dense = new Float32Array(DENSE);
  private readonly scores = new Float64Array(ENOUGH);

  constructor(
    private readonly index: CellIndex,
    readonly ranker: Ranker,
    readonly sounds: SoundPatterns,
    /** By slot, made when they are first asked for; may be another's with the same cells. */
    readonly statistics: (SlotStatistics | undefined)[] = [],
  ) {}

  slotStatistics(slot: Slot): SlotStatistics {
    let statistics = this.statistics[slot.id];
    if (statistics === undefined) {
      statistics = new SlotStatistics(this.index.ofSlot(slot.id));
      this.statistics[slot.id] = statistics;
    }
    return statistics;
  }

  private fixedScore({ rule, number }: Reading, slot: Slot): number {
    let scores = this.fixedScores[slot.id];
    if (scores === undefined) {
      scores = new Float64Array(this.slotStatistics(slot).rules.length).fill(Number.NaN);
      this.fixedScores[slot.id] = scores;
    }
    let score = scores[number] as number;
    if (Number.isNaN(score)) {
      score = sumOf(this.ranker, fixedFeatures(rule, slot));
      scores[number] = score;
    }
    return score;
  }

  private score(candidate: Candidate, word: Word, slot: Slot): number {
    let score = this.fixedScore(candidate, slot);
    if (candidate.second !== undefined) score += this.fixedScore(candidate.second, slot);
    freeFeatures(candidate, word, slot);
    score += sumOf(this.ranker, features, featureCount);
    denseFeatures(candidate, { word, sounds: this.sounds }, this.dense, 0);
    const { dense } = this.ranker;
    for (let d = 0; d < DENSE; d++) score += (dense[d] as number) * (this.dense[d] as number);
    return score;
  }

  /** Likeliest first. `own`: evidence not to be counted. */
  predict(word: Word, slot: Slot, own?: Evidence): Scored[] {
    const candidates = candidatesOf(this.slotStatistics(slot), word, { own, enough: ENOUGH });
    if (candidates.length === 1) return [scoredOf(candidates[0] as Candidate, 1, true)];
    this.weigh(candidates, word, slot);
    return this.ranked(candidates);
  }

  /** Fills `scores` with probabilities. */
  private weigh(candidates: readonly Candidate[], word: Word, slot: Slot): void {
    const count = candidates.length;
    const { scores } = this;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      const score = this.score(candidates[i] as Candidate, word, slot);
      if (score > most) most = score;
      scores[i] = score;
    }
    let sum = 0;
    for (let i = 0; i < count; i++) {
      scores[i] = exponential((scores[i] as number) - most);
      sum += scores[i] as number;
    }
    for (let i = 0; i < count; i++) scores[i] = (scores[i] as number) / sum;
  }

  private ranked(candidates: readonly Candidate[]): Scored[] {
    const found: Scored[] = [];
    for (let i = 0; i < candidates.length; i++) {
      const p = this.scores[i] as number;
      if (p >= LEAST) found.push(scoredOf(candidates[i] as Candidate, p, i === 0));
    }
    return found.length > 1 ? found.sort(byProbability) : found;
  }
}

function scoredOf({ form, suffix, prefix, count, depth }: Candidate, p: number, first: boolean): Scored {
  return { form, p, first, suffix, prefix, count, depth };
}

function byProbability(a: Scored, b: Scored): number {
  return b.p - a.p;
}
