import { bundleOf, type Features, nested, tableOf } from './features.js';

/**
 * Universal Dependencies' parts of speech and features in UniMorph's, after the definitions of both schemes
 * (universaldependencies.org/u/feat, unimorph.github.io/schema).
 */
const PARTS_OF_SPEECH: ReadonlyMap<string, string> = new Map([
  ['NOUN', 'N'],
  ['PROPN', 'PROPN'],
  ['VERB', 'V'],
  ['AUX', 'AUX'],
  ['ADJ', 'ADJ'],
  ['ADV', 'ADV'],
  ['PRON', 'PRO'],
  ['DET', 'DET'],
  ['NUM', 'NUM'],
  ['ADP', 'ADP'],
  ['CCONJ', 'CONJ'],
  ['SCONJ', 'CONJ'],
  ['PART', 'PART'],
  ['INTJ', 'INTJ'],
]);

/** Feature=Value → atoms; '' where UniMorph leaves the value unsaid. */
const VALUES: ReadonlyMap<string, string> = tableOf({
  SG: 'Number=Sing',
  PL: 'Number=Plur Number=Ptan',
  DU: 'Number=Dual',
  TRI: 'Number=Tri',
  PAUC: 'Number=Pauc',
  GRPL: 'Number=Grpl',
  INVN: 'Number=Inv',
  '0': 'Person=0',
  '1': 'Person=1',
  '2': 'Person=2',
  '3': 'Person=3',
  '4': 'Person=4',
  INCL: 'Clusivity=In',
  EXCL: 'Clusivity=Ex',
  MASC: 'Gender=Masc',
  FEM: 'Gender=Fem',
  NEUT: 'Gender=Neut',
  'MASC+FEM': 'Gender=Com',
  ANIM: 'Animacy=Anim',
  INAN: 'Animacy=Inan',
  HUM: 'Animacy=Hum',
  NHUM: 'Animacy=Nhum',
  NOM: 'Case=Nom',
  ACC: 'Case=Acc',
  GEN: 'Case=Gen',
  DAT: 'Case=Dat',
  INS: 'Case=Ins',
  LOC: 'Case=Loc',
  VOC: 'Case=Voc',
  ABL: 'Case=Abl',
  ERG: 'Case=Erg',
  ABS: 'Case=Abs',
  PRT: 'Case=Par',
  ESS: 'Case=Ess',
  TRANS: 'Case=Tra',
  'IN+ESS': 'Case=Ine',
  'IN+ALL': 'Case=Ill',
  'IN+ABL': 'Case=Ela',
  'AT+ESS': 'Case=Ade',
  PRIV: 'Case=Abe',
  COM: 'Case=Com',
  BEN: 'Case=Ben',
  EQTV: 'Case=Equ',
  COMPV: 'Case=Cmp',
  DISTR: 'Case=Dis',
  TERM: 'Case=Ter',
  OBL: 'Case=Obl',
  PRP: 'Case=Cau',
  PROL: 'Case=Per',
  VERS: 'Case=Lat',
  FRML: 'Case=Frm',
  DEF: 'Definite=Def',
  INDF: 'Definite=Ind',
  SPEC: 'Definite=Spec',
  CMPR: 'Degree=Cmp',
  SPRL: 'Degree=Sup',
  EQT: 'Degree=Equ',
  AB: 'Degree=Abs',
  IND: 'Mood=Ind',
  IMP: 'Mood=Imp',
  COND: 'Mood=Cnd',
  SBJV: 'Mood=Sub',
  OPT: 'Mood=Opt',
  'IMP;JUS': 'Mood=Jus',
  POT: 'Mood=Pot',
  PURP: 'Mood=Prp',
  QUOT: 'Mood=Qot',
  OBLIG: 'Mood=Nec',
  DEB: 'Mood=Deb',
  ADM: 'Mood=Adm',
  PRS: 'Tense=Pres',
  PST: 'Tense=Past',
  FUT: 'Tense=Fut',
  'PST;IPFV': 'Tense=Imp',
  'PST;PRF': 'Tense=Pqp',
  IPFV: 'Aspect=Imp',
  PFV: 'Aspect=Perf',
  PROG: 'Aspect=Prog',
  PROSP: 'Aspect=Prosp',
  HAB: 'Aspect=Hab',
  ITER: 'Aspect=Iter',
  ACT: 'Voice=Act',
  PASS: 'Voice=Pass',
  MID: 'Voice=Mid',
  CAUS: 'Voice=Cau',
  RECP: 'Voice=Rcp',
  ANTIP: 'Voice=Antip',
  DIR: 'Voice=Dir',
  INV: 'Voice=Inv',
  NEG: 'Polarity=Neg',
  POS: 'Polarity=Pos',
  FH: 'Evident=Fh',
  NFH: 'Evident=Nfh',
  INFM: 'Polite=Infm',
  FORM: 'Polite=Form',
  ELEV: 'Polite=Elev',
  HUMB: 'Polite=Humb',
  PSS: 'Poss=Yes',
  REFL: 'Reflex=Yes',
  NFIN: 'VerbForm=Inf',
  '': 'Degree=Pos VerbForm=Fin',
});

