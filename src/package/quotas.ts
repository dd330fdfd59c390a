import type { Owners } from './owners.js';
import { FATES, type Survey } from './survey.js';

/** A key goes to a smaller partition when that loses at most so many rows elsewhere for each that it wins. */
const MOST_LOST = 10;

const KEPT = FATES.indexOf('kept');
const LEFT_OUT = FATES.indexOf('split');

interface Sides {
  /** Shares in the order of PARTITIONS. */
  readonly shares: readonly number[];
  /** The partition of a row as its place in PARTITIONS. */
  sideOf(row: number): number;
}

/** Gives keys to the smaller partitions, the cheapest first, until each has its share of an intent's rows. */
export function fillQuotas(
  survey: Survey,
  { shares, owners, sideOf }: Sides & { readonly owners: readonly Owners[] },
): void {
  const sizes = new Int32Array(survey.intentNames.length);
  const have = shares.map(() => new Int32Array(survey.intentNames.length));
  const candidates: { readonly row: number; readonly cost: number }[] = [];
  const costOf = (row: number) => owners.reduce((sum, each) => sum + each.cost(row), 0);
  for (let row = 0; row < survey.length; row++) {
    if (survey.fates.at(row) !== KEPT) continue;
    const intent = survey.intents.at(row);
    sizes[intent]!++;
    const side = sideOf(row);
    if (side === 0 || side >= shares.length) continue;
    const cost = costOf(row);
    if (cost === 0) have[side]![intent]!++;
    else if (cost <= MOST_LOST) candidates.push({ row, cost });
  }
  candidates.sort((a, b) => a.cost - b.cost || a.row - b.row);
  for (const { row } of candidates) {
    const intent = survey.intents.at(row);
    const side = sideOf(row);
    if (have[side]![intent]! >= shares[side]! * sizes[intent]!) continue;
    const cost = costOf(row);
    if (cost > MOST_LOST) continue;
    // Most rows with the same values or skeleton are of the same intent: the share is one of what is left.
    sizes[intent]! -= cost;
    for (const each of owners) each.give(row);
    have[side]![intent]!++;
  }
}

/**
 * Leaves out what a smaller partition has over its share of an intent: last rows of its templates before first ones, so
 * that all of them stay.
 */
export function trimToQuotas(survey: Survey, { shares, sideOf }: Sides): void {
  const [train = 1] = shares;
  const sizes = shares.map(() => new Int32Array(survey.intentNames.length));
  const ordinals = new Int32Array(survey.templateList.length);
  const held: { readonly row: number; readonly ordinal: number }[] = [];
  for (let row = 0; row < survey.length; row++) {
    const side = sideOf(row);
    if (survey.fates.at(row) !== KEPT || side >= shares.length) continue;
    sizes[side]![survey.intents.at(row)]!++;
    if (side > 0) held.push({ row, ordinal: ordinals[survey.templates.at(row)]!++ });
  }
  held.sort((a, b) => b.ordinal - a.ordinal || b.row - a.row);
  for (const { row } of held) {
    const [side, intent] = [sideOf(row), survey.intents.at(row)];
    const wanted = Math.max(1, Math.round((sizes[0]![intent]! * shares[side]!) / train));
    if (sizes[side]![intent]! <= wanted) continue;
    sizes[side]![intent]!--;
    survey.fates.set(row, LEFT_OUT);
  }
}
