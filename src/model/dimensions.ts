/**
 * Which dimension of meaning an atom of a bundle belongs to (Sylak-Glassman 2016, The Composition and Use of the
 * Universal Morphological Feature Schema). Two values of one dimension exclude each other.
 */
const VALUES = {
  case: 'NOM ACC ERG ABS NOMS DAT BEN PRP GEN REL PRT INS COM VOC COMPV EQTV PRIV PROPR AVR FRML TRANS BYWAY LOC INTER AT POST IN CIRC ANTE APUD ON ONHR ONVR SUB REM PROXM ESS ALL ABL APPRX TERM VERS OBL',
  number: 'SG PL DU TRI PAUC GRPL GPAUC INVN',
  person: '0 1 2 3 4 5 INCL EXCL PRX OBV',
  gender: 'MASC FEM NEUT',
  definiteness: 'DEF INDF SPEC NSPEC',
  tense: 'PRS PST FUT IMMED HOD 1DAY RCT RMT',
  aspect: 'IPFV PFV PRF PROG PROSP ITER HAB',
  mood: 'IND SBJV REAL IRR AUPRP AUNPRP IMP COND PURP INTEN POT LKLY ADM OBLIG DEB PERM DED SIM OPT',
  finiteness: 'FIN NFIN',
  voice: 'ACT MID PASS ANTIP DIR INV AGFOC PFOC LFOC BFOC ACFOC IFOC CFOC APPL CAUS RECP REFL',
  polarity: 'POS NEG',
  politeness: 'INFM FORM ELEV HUMB POL AVOID LOW HIGH STELEV STSUPR LIT FOREG COL',
  comparison: 'CMPR SPRL AB RL EQT',
  evidentiality: 'FH DRCT SEN VISU NVSEN AUD NFH QUOT RPRT HRSY INFER ASSUM',
  interrogativity: 'DECL INT',
  animacy: 'ANIM INAN HUM NHUM',
  valency: 'IMPRS INTR TR DITR',
} as const;

export type Dimension = keyof typeof VALUES | 'possession' | 'nominal class' | 'own';

const DIMENSIONS: ReadonlyMap<string, Dimension> = new Map(
  Object.entries(VALUES).flatMap(([dimension, values]) =>
    values.split(' ').map((value): [string, Dimension] => [value, dimension as Dimension]),
  ),
);

/** The dimension of an atom without its path; undefined for what the schema does not know. */
export function dimensionOf(leaf: string): Dimension | undefined {
  const known = DIMENSIONS.get(leaf);
  if (known !== undefined) return known;
  if (/^PSS/.test(leaf) || leaf === 'ALN' || leaf === 'NALN') return 'possession';
  if (/^(BANTU|NAKH)\d+/.test(leaf)) return 'nominal class';
  if (/^LGSPEC\d+$/.test(leaf)) return 'own';
  // `IN+ABL` is one value of case, `IPFV/PROG` a choice of two aspects.
  const first = leaf.split(/[+/]/)[0] as string;
  return first === leaf ? undefined : dimensionOf(first);
}
