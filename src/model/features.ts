/**
 * Feature bundles of UniMorph (Sylak-Glassman 2016; UniMorph 4, Batsuren et al. 2022).
 *
 * A bundle is a set of atoms, each a path and a leaf: `N;DAT(PL;PSS(1,SG))` holds `N`, `DAT`, `DAT:PL`, `DAT>PSS:1`,
 * `DAT>PSS:SG`. Order carries no meaning, so the canonical string lists the atoms sorted, part of speech first.
 */

const PARTS_OF_SPEECH = new Set(
  'N ADJ V ADV PRO DET NUM PROPN ADP AUX CONJ PART INTJ CLF COMP ART V.PTCP V.MSDR V.CVB V.NFIN'.split(' '),
);

/** True when a string is a part of speech that opens a bundle. */
export function isPartOfSpeech(atom: string): boolean {
  return PARTS_OF_SPEECH.has(atom);
}

/** The atoms of a bundle in the order in which they stand; nested atoms carry their path. */
export function parseBundle(bundle: string): string[] {
  const atoms: string[] = [];
  const path: string[] = [];
  let leaf = '';
  const close = () => {
    const text = leaf.trim();
    leaf = '';
    if (text !== '') atoms.push(path.length === 0 ? text : `${path.join('>')}:${text}`);
  };
  for (const letter of bundle) {
    if (letter === ';' || letter === ',') close();
    else if (letter === '(') {
      const opener = leaf.trim();
      leaf = '';
      if (opener !== '') {
        atoms.push(path.length === 0 ? opener : `${path.join('>')}:${opener}`);
        path.push(opener);
      }
    } else if (letter === ')') {
      close();
      path.pop();
    } else leaf += letter;
  }
  close();
  return atoms;
}

/** One string for all spellings of a bundle: part of speech first, the rest in code point order. */
export function canonicalBundle(bundle: string): string {
  const atoms = [...new Set(parseBundle(bundle))];
  const pos = atoms.filter((atom) => isPartOfSpeech(atom));
  const rest = atoms.filter((atom) => !isPartOfSpeech(atom)).sort(byCodeUnit);
  return [...pos, ...rest].join(';');
}

const FIRST_ATOM = /[^;,()\s][^;,()]*/;

/** The part of speech of a bundle (`V` for `V.PTCP`), or '' when it states none. */
export function bundlePartOfSpeech(bundle: string): string {
  const first = FIRST_ATOM.exec(bundle)?.[0].trimEnd() ?? '';
  return isPartOfSpeech(first) ? (first.split('.')[0] as string) : '';
}

/** Order of strings that no locale can change. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
