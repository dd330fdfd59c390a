import { exponential } from './arithmetic.js';
import { type Candidate, candidatesOf, exhausted, moreCandidates, type Reading } from './candidates.js';
import { DENSE, OF_RULE, ruleFeatures, soundFeatures } from './dense.js';
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

const FEW = 12;
const MANY = 24;
/** Forms that are less likely are not given. */
const LEAST = 1e-3;
/** So sure of the likeliest few that no other can win. */
const CLEAR = 0.9;

/** Statistics by slot and the ranker's weights: what direct prediction needs. */
export class Direct {
  /** By slot, and by number of the rule in it: the score of rule and slot, whatever the word; NaN: not looked up yet. */
  private readonly fixedScores: (Float64Array | undefined)[] = [];
  private readonly dense = new Float32Array(DENSE);
  private readonly scores = new Float64Array(MANY);
  /** Of each candidate of the last query: what its form's features add up to, and whether of two readings. */
  private readonly formScores = new Float64Array(MANY);
  private readonly twice = new Uint8Array(MANY);

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

  /** What does not change when more rules agree on the form. */
  private formScore(candidate: Candidate, word: Word, slot: Slot): number {
    let score = this.fixedScore(candidate, slot);
    if (candidate.second !== undefined) score += this.fixedScore(candidate.second, slot);
    freeFeatures(candidate, word, slot);
    score += sumOf(this.ranker, features, featureCount);
    soundFeatures(candidate, { word, sounds: this.sounds }, this.dense, OF_RULE);
    return score + this.denseScore(OF_RULE, DENSE);
  }

  private wholeScore(candidate: Candidate, word: Word, formScore: number): number {
    ruleFeatures(candidate, word, this.dense, 0);
    return formScore + this.denseScore(0, OF_RULE);
  }

  private denseScore(from: number, to: number): number {
    const { dense } = this.ranker;
    let score = 0;
    for (let d = from; d < to; d++) score += (dense[d] as number) * (this.dense[d] as number);
    return score;
  }

  /** Likeliest first. Only where the likeliest few leave a doubt are all looked at. `own`: evidence not to be counted. */
  predict(word: Word, slot: Slot, own?: Evidence): Scored[] {
    let candidates = candidatesOf(this.slotStatistics(slot), word, { own, enough: FEW });
    if (candidates.length === 1 && exhausted) return [scoredOf(candidates[0] as Candidate, 1, true)];
    const most = this.weigh(candidates, { word, slot, scored: 0 });
    if (!exhausted && most < CLEAR) {
      const scored = candidates.length;
      candidates = moreCandidates(MANY);
      this.weigh(candidates, { word, slot, scored });
    }
    return this.ranked(candidates);
  }

  /**
   * Fills `scores` with probabilities and returns the greatest. `scored`: so many candidates are those of the call
   * before, though more rules may agree on them.
   */
  private weigh(candidates: readonly Candidate[], { word, slot, scored }: Weighed): number {
    const count = candidates.length;
    const { scores, formScores, twice } = this;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      const candidate = candidates[i] as Candidate;
      const readings = candidate.second === undefined ? 1 : 2;
      if (i >= scored || twice[i] !== readings) formScores[i] = this.formScore(candidate, word, slot);
      twice[i] = readings;
      const score = this.wholeScore(candidate, word, formScores[i] as number);
      if (score > most) most = score;
      scores[i] = score;
    }
    let sum = 0;
    for (let i = 0; i < count; i++) {
      scores[i] = exponential((scores[i] as number) - most);
      sum += scores[i] as number;
    }
    for (let i = 0; i < count; i++) scores[i] = (scores[i] as number) / sum;
    return 1 / sum;
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

interface Weighed {
  readonly word: Word;
  readonly slot: Slot;
  readonly scored: number;
}

function scoredOf({ form, suffix, prefix, count, depth }: Candidate, p: number, first: boolean): Scored {
  return { form, p, first, suffix, prefix, count, depth };
}

function byProbability(a: Scored, b: Scored): number {
  return b.p - a.p;
}
