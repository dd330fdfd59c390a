import { bundlePartOfSpeech, byCodeUnit, canonicalBundle, isPartOfSpeech, parseBundle } from '../model/model.js';

/**
 * Atoms that a table may state or leave out without changing which form is meant: a request for `N;DAT` is answered
 * by `N;DAT;SG`, and by Icelandic's `N;DAT;INDF;SG`.
 */
export const UNMARKED: ReadonlySet<string> = new Set(['SG', 'NOM', 'INDF', 'POS', 'IND', 'FIN', 'DECL', 'ACT']);

const PERSON = /^[0-4]$/;
const NUMBER = new Set(['SG', 'PL', 'DU']);
const GENDER = new Set(['MASC', 'FEM']);

/** A bundle's features without its part of speech, in the flat notation of the older tables. */
function flatAtoms(bundle: string): string[] {
  const possessor = new Map<string, string>();
  const flat = new Set<string>();
  for (const atom of parseBundle(bundle)) {
    const colon = atom.lastIndexOf(':');
    const leaf = atom.slice(colon + 1);
    const path = colon < 0 ? '' : atom.slice(0, colon);
    if (path.endsWith('PSS')) {
      if (PERSON.test(leaf)) possessor.set('person', leaf);
      else if (NUMBER.has(leaf)) possessor.set('number', leaf.slice(0, 1));
      else if (GENDER.has(leaf)) possessor.set('gender', leaf.slice(0, 1));
      else flat.add(`PSS:${leaf}`);
    } else if (leaf !== 'PSS' && !isPartOfSpeech(leaf)) flat.add(leaf);
  }
  const parts = ['person', 'number', 'gender'].map((part) => possessor.get(part) ?? '');
  if (possessor.size > 0) flat.add(`PSS${parts.join('')}`);
  return [...flat].sort(byCodeUnit);
}

/**
 * One string for a bundle in either notation, unmarked atoms kept: `V;IMP;NOM(2,SG)` is `V;2;IMP;SG`. A bundle that
 * tells two arguments apart keeps its paths, since its atoms would say nothing without them.
 */
export function sharedBundle(bundle: string): string {
  const atoms = parseBundle(bundle);
  const arguments_ = new Set(atoms.filter((atom) => atom.includes(':')).map((atom) => atom.replace(/[:>].*$/, '')));
  if (arguments_.size > 1) return canonicalBundle(bundle);
  const pos = atoms.filter((atom) => isPartOfSpeech(atom));
  const verbal = bundlePartOfSpeech(bundle) === 'V' && arguments_.has('NOM');
  const flat = flatAtoms(bundle).filter((atom) => !(verbal && atom === 'NOM'));
  return canonicalBundle([...pos, ...flat].join(';'));
}

/** Whether a bundle says what belongs to which argument. */
export function isNested(bundle: string): boolean {
  return bundle.includes(':');
}

/** Of two nested bundles whether they say the same of each argument; a flat one may stand for any. */
export function sameArguments(a: string, b: string): boolean {
  return !isNested(a) || !isNested(b) || nestedAtoms(a) === nestedAtoms(b);
}

function nestedAtoms(bundle: string): string {
  return bundle
    .split(';')
    .filter((atom) => atom.includes(':') && !UNMARKED.has(atom.slice(atom.lastIndexOf(':') + 1)))
    .join(';');
}

/** Meanings that were worked out: a table has some thousand bundles, and each is asked for again and again. */
const meanings = new Map<string, string>();
const MOST_KEPT = 50_000;

/**
 * What a bundle means, apart from its part of speech: `N;DAT(PL;PSS(1,SG))` and `N;DAT;PL;PSS1S` give the same string,
 * and so do bundles that differ only in what may be left unsaid.
 */
export function meaningOf(bundle: string): string {
  let meaning = meanings.get(bundle);
  if (meaning === undefined) {
    meaning = sharedBundle(bundle)
      .split(';')
      .filter((atom) => !isPartOfSpeech(atom) && !UNMARKED.has(atom))
      .join(';');
    if (meanings.size >= MOST_KEPT) meanings.clear();
    meanings.set(bundle, meaning);
  }
  return meaning;
}
