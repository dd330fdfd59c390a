import { bundleOf, nested, tableOf } from './features.js';

/** Tags of wiktextract's forms in UniMorph's features. https://kaikki.org/dictionary/errors/mapping/index.html */
const PARTS_OF_SPEECH: ReadonlyMap<string, string> = tableOf({
  N: 'noun',
  PROPN: 'name',
  V: 'verb',
  ADJ: 'adj adj_noun adj_verb',
  ADV: 'adv adv_phrase',
  PRO: 'pron',
  DET: 'det article',
  NUM: 'num',
  ADP: 'prep postp prep_phrase',
  CONJ: 'conj',
  PART: 'particle',
  INTJ: 'intj',
});

const TAGS: ReadonlyMap<string, string> = tableOf({
  SG: 'singular singulative',
  PL: 'plural collective',
  DU: 'dual',
  TRI: 'trial',
  PAUC: 'paucal',
  '1': 'first-person',
  '2': 'second-person',
  '3': 'third-person',
  '4': 'fourth-person',
  '0': 'impersonal',
  INCL: 'inclusive',
  EXCL: 'exclusive',
  MASC: 'masculine',
  FEM: 'feminine',
  NEUT: 'neuter',
  'MASC+FEM': 'common-gender',
  ANIM: 'animate',
  INAN: 'inanimate',
  NOM: 'nominative subjective',
  ACC: 'accusative objective',
  GEN: 'genitive',
  DAT: 'dative',
  INS: 'instrumental',
  LOC: 'locative',
  VOC: 'vocative',
  ABL: 'ablative',
  ERG: 'ergative',
  ABS: 'absolutive',
  PRT: 'partitive',
  ESS: 'essive',
  TRANS: 'translative',
  'IN+ESS': 'inessive',
  'IN+ALL': 'illative',
  'IN+ABL': 'elative',
  'AT+ESS': 'adessive',
  'AT+ALL': 'allative',
  PRIV: 'abessive',
  COM: 'comitative sociative',
  BEN: 'benefactive',
  EQTV: 'equative',
  TERM: 'terminative',
  OBL: 'oblique',
  PRP: 'causal-final',
  VERS: 'lative',
  DEF: 'definite',
  INDF: 'indefinite',
  CMPR: 'comparative',
  SPRL: 'superlative',
  IND: 'indicative',
  IMP: 'imperative',
  COND: 'conditional',
  SBJV: 'subjunctive',
  OPT: 'optative',
  'IMP;JUS': 'jussive',
  POT: 'potential',
  OBLIG: 'necessitative',
  PRS: 'present',
  PST: 'past',
  FUT: 'future',
  'PST;IPFV': 'imperfect',
  'PST;PFV': 'preterite aorist',
  PRF: 'perfect',
  'PST;PRF': 'pluperfect',
  IPFV: 'imperfective',
  PFV: 'perfective',
  PROG: 'progressive continuative',
  HAB: 'habitual',
  ACT: 'active',
  PASS: 'passive',
  MID: 'middle mediopassive',
  CAUS: 'causative',
  NEG: 'negative',
  POS: 'affirmative',
  INFM: 'informal familiar',
  FORM: 'formal polite honorific',
  NFIN: 'infinitive',
  '': 'positive base-form finite',
});

const VERB_FORMS: ReadonlyMap<string, string> = tableOf({
  'V.PTCP': 'participle',
  'V.CVB': 'converb transgressive',
  'V.MSDR': 'gerund verbal-noun masdar',
});

/** Tags of what is no form of the word, and why. */
const NO_FORMS: ReadonlyMap<string, string> = tableOf({
  'a spelling or a transliteration, not a form': 'canonical romanization transliteration alternative hanja',
  'no form: the name of a table or a class': 'inflection-template table-tags class stem',
  'tags that the extraction did not understand': 'error-unknown-tag error-unrecognized-form error-misspelling',
  'an old form': 'archaic obsolete dated historical',
  'a form of a dialect or a register': 'dialectal colloquial nonstandard misspelling rare uncommon poetic vulgar',
  'another word, not a form': 'diminutive augmentative abbreviation derived relational adverbial',
});

/** Why a form is no cell of a paradigm, or ''. */
export function faultOfTags(tags: readonly string[]): string {
  for (const tag of tags) {
    const fault = NO_FORMS.get(tag);
    if (fault !== undefined) return fault;
  }
  return tags.length === 0 ? 'a form without tags' : '';
}

export function partOfSpeechNamed(name: string): string | undefined {
  return PARTS_OF_SPEECH.get(name);
}

/** The bundle that tags make, and those that UniMorph has no name for; genders of nouns are the noun's own. */
export function bundleOfTags(
  pos: string,
  tags: readonly string[],
): { readonly bundle: string; readonly own: string[] } {
  const isNoun = pos === 'N' || pos === 'PROPN';
  const atoms: string[] = [];
  const own: string[] = [];
  let category = pos;
  const possessed = tags.includes('possessive') || tags.includes('possessed-form');
  for (const tag of tags) {
    const form = VERB_FORMS.get(tag);
    const atom = isNoun && /^(masculine|feminine|neuter|common-gender|(?:in)?animate)$/.test(tag) ? '' : TAGS.get(tag);
    if (form !== undefined) category = form;
    else if (/^possess/.test(tag)) continue;
    else if (atom === undefined) own.push(tag);
    else if (atom !== '') atoms.push(...atom.split(';'));
  }
  const found = possessed ? withPossessor(atoms) : atoms;
  return { bundle: bundleOf({ pos: category, atoms: found, own }), own };
}

/** `possessive first-person singular`: the person, and the number beside it, are the possessor's. */
function withPossessor(atoms: readonly string[]): string[] {
  const person = atoms.find((atom) => /^[1-4]$/.test(atom));
  const numbers = atoms.filter((atom) => atom === 'SG' || atom === 'PL');
  const number = numbers.at(-1);
  const rest = atoms.filter((atom) => atom !== person && (numbers.length > 1 || atom !== number));
  return person === undefined ? [...atoms, 'PSS'] : [...rest, nested('PSS', number ? [person, number] : [person])];
}
