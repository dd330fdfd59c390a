import type { AlignmentCosts } from './align.js';
import type { Calibration } from './calibrate.js';
import type { KnownCell, Lexicon } from './lexicon.js';
import type { Ranker } from './ranker.js';
import type { RuleBook } from './rules.js';
import type { Slots } from './slots.js';
import type { SoundPatterns } from './sounds.js';

/** All that training finds out; a stored predictor is this. */
export interface Knowledge extends Lexicon {
  readonly slots: Slots;
  readonly book: RuleBook;
  readonly costs: AlignmentCosts;
  /** The table's cells. */
  readonly cells: readonly KnownCell[];
  /** Cells that completion added. */
  readonly filled: readonly KnownCell[];
  /** Cells that the ranker imagines, to compare bundles by. */
  readonly imagined: readonly KnownCell[];
  readonly sounds: SoundPatterns;
  readonly ranker: Ranker;
  readonly calibration: Calibration;
}

export function groupBySlot(cells: readonly KnownCell[], slots: number): KnownCell[][] {
  const bySlot: KnownCell[][] = Array.from({ length: slots }, () => []);
  for (const cell of cells) bySlot[cell.slot.id]?.push(cell);
  return bySlot;
}

export function groupByLemma(cells: readonly KnownCell[]): Map<string, KnownCell[]> {
  const lemmas = new Map<string, KnownCell[]>();
  for (const cell of cells) {
    const group = lemmas.get(cell.lemma);
    if (group === undefined) lemmas.set(cell.lemma, [cell]);
    else group.push(cell);
  }
  return lemmas;
}
