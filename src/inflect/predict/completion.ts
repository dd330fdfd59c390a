import { keyOfNumber } from '../../model/model.js';
import { extractRules } from './extract.js';
import type { KnownCell, Lexicon } from './lexicon.js';
import type { Neighbours } from './neighbours.js';
import type { Slot } from './slots.js';

/** Bundles with fewer cells than this are filled up. */
const ENOUGH = 60;
const FEWEST = 3;
const MOST_FILLED = 14_000;
const SOURCES = 5;
const LEAST_SHARE = 0.8;
/** Sums of parts may differ from the whole by so much. */
const SLACK = 1e-6;
export const FILLED_WEIGHT = 0.4;

/** Cells of known lemmas that the table lacks and that their neighbours agree on: more to learn rare bundles from. */
export function completeParadigms(
  lexicon: Lexicon,
  lemmas: ReadonlyMap<string, readonly KnownCell[]>,
  neighbours: Neighbours,
): KnownCell[] {
  const rows = new Map<Slot, number>();
  for (const { slot } of lexicon.cells) rows.set(slot, (rows.get(slot) ?? 0) + 1);
  const filled: KnownCell[] = [];
  const words = [...lemmas.values()];
  const poor = lexicon.slots.all.filter((slot) => {
    const count = rows.get(slot) ?? 0;
    return count >= FEWEST && count < ENOUGH;
  });
  const share = Math.min(ENOUGH, Math.ceil(MOST_FILLED / Math.max(1, poor.length)));
  for (const slot of poor) {
    let wanted = Math.min(share, ENOUGH - (rows.get(slot) ?? 0));
    const start = (keyOfNumber(7, slot.id) >>> 0) % words.length;
    let tries = wanted * 4;
    for (let i = 0; i < words.length && wanted > 0 && tries > 0; i++) {
      const cells = words[(start + i) % words.length] as readonly KnownCell[];
      const { word } = cells[0] as KnownCell;
      if (cells[0]?.slot.partOfSpeech !== slot.partOfSpeech || cells.some((cell) => cell.slot === slot)) continue;
      tries--;
      const form = agreed(slot, cells, neighbours);
      if (form === undefined) continue;
      const rules = extractRules(word.text, form, lexicon);
      filled.push({ word, lemma: word.text, slot, forms: [form], rules, weight: FILLED_WEIGHT });
      wanted--;
    }
  }
  return filled;
}

/** Enough support for a form to be taken, if the others have no more than the rest of the votes. */
const LEAST_SUPPORT = 0.6;

/** The form that the most reliable neighbours agree on. They are asked no longer when they cannot agree any more. */
function agreed(slot: Slot, cells: readonly KnownCell[], neighbours: Neighbours): string | undefined {
  const sources = neighbours.bestSources(
    slot,
    cells.map((cell) => cell.slot),
    SOURCES,
  );
  let left = sources.reduce((sum, { difference }) => sum + difference.reliability ** 2, 0);
  const support = new Map<string, number>();
  let all = 0;
  let most = 0;
  for (const { slot: from, difference } of sources) {
    if (most + left < LEAST_SUPPORT - SLACK || most + left < LEAST_SHARE * (all + left) - SLACK) return undefined;
    left -= difference.reliability ** 2;
    const known = cells.find((cell) => cell.slot === from) as KnownCell;
    const word = neighbours.word(known.forms[0] as string);
    for (const { form, p } of neighbours.votes(word, difference)) {
      const weight = (difference.reliability * p) ** 2;
      const sum = (support.get(form) ?? 0) + weight;
      support.set(form, sum);
      most = Math.max(most, sum);
      all += weight;
    }
  }
  if (most < LEAST_SUPPORT || most < LEAST_SHARE * all) return undefined;
  for (const [form, weight] of support) if (weight === most) return form;
  return undefined;
}
