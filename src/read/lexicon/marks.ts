/** What dictionaries write beside a word: gender, and labels of use. */

const GENDERS: ReadonlyMap<string, string> = new Map([
  ['m', 'MASC'],
  ['masc', 'MASC'],
  ['masculine', 'MASC'],
  ['f', 'FEM'],
  ['fem', 'FEM'],
  ['feminine', 'FEM'],
  ['n', 'NEUT'],
  ['nt', 'NEUT'],
  ['neut', 'NEUT'],
  ['neuter', 'NEUT'],
]);

/** Both genders at once (`mf`) are no feature that agreement could ask for. */
export function genderOf(text: string): string {
  return GENDERS.get(text.trim().toLowerCase().replace(/\.$/, '')) ?? '';
}

/** `7/8`: the class of the singular, then that of the plural. */
export function bantuClassOf(text: string): string {
  const number = /^(\d{1,2})[a-z]?(?:\/\d{1,2})?$/.exec(text.trim())?.[1];
  return number === undefined ? '' : `BANTU${Number(number)}`;
}

/** A gender or a noun class, whichever a field holds. */
export function classOf(text: string): string {
  return genderOf(text) || bantuClassOf(text);
}

/** Abbreviations of labels that decide whether a sense is drawn (model: GUARDED_LABELS). */
const LABELS: readonly (readonly [RegExp, string])[] = [
  [/^vulg/, 'vulgar'],
  [/^obs/, 'obsolete'],
  [/^arch\.?$|^archai/, 'archaic'],
  [/^(derog|pej)/, 'derogatory'],
  [/^offens/, 'offensive'],
  [/^hist\.?$|^histor/, 'historical'],
  [/^(dated|old-fashioned|old fashioned)/, 'dated'],
  [/^slur/, 'slur'],
];

/** Labels in one spelling, without repetition, joined by blanks. */
export function labelsOf(labels: readonly string[]): string {
  if (labels.length === 0) return '';
  const plain = labels.map((label) => label.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 40));
  const known = plain.map((label) => LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? label);
  return [...new Set(known.filter((label) => label !== ''))].join(' ');
}
