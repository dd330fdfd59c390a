import type { Direct } from './direct.js';
import { groupByLemma } from './knowledge.js';
import type { KnownCell } from './lexicon.js';
import type { Slot } from './slots.js';

/** Paradigms with more cells than this teach the differences of bundles by themselves. */
const ENOUGH_CELLS = 6;
const FEWEST_ROWS = 8;
const MOST_IMAGINED = 4000;
const SURE = 0.85;
export const IMAGINED_WEIGHT = 0.5;

/**
 * Cells of known lemmas as the trained ranker predicts them, where it is sure. A table of one or two cells a lemma has
 * hardly any pair of bundles to compare otherwise.
 */
export function imagineCells(direct: Direct, cells: readonly KnownCell[], slots: readonly Slot[]): KnownCell[] {
  const lemmas = [...groupByLemma(cells).values()];
  if (cells.length > ENOUGH_CELLS * lemmas.length) return [];
  const rows = new Map<Slot, number>();
  for (const { slot } of cells) rows.set(slot, (rows.get(slot) ?? 0) + 1);
  const common = slots.filter((slot) => (rows.get(slot) ?? 0) >= FEWEST_ROWS);
  const imagined: KnownCell[] = [];
  const wanted = Math.max(1, Math.floor(MOST_IMAGINED / Math.max(1, common.length)));
  const step = Math.max(1, Math.floor(lemmas.length / wanted));
  for (let i = 0; i < lemmas.length; i += step) {
    const known = lemmas[i] as readonly KnownCell[];
    const { word, lemma, slot: own } = known[0] as KnownCell;
    for (const slot of common) {
      if (slot.partOfSpeech !== own.partOfSpeech || known.some((cell) => cell.slot === slot)) continue;
      const best = direct.predict(word, slot)[0];
      if (best !== undefined && best.p >= SURE)
        imagined.push({ word, lemma, slot, forms: [best.form], rules: [], weight: IMAGINED_WEIGHT });
    }
  }
  return imagined;
}
