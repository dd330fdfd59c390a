/** Features of other schemes said in UniMorph's: what a reader of a table collects for one form. */

/** Atoms of one form, without their order; what UniMorph has no name for is kept as a feature of the language's own. */
export interface Features {
  readonly pos: string;
  readonly atoms: readonly string[];
  /** Features without a name in UniMorph, as the file spells them. */
  readonly own: readonly string[];
}

/** `V;IMP;2;SG;LGSPEC(emph)`: part of speech first; UniMorph's LGSPEC holds what a language has for itself. */
export function bundleOf({ pos, atoms, own }: Features): string {
  const named = own.map(plainName).filter((name) => name !== '');
  const special = named.length === 0 ? [] : [`LGSPEC(${[...new Set(named)].join(',')})`];
  return [...new Set([pos, ...atoms, ...special])].filter((atom) => atom !== '').join(';');
}

/** Brackets, commas and semicolons build bundles, and cannot stand in a name. */
function plainName(name: string): string {
  return name.replace(/[\s;,()>]+/g, '_');
}

/** A feature of a possessor, subject or object as UniMorph 4 nests it: `PSS(1,SG)`. */
export function nested(outer: string, atoms: readonly string[]): string {
  return `${outer}(${[...atoms].join(',')})`;
}

/** `A a b; B c` → a → A, b → A, c → B. */
export function tableOf(lines: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [atom, names] of Object.entries(lines)) for (const name of names.split(' ')) found.set(name, atom);
  return found;
}
