import { bundleOf, nested, tableOf } from './features.js';

/** Apertium's symbols in UniMorph's features. https://wiki.apertium.org/wiki/List_of_symbols */
const PARTS_OF_SPEECH: ReadonlyMap<string, string> = tableOf({
  N: 'n',
  PROPN: 'np',
  V: 'vblex vbser vbhaver vbdo v',
  AUX: 'vaux vbmod vbavea cop',
  ADJ: 'adj a',
  ADV: 'adv preadv postadv cnjadv',
  PRO: 'prn rel',
  DET: 'det predet',
  NUM: 'num',
  ADP: 'pr post postp',
  CONJ: 'cnjcoo cnjsub cnjcomp',
  INTJ: 'ij',
  PART: 'part vpart qst mod mod_ass',
});

const SYMBOLS: ReadonlyMap<string, string> = tableOf({
  SG: 'sg',
  PL: 'pl',
  DU: 'du',
  '1': 'p1',
  '2': 'p2',
  '3': 'p3',
  '4': 'p4',
  '0': 'impers',
  MASC: 'm',
  FEM: 'f',
  NEUT: 'nt',
  'MASC+FEM': 'ut',
  NOM: 'nom subj',
  ACC: 'acc obj',
  GEN: 'gen',
  DAT: 'dat',
  INS: 'ins',
  LOC: 'loc',
  VOC: 'voc',
  ABL: 'abl',
  ERG: 'erg',
  ABS: 'abs',
  PRT: 'par',
  ESS: 'ess',
  COM: 'cmt',
  'IN+ESS': 'ine',
  'IN+ALL': 'ill',
  'IN+ABL': 'ela',
  'AT+ESS': 'ade',
  'AT+ALL': 'all',
  PRS: 'pres',
  'IND;PRS': 'pri',
  'SBJV;PRS': 'prs',
  PST: 'past',
  'IND;PST;PFV': 'ifi',
  'IND;PST;IPFV': 'pii',
  'SBJV;PST;IPFV': 'pis',
  'IND;FUT': 'fti',
  'SBJV;FUT': 'fts',
  FUT: 'fut',
  'PST;PRF': 'plu',
  COND: 'cni cnd',
  'COND;SBJV': 'cns',
  IMP: 'imp',
  OPT: 'opt',
  NFIN: 'inf',
  IPFV: 'imperf',
  PFV: 'perf',
  PROG: 'prog',
  HAB: 'hab',
  ACT: 'actv',
  PASS: 'pasv pass',
  MID: 'midv',
  CAUS: 'caus',
  NEG: 'neg',
  POS: 'aff',
  INT: 'itg',
  CMPR: 'comp',
  SPRL: 'sup',
  EQT: 'eq',
  DEF: 'def',
  INDF: 'ind',
  REFL: 'ref',
  PSS: 'pos',
  '': 'pst',
});

/** Verb forms that UniMorph counts as parts of speech. */
const VERB_FORMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ger', ['V.CVB']],
  ['pp', ['V.PTCP', 'PST']],
  ['pprs', ['V.PTCP', 'PRS']],
]);

/** Symbols of the word and not of its form: kinds of words, and values that only transfer fills in. */
const LEXICAL = new Set(
  (
    'sint tn atn pro enc pers dem qnt ord card unc cnt tv iv sep acr top ant cog org al hyd sp mf mfn un GD ND PD ' +
    'nn an aa mon web year percent mix dbl res rec part adv prn det num'
  ).split(' '),
);

const GENDERS = new Set(['m', 'f', 'nt', 'ut']);

/** What the symbols of a form say: undefined where they say that it is no word. */
export function bundleOfSymbols(symbols: readonly string[]): { bundle: string; own: string[] } | undefined {
  let pos = PARTS_OF_SPEECH.get(symbols[0] ?? '');
  if (pos === undefined) return undefined;
  const isNoun = pos === 'N' || pos === 'PROPN';
  const atoms: string[] = [];
  const own: string[] = [];
  for (const symbol of symbols.slice(1)) {
    const form = VERB_FORMS.get(symbol);
    if (form) {
      const [name = '', ...rest] = form;
      pos = name;
      atoms.push(...rest);
      continue;
    }
    const atom = (isNoun && GENDERS.has(symbol)) || LEXICAL.has(symbol) ? '' : atomOf(symbol);
    if (atom === undefined) own.push(symbol);
    else if (atom !== '') atoms.push(...atom.split(';'));
  }
  return { bundle: bundleOf({ pos, atoms, own }), own };
}

/** `px1sg`: whose; `c9`: a noun class. */
function atomOf(symbol: string): string | undefined {
  const [, person, number] = /^px([123])(sg|pl|sp)$/.exec(symbol) ?? [];
  if (person !== undefined) return nested('PSS', number === 'sp' ? [person] : [person, (number ?? '').toUpperCase()]);
  const bantu = /^c(\d{1,2})$/.exec(symbol)?.[1];
  return bantu === undefined ? SYMBOLS.get(symbol) : `BANTU${bantu}`;
}
