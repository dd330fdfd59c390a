import { bundlePartOfSpeech, byCodeUnit, type Profile, parseBundle } from '../model/model.js';

export interface BundleCount {
  /** Canonical. */
  readonly bundle: string;
  readonly count: number;
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

/** What an inflection table shows of a language: the bundle of commands, of `to` + verb, and whether nouns have a plural. */
export function deriveFromBundles(bundles: readonly BundleCount[], language = ''): Profile {
  const verbs = bundles.filter(({ bundle }) => bundlePartOfSpeech(bundle) === 'V');
  const imperative = simplest(verbs.filter(({ bundle }) => parseBundle(bundle).includes('IMP')));
  const infinitive = simplest(verbs.filter(({ bundle }) => isInfinitive(parseBundle(bundle))));
  const nouns = bundles.filter(({ bundle }) => bundlePartOfSpeech(bundle) === 'N');
  const cells = nouns.reduce((sum, { count }) => sum + count, 0);
  const hasPlural = nouns.some(({ bundle }) => parseBundle(bundle).some((atom) => /(^|[>:])PL$/.test(atom)));
  return {
    language,
    ...(imperative && { imperative }),
    ...(infinitive && { infinitive }),
    ...(cells >= ENOUGH_NOUNS && !hasPlural && { plural: '' }),
  };
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
