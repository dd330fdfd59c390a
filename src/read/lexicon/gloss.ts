/** Glosses of linguists: short English that annotates words, and labels of grammar that are no translations. */

/** Abbreviations of the Leipzig glossing rules and of field dictionaries that stand alone as glosses. */
const GRAMMAR: ReadonlySet<string> = new Set(
  (
    'ABL ABS ACC ADJ ADV AGR ALL ANTIP APPL ART AUX BEN CAUS CLF COM COMP COMPL COND COP CVB DAT DECL DEF DEM DET DIST ' +
    'DU DUR ERG EXCL F FEM FOC FUT GEN HAB IMP INCL IND INDF INF INS INTR IPFV IRR ITER LNK LOC M MASC N NEG NEUT NMLZ ' +
    'NOM OBJ OBL ONOM OPT PART PASS PERF PFV PL PN POSS PRED PROG PROH PROX PRS PST PTCP PURP QUOT RECP REDUP RED REFL REL ' +
    'RES SBJ SBJV SG SIM SUBJ TEMP TERM TOP TR VOC VOL 1 2 3'
  ).split(' '),
);

/** Words that are written in capitals and are words all the same. */
const ACRONYMS: ReadonlySet<string> = new Set('AIDS CD COVID DVD HIV ID NGO OK PC SMS TB TV UK UN US USA'.split(' '));

/** `$loc.dem`, `ACC`, `INF.NOM`, `PART.3K`, `3SG`, `this NOM`, `[verbal plural marker]`. */
export function isGrammaticalLabel(gloss: string): boolean {
  const text = gloss.trim();
  if (text.startsWith('$') || /^\[[^\]]*\]$/.test(text)) return true;
  if (/^\p{Lu}{2,}$/u.test(text)) return !ACRONYMS.has(text);
  if (GRAMMAR.has(text) || /^[123](SG|PL|DU|S|P)\b/.test(text)) return true;
  const parts = text.split(/[.:/_=+>-]+/);
  if (parts.length > 1 && parts.every((part) => /^(\d?\p{Lu}[\p{Lu}\d]*|\d)$/u.test(part))) return true;
  return text.split(/[\s.]+/).some((word) => word.length > 2 && GRAMMAR.has(word));
}

/** Words of a gloss that dots or underscores join (`be.empty`, `work_as_a_servant`); abbreviations keep theirs (`p.m.`). */
export function unjoinGloss(gloss: string): string {
  const text = gloss.replaceAll('_', ' ');
  if (!text.includes('.')) return text;
  const words = text.split(' ');
  return words.map((word) => (ABBREVIATION.test(word) ? word : word.replace(JOINT, ' '))).join(' ');
}

const ABBREVIATION = /^[^\p{L}]*(\p{L}\.)+\p{L}?[^\p{L}]*$/u;
const JOINT = /(?<=\p{L})\.(?=\p{L})/gu;

/** True where the part of speech says that the headword is no word by itself. */
export function isAffixCategory(pos: string): boolean {
  return /(^|[^a-z])(suf|sfx|pfx|pref|prefix|suffix|infix|(en|pro)?clitic|aff|affix)([^a-z]|$)/i.test(pos);
}

const KINDS_OF_REFERENCE =
  '(?:spelling|form|plural|singular|abbreviation|initialism|acronym|synonym|variant|contraction|diminutive|misspelling|' +
  'romanization|transliteration|transcription|inflection|participle|gerund|causative|passive|letter-case form|ellipsis|clipping)';
const REFERENCE = new RegExp(
  `^(?:\\([^)]*\\) )?(?:[\\p{L}-]+ ){0,4}${KINDS_OF_REFERENCE}(?: of| for)\\b|^(?:see|see also|abbr\\. for|short for|used in|erhua variant|variant of|same as|equivalent to|cf\\.)\\b`,
  'iu',
);

/** `plural of ufagio`, `alternative spelling of …`, `see also …`: the gloss tells of another entry and not of a thing. */
export function isCrossReference(gloss: string): boolean {
  return REFERENCE.test(gloss.slice(0, 200).trim());
}

const FORM =
  /^(?:see also |alternative (?:form|spelling) of |(?:\p{L}+ )?(?:plural|singular|misspelling|inflection|participle|abbreviation|initialism|gerund) of |(?:first|second|third)-person )/iu;

/** `plural of goat`, `third-person singular present indicative`: what a form is, where a word for it should stand. */
export function describesForm(text: string): boolean {
  return FORM.test(text);
}

/** A concept of a word list as English words: `leg/foot`, `earth=ground, soil`, `(finger)nail (n.)`. */
export function conceptWords(label: string): string {
  return label.replace(/\((\p{L}+)\)(?=\p{L})/gu, '$1').replace(/\s*[/=|]\s*/g, '; ');
}

/** Prose ends in a full stop, words do not; `etc.` and `p.m.` keep theirs. */
export function withoutFullStop(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.endsWith('.') || trimmed.endsWith('..') || ABBREVIATED.test(trimmed)) return trimmed;
  return /[\s)]|\p{L}{4}/u.test(trimmed) ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

const ABBREVIATED = /(^|[\s(])(\p{L}|etc|sb|sth|smb|smth|sg|vs|no|mr|mrs|dr|st|approx|e\.g|i\.e|(\p{L}\.)+\p{L})\.$/iu;

const LONGEST_WORDS = 3;

/**
 * `unproductive, speaking of plants, the quality of …`: translations that a dictionary begins with, before it explains.
 * What is a list throughout, or explains from its first word, stays as it is.
 */
export function withoutExplanation(text: string): string {
  if (!/[,;]/.test(text)) return text;
  const parts = text.replace(/\([^()]*\)/g, (note) => note.replace(/[,;]/g, ' ')).split(/[,;]\s+/);
  const explains = parts.findIndex((part) => wordsIn(part) > LONGEST_WORDS);
  return explains > 0 ? parts.slice(0, explains).join('; ') : text;
}

function wordsIn(text: string): number {
  const bare = text.replace(/\([^()]*\)/g, ' ').replace(/^\s*(to|the|an?)\s/i, ' ');
  return bare.trim().split(/\s+/).length;
}
