import { createHash } from 'node:crypto';
import { CalqueError } from '../model/model.js';
import type { SplitReport } from './facts.js';
import { PARTITIONS, type Partition } from './format.js';
import { FATES, type Survey } from './survey.js';

/** Part of what is hashed: another salt is another split. */
export const SPLIT_SALT = 'calque split 1';

/** A key goes to a smaller partition when that loses at most so many rows elsewhere for each that it wins. */
const MOST_LOST = 10;

const KEPT = FATES.indexOf('kept');
const LEFT_OUT = FATES.indexOf('split');

export interface SplitOptions {
  /** Shares in the order of PARTITIONS; they sum to one. */
  readonly shares: readonly number[];
  /** Partitions may have values of slots in common. */
  readonly shareValues: boolean;
  /** Template → partition, of an older package that this one is to agree with. */
  readonly known?: ReadonlyMap<string, Partition> | undefined;
}

export interface Split {
  readonly report: SplitReport;
  /** The partition of each template, in code unit order. */
  readonly templates: ReadonlyMap<string, Partition>;
  partitionOf(row: number): Partition;
}

/** `90/10` → shares of train and dev; `80/10/10` → of train, dev and test. */
export function parseShares(text: string): number[] {
  const parts = text.split('/').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const isGood = parts.length >= 2 && parts.length <= PARTITIONS.length && parts.every((part) => part > 0);
  if (isGood && total > 0) return parts.map((part) => part / total);
  throw new CalqueError('usage', `--split takes two or three shares, not ${JSON.stringify(text)}`, {
    suggestions: ['--split 90/10 for train and dev', '--split 80/10/10 for train, dev and test'],
  });
}

/**
 * Gives each template to a partition: within an intent in the order of their hashes until the partition has its share
 * of the intent's templates. What a partition gets so depends on templates alone, so a build with more rows or
 * languages keeps it. Then each text, skeleton and combination of values goes to one partition, and rows that have it in
 * another are left out.
 */
export function splitRows(survey: Survey, options: SplitOptions): Split {
  const sides = sidesOf(survey, options);
  const sideOf = (row: number) => sides[survey.templates.at(row)]!;
  const keys = options.shareValues ? [0, 1] : [0, 1, 2];
  const owners = keys.map((key) => new Owners(survey, key, sideOf));
  fillQuotas(survey, { ...options, owners, sideOf });
  for (let row = 0; row < survey.length; row++) {
    if (survey.fates.at(row) !== KEPT) continue;
    if (owners.some((each) => !each.allows(row))) survey.fates.set(row, LEFT_OUT);
  }
  const partitionOf = (row: number) => PARTITIONS[sideOf(row)]!;
  const templates = survey.templateList.map(({ key }, i) => [key, PARTITIONS[sides[i]!]!] as const);
  return {
    report: reportOf(survey, options, partitionOf),
    templates: new Map(templates.sort(([a], [b]) => (a < b ? -1 : 1))),
    partitionOf,
  };
}

/** The partition of each template as its place in PARTITIONS. */
function sidesOf(survey: Survey, { shares, known }: SplitOptions): Uint8Array {
  const sides = new Uint8Array(survey.templateList.length);
  const byIntent = survey.intentNames.map((): { readonly template: number; readonly hash: string }[] => []);
  const taken = survey.intentNames.map(() => shares.map(() => 0));
  for (const [template, { key, intent }] of survey.templateList.entries()) {
    const partition = known?.get(key);
    if (partition === undefined) byIntent[intent]!.push({ template, hash: hashOf(key) });
    else {
      sides[template] = PARTITIONS.indexOf(partition);
      const counts = taken[intent]!;
      if (sides[template]! < counts.length) counts[sides[template]!]!++;
    }
  }
  for (const [intent, templates] of byIntent.entries()) {
    templates.sort((a, b) => (a.hash < b.hash ? -1 : 1));
    const all = templates.length + taken[intent]!.reduce((sum, count) => sum + count, 0);
    let next = 0;
    for (const [side, share] of shares.entries()) {
      if (side === 0) continue;
      // An intent of fewer templates than partitions is for training alone: none can be held out.
      const wanted = all < shares.length ? 0 : Math.max(1, Math.round(share * all));
      for (let i = taken[intent]![side]!; i < wanted && next < templates.length; i++)
        sides[templates[next++]!.template] = side;
    }
  }
  return sides;
}

