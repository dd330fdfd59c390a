import { createHash } from 'node:crypto';
import { CalqueError } from '../model/model.js';
import type { SplitReport } from './facts.js';
import { PARTITIONS, type Partition } from './format.js';
import { Owners } from './owners.js';
import { fillQuotas, trimToQuotas } from './quotas.js';
import { FATES, type Survey } from './survey.js';

/** Part of what is hashed: another salt is another split. */
export const SPLIT_SALT = 'calque split 1';

/**
 * How many more templates than its share a smaller partition gets, as a share of that: what its rows have in common with
 * train is left out of it, more where values count too, and what is over its share in the end is left out as well. It
 * depends on what was asked for alone: if it followed from rows, a build with more of them would move templates.
 */
const RESERVE = { values: 0.6, texts: 0.2 } as const;

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
 * of the intent's templates and some in reserve. What a partition gets so depends on templates alone, so a build with
 * more rows or languages keeps it. Then each text, skeleton and combination of values goes to one partition, rows that
 * have it in another are left out, and so are rows of the smaller partitions that are over their share of the intent.
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
  trimToQuotas(survey, { ...options, sideOf });
  const partitionOf = (row: number) => PARTITIONS[sideOf(row)]!;
  const templates = survey.templateList.map(({ key }, i) => [key, PARTITIONS[sides[i]!]!] as const);
  return {
    report: reportOf(survey, options, partitionOf),
    templates: new Map(templates.sort(([a], [b]) => (a < b ? -1 : 1))),
    partitionOf,
  };
}

/** The partition of each template as its place in PARTITIONS. */
function sidesOf(survey: Survey, { shares, shareValues, known }: SplitOptions): Uint8Array {
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
      const wanted = all < shares.length ? 0 : Math.max(1, Math.round(share * reserve(share, shareValues) * all));
      for (let i = taken[intent]![side]!; i < wanted && next < templates.length; i++)
        sides[templates[next++]!.template] = side;
    }
  }
  return sides;
}

/** What a share is multiplied by: large partitions lose no more to each other than small ones win. */
function reserve(share: number, shareValues: boolean): number {
  return 1 + RESERVE[shareValues ? 'texts' : 'values'] * Math.max(0, 1 - 2 * share);
}

function hashOf(template: string): string {
  return createHash('sha256').update(`${SPLIT_SALT}\t${template}`).digest('hex').slice(0, 16);
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
