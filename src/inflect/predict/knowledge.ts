import type { AlignmentCosts } from './align.js';
import type { KnownCell, Lexicon } from './lexicon.js';
import type { Ranker } from './ranker.js';
import type { Slots } from './slots.js';
import type { SoundPatterns } from './sounds.js';
import type { Trial } from './trial.js';

/** All that training finds out; a stored predictor is this. */
export interface Knowledge extends Omit<Lexicon, 'book'>, Trial {
  readonly slots: Slots;
  readonly costs: AlignmentCosts;
  /** The table's cells. */
  readonly cells: readonly KnownCell[];
  /** Cells that completion added. */
  readonly filled: readonly KnownCell[];
  /** Cells that the ranker imagines, to compare bundles by. */
  readonly imagined: readonly KnownCell[];
  readonly sounds: SoundPatterns;
  readonly ranker: Ranker;
}

/** Cells of a predictor, found without going through all of them. */
export interface CellIndex {
  /** Cells of the table by slot. */
  readonly rows: Int32Array;
  /** Cells of a slot, with those that completion added. */
  ofSlot(id: number): readonly KnownCell[];
  /** Cells of the table that a lemma has. */
  ofLemma(lemma: string): readonly KnownCell[];
}

export function indexCells({ cells, filled, slots }: Pick<Knowledge, 'cells' | 'filled' | 'slots'>): CellIndex {
  const bySlot = groupBySlot([...cells, ...filled], slots.all.length);
  const byLemma = groupByLemma(cells);
  const rows = new Int32Array(slots.all.length);
  for (const { slot } of cells) rows[slot.id] = (rows[slot.id] as number) + 1;
  return { rows, ofSlot: (id) => bySlot[id] ?? [], ofLemma: (lemma) => byLemma.get(lemma) ?? [] };
}

function groupBySlot(cells: readonly KnownCell[], slots: number): KnownCell[][] {
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
