import { isPartOfSpeech } from '../../model/model.js';

/** Features of UniMorph's schema (Sylak-Glassman 2016; unimorph.github.io/schema), by dimension. */
const FEATURES = new Set(
  (
    'STAT DYN ACCMP ACH ACTY ATEL DUR PCT SEMEL TEL HAB IPFV ITER PFV PRF PROG PROSP FREQ ' +
    'ANIM HUM INAN NHUM ACFOC AGFOC PFOC INTR TR DITR IMPRS ' +
    'ABL ABS ACC ALL ANTE APPRX APUD AT AVR BEN BYWAY CIRC COM COMPV DAT EQTV ERG ESS FRML GEN IN INS INTER LOC ' +
    'NOM NOMS ON ONHR ONVR POST PRIV PROL PROPR PROX PRP PRT REL REM SUB TERM TRANS VERS VOC OBL DISTR AGT CAUS ' +
    'AB CMPR EQT RL SPRL DEF INDF NDEF SPEC NSPEC PROX MED REMT REF1 REF2 NOREF PHOR VIS NVIS ABV BEL EVEN ' +
    'ASSUM AUD DRCT FH HRSY INFER NFH NVSEN QUOT RPRT SEN FIN NFIN MASC FEM NEUT FOC TOP DECL IMP INT ' +
    'ADM AUNPRP AUPRP COND DEB DED IMP IND INTEN IRR JUS LKLY OBLIG OPT PERM POT PURP REAL SBJV SIM ' +
    'SG PL DU TRI PAUC GPAUC GRPL INVN COL NCOL 0 1 2 3 4 INCL EXCL OBV PRX POS NEG ' +
    'AVOID COL ELEV FOREG FORM HIGH HUMB INFM LIT LOW POL STELEV STSUPR ALN NALN PSS PSSD ' +
    'CN_R_MN DS DSADV LOG OR SEQMA SIMMA SS SSADV FUT HOD IMMED PRS PST RCT RMT 1DAY ' +
    'ACT AGFOC ANTIP APPL DIR IFOC INV LFOC MID PASS BFOC CFOC RECP REFL PRIM SEC LGSPEC'
  ).split(' '),
);

/** What is written together: language's own features, possessors, arguments, noun classes, persons with numbers. */
const COMPOSED =
  /^(LGSPEC\d{1,2}|PSSB?\d{0,2}[SPD]?[EIMFRNA]?|PSSR[SPD]|BANTU\d{1,2}|ARG[A-Z]{0,3}\d?[A-Z]{0,5}|NO\d[SP][IA]|[0-4][SPD])$/;

/** Evident spellings of features that the schema writes otherwise. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['INST', 'INS'],
  ['PRES', 'PRS'],
  ['PAST', 'PST'],
  ['PERF', 'PRF'],
  ['PRSP', 'PROSP'],
  ['RFLX', 'REFL'],
  ['V.CONV', 'V.CVB'],
  ['V.PCTP', 'V.PTCP'],
  ['V.PTCP.PST', 'V.PTCP;PST'],
  ['V.PTCP.PRS', 'V.PTCP;PRS'],
]);

/** A bundle in the schema's spelling, and what the schema does not know. */
export interface CheckedBundle {
  readonly bundle: string;
  readonly respelt: readonly string[];
  readonly unknown: readonly string[];
  /** Nothing in it looks like a feature: the row's columns hold something else. */
  readonly isNone: boolean;
}

export function checkBundle(spelling: string): CheckedBundle {
  const respelt: string[] = [];
  const unknown: string[] = [];
  let features = 0;
  const bundle = spelling.replace(/[^;,()]+/g, (text) => {
    const atom = text.trim();
    const right = SPELLINGS.get(atom);
    if (right !== undefined) respelt.push(`${atom} is read as ${right}`);
    else if (!atom.split(/[+/{}]/).every(isKnown)) unknown.push(atom);
    if (/^[\dA-Z]/.test(atom)) features++;
    return right ?? text;
  });
  return { bundle, respelt, unknown, isNone: features === 0 };
}

/** A bundle in the schema's spelling: what is asked of a table must be spelled as the table was when it was read. */
export function spelledBundle(spelling: string): string {
  return checkBundle(spelling).bundle;
}

/** Alternatives, sums and negations are made of features: `PST+RMT`, `ACC/NOM`, `non{NOM}`. */
function isKnown(part: string): boolean {
  const name = part.trim();
  return name === '' || name === 'non' || FEATURES.has(name) || isPartOfSpeech(name) || COMPOSED.test(name);
}