/** Verb forms that UniMorph counts as parts of speech. */
const VERB_FORMS: ReadonlyMap<string, string> = new Map([
  ['Part', 'V.PTCP'],
  ['Conv', 'V.CVB'],
  ['Ger', 'V.MSDR'],
  ['Vnoun', 'V.MSDR'],
]);

/** Features of the word and not of its form: they are the same in all of a paradigm. */
const LEXICAL = new Set(
  'PronType NumType NumForm AdpType PartType ConjType NameType ExtPos Subcat VerbType Abbr Foreign Typo Style Lang'.split(
    ' ',
  ),
);

/** Nouns have these by themselves. */
const INHERENT_IN_NOUNS = new Set(['Gender', 'Animacy']);

/** Whose features a layer holds: `Person[psor]`. */
const LAYERS: ReadonlyMap<string, string> = new Map([
  ['psor', 'PSS'],
  ['subj', 'NOM'],
  ['obj', 'ACC'],
  ['abs', 'ABS'],
  ['erg', 'ERG'],
  ['dat', 'DAT'],
  ['io', 'DAT'],
]);

/** The bundle of a token, and the features that UniMorph has no name for. */
export function bundleOfToken(upos: string, feats: string): { readonly bundle: string; readonly own: string[] } {
  const found = featuresOf(upos, feats);
  return { bundle: bundleOf(found), own: [...found.own] };
}

/** Undefined for what is no word: punctuation, symbols, `X`. */
export function partOfSpeechOf(upos: string): string | undefined {
  return PARTS_OF_SPEECH.get(upos);
}

function featuresOf(upos: string, feats: string): Features {
  let pos = PARTS_OF_SPEECH.get(upos) ?? '';
  const atoms: string[] = [];
  const own: string[] = [];
  const layers = new Map<string, string[]>();
  for (const pair of feats === '_' || feats === '' ? [] : feats.split('|')) {
    const { name, layer, value } = pairOf(pair);
    const form = name === 'VerbForm' ? VERB_FORMS.get(value) : undefined;
    if (LEXICAL.has(name) || (upos === 'ADJ' && form !== undefined)) continue;
    if ((pos === 'N' || pos === 'PROPN') && INHERENT_IN_NOUNS.has(name)) continue;
    if (form !== undefined) {
      pos = form;
      continue;
    }
    const atom = atomOf(name, value);
    const outer = layer === '' ? undefined : LAYERS.get(layer);
    if (atom === undefined || (layer !== '' && outer === undefined)) own.push(pair);
    else if (outer !== undefined) layers.set(outer, [...(layers.get(outer) ?? []), atom]);
    else if (atom !== '') atoms.push(...atom.split(';'));
  }
  const arguments_ = [...layers].map(([outer, inner]) => nested(outer, inner));
  return { pos, atoms: [...atoms, ...arguments_], own };
}

function pairOf(pair: string): { readonly name: string; readonly layer: string; readonly value: string } {
  const [, name = pair, layer = '', value = ''] = /^([^=[]+)(?:\[([^\]]*)\])?=(.*)$/.exec(pair) ?? [];
  return { name, layer, value };
}

/** `Case=Acc,Nom` is one of both: `ACC/NOM`. */
function atomOf(name: string, value: string): string | undefined {
  if (name === 'NounClass') return /^Bantu\d+$/.test(value) ? value.toUpperCase() : undefined;
  const atoms = value.split(',').map((each) => VALUES.get(`${name}=${each}`));
  if (atoms.includes(undefined)) return undefined;
  // A finite form and an infinitive alike: the value says nothing.
  return atoms.length > 1 && (atoms.includes('') || atoms.some((atom) => atom?.includes(';'))) ? '' : atoms.join('/');
}