function hashOf(template: string): string {
  return createHash('sha256').update(`${SPLIT_SALT}\t${template}`).digest('hex').slice(0, 16);
}

/** Which partition has a key, where several say it: the first, until it is given to another. */
class Owners {
  readonly #keys: (row: number) => number;
  readonly #sideOf: (row: number) => number;
  readonly #counts: Int32Array;
  readonly #owners: Uint8Array;
  readonly #given: Uint8Array;

  constructor(survey: Survey, key: number, sideOf: (row: number) => number) {
    const numbers = survey.keys[key]!;
    const size = survey.tables[key]!.size;
    this.#keys = (row) => numbers.at(row);
    this.#sideOf = sideOf;
    this.#counts = new Int32Array(PARTITIONS.length * size);
    for (let row = 0; row < survey.length; row++) {
      if (survey.fates.at(row) === KEPT && numbers.at(row) >= 0)
        this.#counts[PARTITIONS.length * numbers.at(row) + sideOf(row)]!++;
    }
    this.#given = new Uint8Array(size);
    this.#owners = Uint8Array.from({ length: size }, (_, number) => {
      const at = PARTITIONS.length * number;
      return PARTITIONS.findIndex((_, side) => this.#counts[at + side]! > 0);
    });
  }

  allows(row: number): boolean {
    const key = this.#keys(row);
    return key < 0 || this.#owners[key] === this.#sideOf(row);
  }

  /** Rows that other partitions lose when this row's has the key; Infinity where it was given away already. */
  cost(row: number): number {
    const key = this.#keys(row);
    if (this.allows(row)) return 0;
    if (this.#given[key] === 1) return Number.POSITIVE_INFINITY;
    let cost = 0;
    const side = this.#sideOf(row);
    for (let other = 0; other < PARTITIONS.length; other++) {
      if (other !== side) cost += this.#counts[PARTITIONS.length * key + other]!;
    }
    return cost;
  }

  give(row: number): void {
    const key = this.#keys(row);
    if (this.allows(row)) return;
    this.#owners[key] = this.#sideOf(row);
    this.#given[key] = 1;
  }
}

interface Filling extends SplitOptions {
  readonly owners: readonly Owners[];
  sideOf(row: number): number;
}

/** Gives keys to the smaller partitions, the cheapest first, until each has its share of an intent's rows. */
function fillQuotas(survey: Survey, { shares, owners, sideOf }: Filling): void {
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

function reportOf(
  survey: Survey,
  { shares, shareValues }: SplitOptions,
  partitionOf: (row: number) => Partition,
): SplitReport {
  const intents = survey.intentNames.map((intent) => ({ intent, rows: new Map<Partition, number>() }));
  const rows = new Map<Partition, number>();
  for (let row = 0; row < survey.length; row++) {
    if (survey.fates.at(row) !== KEPT) continue;
    const partition = partitionOf(row);
    const counts = intents[survey.intents.at(row)]!.rows;
    counts.set(partition, (counts.get(partition) ?? 0) + 1);
    rows.set(partition, (rows.get(partition) ?? 0) + 1);
  }
  return {
    asked: new Map(shares.map((share, i) => [PARTITIONS[i]!, share])),
    by: ['template', 'text', 'skeleton', ...(shareValues ? [] : (['values'] as const))],
    rows,
    leftOut: survey.count('split'),
    intents: intents.sort((a, b) => (a.intent < b.intent ? -1 : 1)),
    syntheticTest: shares.length > 2,
  };
}
