import {
  bundlePartOfSpeech,
  byCodeUnit,
  dimensionOf,
  isPartOfSpeech,
  type Profile,
  parseBundle,
} from '../model/model.js';

export interface BundleCount {
  /** Canonical. */
  readonly bundle: string;
  readonly count: number;
  /** Cells whose form is the lemma itself. */
  readonly asLemma?: number;
}

/** Atoms that make an imperative something else than a plain command to one person, heaviest first. */
const UNWANTED: readonly [string, number][] = [
  ['NEG', 64],
  ['1', 32],
  ['3', 32],
  ['PL', 16],
  ['DU', 16],
  ['PASS', 8],
  ['FEM', 4],
  ['FORM', 2],
];

/** A table of fewer noun cells than this says nothing of what nouns lack. */
const ENOUGH_NOUNS = 20;

/** A bundle is the citation form of its part of speech where at least this share of its forms are lemmas. */
const LEAST_CITED = 0.5;

/**
 * What an inflection table shows of a language: its dimensions with their values, the bundle of citation forms, of
 * commands, of `to` + verb, and whether nouns have a plural.
 */
export function deriveFromBundles(bundles: readonly BundleCount[], language = ''): Profile {
  const verbs = bundles.filter(({ bundle }) => bundlePartOfSpeech(bundle) === 'V');
  const imperative = imperativeOf(verbs);
  const infinitive = simplest(verbs.filter(({ bundle }) => isInfinitive(parseBundle(bundle))));
  const nouns = bundles.filter(({ bundle }) => bundlePartOfSpeech(bundle) === 'N');
  const cells = nouns.reduce((sum, { count }) => sum + count, 0);
  const hasPlural = nouns.some(({ bundle }) => parseBundle(bundle).some((atom) => /(^|[>:])PL$/.test(atom)));
  const features = featuresOf(bundles);
  const citation = citationOf(bundles);
  return {
    language,
    ...(Object.keys(features).length > 0 && { features }),
    ...(Object.keys(citation).length > 0 && { citation }),
    ...(imperative && { imperative }),
    ...(infinitive && { infinitive }),
    ...(cells >= ENOUGH_NOUNS && !hasPlural && { plural: '' }),
  };
}

/** A language without an imperative commands in the subjunctive or the optative, else with the verb as it is cited. */
function imperativeOf(verbs: readonly BundleCount[]): string | undefined {
  const having = (...wanted: readonly string[]) =>
    simplest(verbs.filter(({ bundle }) => wanted.every((atom) => leaves(bundle).includes(atom))));
  return having('IMP') ?? having('SBJV', '2', 'SG') ?? having('OPT', '2', 'SG');
}

function leaves(bundle: string): string[] {
  return parseBundle(bundle).map((atom) => atom.slice(atom.lastIndexOf(':') + 1));
}

/** Part of speech → dimension → values, each in a fixed order. */
function featuresOf(bundles: readonly BundleCount[]): Record<string, Record<string, string[]>> {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const { bundle } of bundles) {
    const pos = bundlePartOfSpeech(bundle);
    if (pos === '') continue;
    const dimensions = found.get(pos) ?? new Map<string, Set<string>>();
    found.set(pos, dimensions);
    for (const leaf of leaves(bundle)) {
      const dimension = isPartOfSpeech(leaf) ? undefined : dimensionOf(leaf);
      if (dimension !== undefined) dimensions.set(dimension, (dimensions.get(dimension) ?? new Set()).add(leaf));
    }
  }
  const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([a], [b]) => byCodeUnit(a, b));
  return Object.fromEntries(
    sorted(found).map(([pos, dimensions]) => [
      pos,
      Object.fromEntries(sorted(dimensions).map(([name, values]) => [name, [...values].sort(byCodeUnit)])),
    ]),
  );
}

/** Part of speech → the bundle whose forms are the lemmas; the simplest of those that have most of them. */
function citationOf(bundles: readonly BundleCount[]): Record<string, string> {
  const cited = bundles.filter(({ count, asLemma = 0 }) => asLemma >= count * LEAST_CITED && asLemma > 0);
  cited.sort((a, b) => (b.asLemma ?? 0) - (a.asLemma ?? 0) || cost(a.bundle) - cost(b.bundle));
  const citation = new Map<string, string>();
  for (const { bundle } of cited) {
    const pos = bundlePartOfSpeech(bundle);
    if (pos !== '' && !citation.has(pos)) citation.set(pos, bundle);
  }
  return Object.fromEntries([...citation].sort(([a], [b]) => byCodeUnit(a, b)));
}

/** UniMorph writes infinitives `V;NFIN` or `V.NFIN`. Masdars are left out: `to` + verb is rarely said with them. */
function isInfinitive(atoms: readonly string[]): boolean {
  return (atoms.includes('NFIN') || atoms.includes('V.NFIN') || atoms.includes('INF')) && !atoms.includes('IMP');
}

function simplest(bundles: readonly BundleCount[]): string | undefined {
  const costed = bundles.map(({ bundle, count }) => ({ bundle, count, cost: cost(bundle) }));
  costed.sort((a, b) => a.cost - b.cost || b.count - a.count || byCodeUnit(a.bundle, b.bundle));
  return costed[0]?.bundle;
}

/** Few atoms cost little; atoms that are not wanted cost more than any number of others. */
function cost(bundle: string): number {
  const atoms = parseBundle(bundle);
  const unwanted = UNWANTED.reduce((sum, [atom, weight]) => sum + (atoms.includes(atom) ? weight : 0), 0);
  return unwanted * 100 + atoms.length;
}
