import type { Plan, Tier } from '../model/model.js';
import { Choices } from './choices.js';
import { DistinctCounter, MOST_COUNTED } from './distinct.js';
import { languageKey } from './keys.js';
import { Page, type Write } from './page.js';
import { RowWriter } from './writer.js';

export type { Write } from './page.js';
export { drawRow, type RowAddress, renderRow } from './row.js';
export { DEFAULT_PER_TEMPLATE, LARGEST_SPACE, rowCounts, shardRange, spaceSize, sum, type Wanted } from './space.js';

export interface Realisation {
  readonly seed: number;
  /** Rows of each carrier, as `rowCounts` gives them. */
  readonly counts: ArrayLike<number>;
  /** Rows from `from` to `to`, exclusive, of all rows in the plan's order: carriers, then ordinals. */
  readonly from: number;
  readonly to: number;
  /** Called with 1 MiB at a time; must be done with the buffer when it returns. */
  readonly write: Write;
}

export interface Realised {
  readonly rows: number;
  /** Templates that gave a row. */
  readonly templates: number;
  /** Different utterances, by 64-bit hashes; null where there are too many rows to count them. */
  readonly distinct: number | null;
  readonly bytes: number;
  /** Rows of each tier. */
  readonly tiers: Readonly<Record<Tier, number>>;
}

/** Writes rows as JSON lines: no linguistics and no look-ups, only seeded choice and copying. */
export function realise(plan: Plan, realisation: Realisation): Realised {
  const steps = realiseInSteps(plan, realisation);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with a stop after each carrier, for callers that have others to listen to; yields the rows so far. */
export function* realiseInSteps(
  plan: Plan,
  { seed, counts, from, to, write }: Realisation,
): Generator<number, Realised, void> {
  const page = new Page(write);
  const words = Math.ceil(plan.sources.length / 32);
  const choices = new Choices(plan, page, words);
  const distinct = to - from <= MOST_COUNTED ? new DistinctCounter(to - from) : undefined;
  const writer = new RowWriter(choices, distinct);
  const key = languageKey(plan, seed);
  const tiers = { A: 0, B: 0, C: 0 };
  let templates = 0;
  let before = 0;
  for (let i = 0; i < plan.carriers.length && before < to; i++) {
    const carrier = plan.carriers[i]!;
    const first = Math.max(0, from - before);
    const last = Math.min(counts[i]!, to - before);
    before += counts[i]!;
    if (first >= last) continue;
    choices.load(carrier, { key, rows: last - first });
    writer.rows(first, last);
    tiers[carrier.tier] += last - first;
    templates++;
    yield tiers.A + tiers.B + tiers.C;
  }
  page.flush();
  const rows = tiers.A + tiers.B + tiers.C;
  return { rows, templates, distinct: distinct?.count ?? null, bytes: page.bytesWritten, tiers };
}
