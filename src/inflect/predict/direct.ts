import { exponential } from './arithmetic.js';
import { type Candidate, candidatesOf, exhausted } from './candidates.js';
import { DENSE, denseFeatures } from './dense.js';
import { featureCount, features, fixedFeatures, freeFeatures } from './features.js';
import type { CellIndex } from './knowledge.js';
import { type Ranker, sumOf } from './ranker.js';
import type { Rule } from './rules.js';
import type { Slot } from './slots.js';
import type { SoundPatterns } from './sounds.js';
import { type Evidence, SlotStatistics } from './statistics.js';
import type { Word } from './word.js';

export interface Scored {
  readonly form: string;
  readonly p: number;
  /** Whether the statistics alone would have chosen it, too. */
  readonly first: boolean;
}

const FEW = 12;
const MANY = 24;
/** Forms that are less likely are not given. */
const LEAST = 1e-4;
/** So sure of the likeliest few that no other can win. */
const CLEAR = 0.9;

/** Statistics by slot and the ranker's weights: what direct prediction needs. */
export class Direct {
  private readonly fixedScores = new Map<number, number>();
  private readonly dense = new Float32Array(DENSE);
  private readonly scores = new Float64Array(MANY);

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

  private fixedScore(rule: Rule, slot: Slot): number {
    const key = slot.id * 0x200000 + rule.id;
    let score = this.fixedScores.get(key);
    if (score === undefined) {
      score = sumOf(this.ranker, fixedFeatures(rule, slot));
      this.fixedScores.set(key, score);
    }
    return score;
  }

  private score(candidate: Candidate, word: Word, slot: Slot): number {
    const { dense } = this.ranker;
    let score = this.fixedScore(candidate.rule, slot);
    if (candidate.second !== undefined) score += this.fixedScore(candidate.second.rule, slot);
    freeFeatures(candidate, word, slot);
    score += sumOf(this.ranker, features, featureCount);
    denseFeatures(candidate, { word, sounds: this.sounds }, this.dense, 0);
    for (let d = 0; d < DENSE; d++) score += (dense[d] as number) * (this.dense[d] as number);
    return score;
  }

  /** Likeliest first. Only where the likeliest few leave a doubt are all looked at. `own`: evidence not to be counted. */
  predict(word: Word, slot: Slot, own?: Evidence): Scored[] {
    const statistics = this.slotStatistics(slot);
    const few = this.rank(candidatesOf(statistics, word, { own, enough: FEW }), word, slot);
    if (exhausted || few.length === 0 || (few[0] as Scored).p >= CLEAR) return few;
    return this.rank(candidatesOf(statistics, word, { own, enough: MANY }), word, slot);
  }

  private rank(candidates: readonly Candidate[], word: Word, slot: Slot): Scored[] {
    if (candidates.length === 1) return [scoredOf(candidates[0] as Candidate, 1, true)];
    const { scores } = this;
    let most = Number.NEGATIVE_INFINITY;
    candidates.forEach((candidate, i) => {
      const score = this.score(candidate, word, slot);
      if (score > most) most = score;
      scores[i] = score;
    });
    let sum = 0;
    for (let i = 0; i < candidates.length; i++) {
      scores[i] = exponential((scores[i] as number) - most);
      sum += scores[i] as number;
    }
    const found: Scored[] = [];
    candidates.forEach((candidate, i) => {
      const p = (scores[i] as number) / sum;
      if (p >= LEAST) found.push(scoredOf(candidate, p, i === 0));
    });
    return found.sort(byProbability);
  }
}

function scoredOf(candidate: Candidate, p: number, first: boolean): Scored {
  return { form: candidate.form, p, first };
}

function byProbability(a: Scored, b: Scored): number {
  return b.p - a.p;
}
