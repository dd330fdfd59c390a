import { byCodeUnit, isPartOfSpeech, parseBundle } from '../model/model.js';

/**
 * Atoms that a table may state or leave out without changing which form is meant: a request for `N;DAT` is answered
 * by `N;DAT;SG`, and by Icelandic's `N;DAT;INDF;SG`.
 */
const UNMARKED = new Set(['SG', 'NOM', 'INDF', 'POS', 'IND', 'FIN', 'DECL', 'ACT']);

const PERSON = /^[0-4]$/;
const NUMBER = new Set(['SG', 'PL', 'DU']);

/**
 * A bundle as a set of flat atoms that both generations of UniMorph share: `N;DAT(PL;PSS(1,SG))` and `N;DAT;PL;PSS1S`
 * give the same string. Unmarked atoms are left out; the part of speech is kept apart by the caller.
 */
export function flatFeatures(bundle: string): string {
  const possessor = new Map<string, string>();
  const flat = new Set<string>();
  for (const atom of parseBundle(bundle)) {
    const colon = atom.lastIndexOf(':');
    const leaf = atom.slice(colon + 1);
    const path = colon < 0 ? '' : atom.slice(0, colon);
    if (path.endsWith('PSS')) {
      if (PERSON.test(leaf)) possessor.set('person', leaf);
      else if (NUMBER.has(leaf)) possessor.set('number', leaf.slice(0, 1));
      else flat.add(`PSS:${leaf}`);
    } else if (leaf !== 'PSS' && !isPartOfSpeech(leaf)) flat.add(leaf);
  }
  if (possessor.size > 0) flat.add(`PSS${possessor.get('person') ?? ''}${possessor.get('number') ?? ''}`);
  return [...flat]
    .filter((atom) => !UNMARKED.has(atom))
    .sort(byCodeUnit)
    .join(';');
}
