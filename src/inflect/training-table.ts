import { bundlePartOfSpeech, byCodeUnit, type TableRow } from '../model/model.js';
import { meaningOf, sharedBundle } from './bundles.js';

/** Lemmas that have both of two bundles with different forms may be this share of those that have both, as noise. */
const MOST_CONFLICTS = 0.05;

/**
 * A table as the predictor learns it: bundles that several files spell differently are one bundle, so that each is
 * learnt from the rows of all. Bundles that differ in unmarked atoms only are one, too, unless they have forms of
 * their own.
 */
export function trainingRows(rows: readonly TableRow[]): TableRow[] {
  const shared = new Map<string, string>();
  const spelled = rows.map((row) => {
    let bundle = shared.get(row.bundle);
    if (bundle === undefined) {
      bundle = sharedBundle(row.bundle);
      shared.set(row.bundle, bundle);
    }
    return { ...row, bundle };
  });
  const merged = mergedBundles(spelled);
  return spelled.map((row) => ({ ...row, bundle: merged.get(row.bundle) ?? row.bundle }));
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
    for (const other of others)
      if (!conflict(byBundle.get(main as string), byBundle.get(other))) merged.set(other, main as string);
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
