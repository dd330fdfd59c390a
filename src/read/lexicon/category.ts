import { LEXICAL_CATEGORIES } from '../../model/model.js';

const CATEGORIES: ReadonlySet<string> = new Set(LEXICAL_CATEGORIES);

/** How dictionaries name parts of speech → the store's names. */
const POS_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    N: 'n noun subst substantive substantiv s sb nn f m nt mf fn',
    PROPN: 'propn pn np prop name proper properNoun',
    V: 'v verb vb vt vi vti vblex tv iv v.t v.i',
    ADJ: 'adj adjective adjektiv a',
    ADV: 'adv adverb',
    PRO: 'pro pron pronoun prn',
    DET: 'det determiner art article',
    NUM: 'num number numeral card',
    ADP: 'adp prep preposition postp postposition post pr',
    AUX: 'aux auxiliary cop copula',
    CONJ: 'conj conjunction cnj cconj sconj',
    PART: 'part particle ptcl prt',
    INTJ: 'intj interj interjection int exclamation excl ij',
    Q: 'quant quantifier',
    PHR: 'phr phrase phraseologicalUnit idiom expr exp proverb prov',
  }).flatMap(([category, names]) => names.split(' ').map((name) => [name.toLowerCase(), category] as const)),
);

/** The store's name of a part of speech as a dictionary spells it (`n.fem`, `t.v.`, `transitive verb`), or ''. */
export function categoryOf(text: string): string {
  const name = text.trim();
  if (CATEGORIES.has(name)) return name;
  const plain = name.toLowerCase().replace(/\.$/, '');
  const whole = POS_NAMES.get(plain);
  if (whole !== undefined) return whole;
  for (const part of plain.slice(0, 60).split(/[^\p{L}]+/u)) {
    const category = POS_NAMES.get(part);
    if (category !== undefined) return category;
  }
  return '';
}
