import { type Candidate, candidatesOf } from './candidates.js';
import { DENSE, denseFeatures, fixedFeatures, freeFeatures, type Slot } from './features.js';
import type { KnownCell } from './lexicon.js';
import { type Ranker, sumOf } from './ranker.js';
import type { Rule } from './rules.js';
import type { SoundPatterns } from './sounds.js';
import { SlotStatistics } from './statistics.js';
import type { Word } from './word.js';

export interface Scored {
  readonly form: string;
  p: number;
}

/** Statistics by slot and the ranker's weights: what direct prediction needs. */
export class Direct {
  readonly statistics: (SlotStatistics | undefined)[] = [];
  private readonly fixedScores = new Map<number, number>();
  private readonly room = new Int32Array(1024);
  private readonly dense = new Float32Array(DENSE);

  constructor(
    readonly bySlot: readonly (readonly KnownCell[])[],
    readonly ranker: Ranker,
    readonly sounds: SoundPatterns,
  ) {}

  slotStatistics(slot: Slot): SlotStatistics {
    let statistics = this.statistics[slot.id];
    if (statistics === undefined) {
      statistics = new SlotStatistics(this.bySlot[slot.id] ?? []);
      this.statistics[slot.id] = statistics;
    }
    return statistics;
  }

  private fixedScore(rule: Rule, slot: Slot): number {
    const key = slot.id * 0x200000 + rule.id;
    let score = this.fixedScores.get(key);
    if (score === undefined) {
      score = sumOf(this.ranker.sparse, fixedFeatures(rule, slot), 0);
      this.fixedScores.set(key, score);
    }
    return score;
  }

  private score(candidate: Candidate, word: Word, slot: Slot): number {
    const { sparse, dense } = this.ranker;
    let score = this.fixedScore(candidate.rule, slot);
    let end = freeFeatures(candidate, word, slot, this.room, 0);
    if (candidate.second !== undefined) {
      score += this.fixedScore(candidate.second.rule, slot);
      end = freeFeatures(candidate.second, word, slot, this.room, end);
    }
    score += sumOf(sparse, this.room.subarray(0, end), 0);
    denseFeatures(candidate, { word, sounds: this.sounds }, this.dense, 0);
    for (let d = 0; d < DENSE; d++) score += (dense[d] as number) * (this.dense[d] as number);
    return score;
  }

  predict(word: Word, slot: Slot): Scored[] {
    const candidates = candidatesOf(this.slotStatistics(slot), word);
    const scores = candidates.map((candidate) => this.score(candidate, word, slot));
    const most = Math.max(...scores);
    const found = candidates.map(({ form }, i) => ({ form, p: Math.exp((scores[i] as number) - most) }));
    const sum = found.reduce((all, { p }) => all + p, 0);
    for (const scored of found) scored.p /= sum;
    return found.sort((a, b) => b.p - a.p);
  }
}
