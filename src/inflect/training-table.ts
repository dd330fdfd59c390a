import { bundlePartOfSpeech, byCodeUnit, type TableRow } from '../model/model.js';
import { isNested, meaningOf, sharedBundle } from './bundles.js';

/** Lemmas that have both of two bundles with different forms may be this share of those that have both, as noise. */
const MOST_CONFLICTS = 0.05;

/**
 * A table as the predictor learns it. One of one notation says apart what it means apart, and stays as it is. Where
 * files of two notations meet, bundles that they spell differently are one bundle, so that each is learnt from the rows
 * of all; those that differ in unmarked atoms only are one, too, unless they have forms of their own.
 */
export function trainingRows(rows: readonly TableRow[]): readonly TableRow[] {
  const spellings = sharedSpellings(rows);
  if (spellings.size === 0) return rows;
  const spelled = rows.map((row) => ({ ...row, bundle: spellings.get(row.bundle) ?? row.bundle }));
  const merged = mergedBundles(spelled);
  return spelled.map((row) => ({ ...row, bundle: merged.get(row.bundle) ?? row.bundle }));
}

/**
 * Bundle → its spelling in the flat notation, where the table has rows of both; of several nested ones (`NOM(2,PL)`,
 * `PL;NOM(2)`) only the most frequent meets the flat one. Empty for a table of one notation.
 */
function sharedSpellings(rows: readonly TableRow[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { bundle } of rows) counts.set(bundle, (counts.get(bundle) ?? 0) + 1);
  const groups = new Map<string, string[]>();
  for (const bundle of [...counts.keys()].sort(byCodeUnit)) {
    const shared = sharedBundle(bundle);
    groups.set(shared, [...(groups.get(shared) ?? []), bundle]);
  }
  const spellings = new Map<string, string>();
  if (![...groups.values()].some((group) => group.some(isNested) && !group.every(isNested))) return spellings;
  for (const [shared, group] of groups) {
    const nested = group.filter(isNested);
    const [main] = nested.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    for (const bundle of group) if (bundle === main || !isNested(bundle)) spellings.set(bundle, shared);
  }
  return spellings;
}

/** Bundle → the most frequent of those that mean the same. */
function mergedBundles(rows: readonly TableRow[]): Map<string, string> {
  const byBundle = new Map<string, Map<string, Set<string>>>();
  for (const { lemma, bundle, form } of rows) {
    const cells = byBundle.get(bundle) ?? new Map<string, Set<string>>();
    byBundle.set(bundle, cells);
    const forms = cells.get(lemma);
    if (forms === undefined) cells.set(lemma, new Set([form]));
    else forms.add(form);
  }
  const groups = new Map<string, string[]>();
  for (const bundle of byBundle.keys()) {
    const key = `${bundlePartOfSpeech(bundle)}\t${meaningOf(bundle)}`;
    groups.set(key, [...(groups.get(key) ?? []), bundle]);
  }
  const sizeOf = (bundle: string) => byBundle.get(bundle)?.size ?? 0;
  const merged = new Map<string, string>();
  for (const group of groups.values()) {
    const [main, ...others] = group.sort((a, b) => sizeOf(b) - sizeOf(a) || byCodeUnit(a, b));
    for (const other of others) {
      if (sharedBundle(other) === sharedBundle(main as string)) continue;
      if (!conflict(byBundle.get(main as string), byBundle.get(other))) merged.set(other, main as string);
    }
  }
  return merged;
}

type Cells = ReadonlyMap<string, ReadonlySet<string>> | undefined;

function conflict(a: Cells, b: Cells): boolean {
  let both = 0;
  let apart = 0;
  for (const [lemma, forms] of b ?? []) {
    const others = a?.get(lemma);
    if (others === undefined) continue;
    both++;
    if (![...forms].some((form) => others.has(form))) apart++;
  }
  return apart > both * MOST_CONFLICTS;
}
