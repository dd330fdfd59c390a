import { LEXICAL_CATEGORIES } from '../../model/model.js';

const CATEGORIES: ReadonlySet<string> = new Set(LEXICAL_CATEGORIES);

/** How dictionaries name parts of speech → the store's names. */
const POS_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    N: 'n noun subst substantive s sb nn f m nt mf fn',
    PROPN: 'propn pn np name proper properNoun',
    V: 'v verb vb vt vi vti vblex tv iv v.t v.i',
    ADJ: 'adj adjective a',
    ADV: 'adv adverb',
    PRO: 'pro pron pronoun prn',
    DET: 'det determiner art article',
    NUM: 'num number numeral card',
    ADP: 'adp prep preposition postp postposition pr',
    AUX: 'aux auxiliary cop copula',
    CONJ: 'conj conjunction cnj cconj sconj',
    PART: 'part particle ptcl prt',
    INTJ: 'intj interj interjection int exclamation ij',
    PHR: 'phr phrase phraseologicalUnit idiom expr',
  }).flatMap(([category, names]) => names.split(' ').map((name) => [name.toLowerCase(), category] as const)),
);

/** The store's name of a part of speech as a dictionary spells it, or ''. */
export function categoryOf(text: string): string {
  const name = text.trim();
  if (CATEGORIES.has(name)) return name;
  const plain = name.toLowerCase().replace(/\.$/, '');
  return POS_NAMES.get(plain) ?? POS_NAMES.get(plain.split(/[\s,;/]+/)[0] ?? '') ?? '';
}
