import { AFFIX, byCodeUnit, type Candidate, type CitedWord, GUARDED_LABELS, type Lexemes } from '../model/model.js';

/** Keys of more words than this are not looked for. */
export const LONGEST_KEY = 6;
/** What is longer than this in the target language is a definition, not a translation. */
const LONGEST_TEXT = 4;

/** One voucher for one translation of a key. */
export interface EvidenceRow {
  readonly text: string;
  readonly pos: string;
  readonly nounClass: string;
  readonly source: number;
  readonly rank: number;
  readonly labels: string | null;
}

export interface CandidateRules {
  readonly allRegisters: boolean;
  /** Allowed sources: whether each is a phrasebook. */
  readonly phrasebooks: ReadonlyMap<number, boolean>;
  readonly groups: ReadonlyMap<number, number>;
  readonly lexemes?: Lexemes | undefined;
}

/** A voucher, and the lemma that its text is a citation form of: the text itself, mostly. */
interface CitedRow extends EvidenceRow {
  readonly lemma: string;
}

/** All evidence for one key, made into candidates: best supported first, then by rank, then by text. */
export function candidatesOf(rows: readonly EvidenceRow[], rules: CandidateRules): readonly Candidate[] {
  const texts = new Map<string, Map<string, CitedRow[]>>();
  for (const row of citedRows(rows, rules)) {
    const classes = texts.get(row.lemma) ?? new Map<string, CitedRow[]>();
    texts.set(row.lemma, classes);
    const group = classes.get(row.nounClass);
    if (group) group.push(row);
    else classes.set(row.nounClass, [row]);
  }
  const candidates: Candidate[] = [];
  for (const classes of texts.values()) candidates.push(...mergeClasses(classes, rules));
  return candidates.sort(byWorth);
}

/** What is wanted of the evidence. Forms that a phrasebook says are said so, whatever their lemma. */
function citedRows(rows: readonly EvidenceRow[], rules: CandidateRules): CitedRow[] {
  const allowed = rows.filter((row) => isWanted(row, rules));
  const isListed = (row: EvidenceRow) => rules.phrasebooks.get(row.source) === false;
  const words = rules.lexemes === undefined ? [] : wordsOf(allowed.filter(isListed));
  const lemmas = words.length > 1 ? rules.lexemes?.(words) : undefined;
  const stated = new Map<string, Set<string>>();
  const cited = allowed.map((row) => {
    const lemma = (isListed(row) ? lemmas?.get(row.text) : undefined) ?? row.text;
    const pos = stated.get(lemma) ?? new Set();
    stated.set(lemma, pos.add(row.pos));
    return { ...row, lemma };
  });
  // What is cited in several ways is of whatever part of speech any source says.
  const known = (row: CitedRow) => (lemmas?.has(row.text) ? [...(stated.get(row.lemma) ?? [])] : [row.pos]);
  return cited.filter((row) => !isListed(row) || known(row).some((pos) => isSayable(row.lemma, pos)));
}

function wordsOf(rows: readonly EvidenceRow[]): CitedWord[] {
  const words = new Map<string, Set<string>>();
  for (const { text, pos } of rows) {
    if (text === '' || /\s/u.test(text)) continue;
    const said = words.get(text) ?? new Set();
    words.set(text, said);
    if (pos !== '') said.add(pos);
  }
  return [...words].map(([text, pos]) => ({ text, pos: [...pos] }));
}

/** Evidence that names no noun class joins the best of those that do: most sources leave it out. */
function mergeClasses(classes: Map<string, CitedRow[]>, rules: CandidateRules): Candidate[] {
  const named = [...classes].filter(([nounClass]) => nounClass !== '');
  const unnamed = classes.get('') ?? [];
  const [best] = named.map(([, rows]) => candidateOf(rows, rows, rules)).sort(byWorth);
  const parts = best
    ? named.map(([nounClass, rows]) => (nounClass === best.nounClass ? [...rows, ...unnamed] : rows))
    : [unnamed];
  return parts.flatMap((rows) => saidAndListed(rows, rules));
}

/** What a phrasebook says and what lexicons list are two candidates: values of slots are said in lexicons' words alone. */
function saidAndListed(rows: readonly CitedRow[], rules: CandidateRules): Candidate[] {
  const isSaid = (row: CitedRow) => rules.phrasebooks.get(row.source) === true;
  const vouchers = [rows.filter(isSaid), rows.filter((row) => !isSaid(row))];
  return vouchers.filter((own) => own.length > 0).map((own) => candidateOf(rows, own, rules));
}

/** A candidate of one lexeme, as `own` of all evidence for the lexeme vouch for it. */
function candidateOf(rows: readonly CitedRow[], own: readonly CitedRow[], rules: CandidateRules): Candidate {
  const first = rows[0] as CitedRow;
  const citedAs = [...new Set(own.map((row) => row.text))].filter((text) => text !== first.lemma).sort(byCodeUnit);
  const sources = [...new Set(own.map((row) => row.source))].sort((a, b) => a - b);
  const stated = new Set(rows.map((row) => row.pos).filter((pos) => pos !== ''));
  return {
    text: first.lemma,
    pos: [...stated].sort(byCodeUnit),
    nounClass: first.nounClass,
    sources,
    support: new Set(sources.map((source) => rules.groups.get(source) ?? source)).size,
    rank: Math.min(...own.map((row) => row.rank)),
    phrasebook: sources.some((source) => rules.phrasebooks.get(source) === true),
    ...(citedAs.length > 0 && { citedAs }),
  };
}

function byWorth(a: Candidate, b: Candidate): number {
  const order = b.support - a.support || a.rank - b.rank || byCodeUnit(a.text, b.text);
  return order || byCodeUnit(a.nounClass, b.nounClass) || Number(b.phrasebook) - Number(a.phrasebook);
}

/** The source is allowed, the register wanted, and it is a word. */
function isWanted(row: EvidenceRow, rules: CandidateRules): boolean {
  if (row.pos === AFFIX) return false;
  const phrasebook = rules.phrasebooks.get(row.source);
  if (phrasebook === undefined) return false;
  if (!rules.allRegisters && row.labels !== null && isGuarded(row.labels)) return false;
  return true;
}

const GUARDED = new Set<string>(GUARDED_LABELS);

function isGuarded(labels: string): boolean {
  return labels.split(' ').some((label) => GUARDED.has(label));
}

/** A phrasebook says what is to be said; what a dictionary lists may be an affix or a definition. */
function isSayable(text: string, pos: string): boolean {
  if (text === '' || /\p{Nd}/u.test(text)) return false;
  const isStem = text.startsWith('-') && (pos === 'ADJ' || pos === 'V') && !/[-=]$/.test(text);
  if (!isStem && /^[-=]|[-=]$/.test(text)) return false;
  return text.split(/\s+/u).length <= LONGEST_TEXT;
}
