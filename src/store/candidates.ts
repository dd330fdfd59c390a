import { byCodeUnit, type Candidate, GUARDED_LABELS } from '../model/model.js';

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
}

/** All evidence for one key, made into candidates: best supported first, then by rank, then by text. */
export function candidatesOf(rows: readonly EvidenceRow[], rules: CandidateRules): readonly Candidate[] {
  const texts = new Map<string, Map<string, EvidenceRow[]>>();
  for (const row of rows) {
    if (!isWanted(row, rules)) continue;
    const classes = texts.get(row.text) ?? new Map<string, EvidenceRow[]>();
    texts.set(row.text, classes);
    const group = classes.get(row.nounClass);
    if (group) group.push(row);
    else classes.set(row.nounClass, [row]);
  }
  const candidates: Candidate[] = [];
  for (const classes of texts.values()) candidates.push(...mergeClasses(classes, rules));
  return candidates.sort(byWorth);
}

/** Evidence that names no noun class joins the best of those that do: most sources leave it out. */
function mergeClasses(classes: Map<string, EvidenceRow[]>, rules: CandidateRules): Candidate[] {
  const named = [...classes].filter(([nounClass]) => nounClass !== '');
  const unnamed = classes.get('');
  const best = named.map(([, rows]) => candidateOf(rows, rules)).sort(byWorth)[0];
  const parts = best
    ? named.map(([nounClass, rows]) => (nounClass === best.nounClass ? [...rows, ...(unnamed ?? [])] : rows))
    : [unnamed ?? []];
  return parts.map((rows) => candidateOf(rows, rules));
}

function candidateOf(rows: readonly EvidenceRow[], rules: CandidateRules): Candidate {
  const first = rows[0] as EvidenceRow;
  const sources = [...new Set(rows.map((row) => row.source))].sort((a, b) => a - b);
  const stated = new Set(rows.map((row) => row.pos).filter((pos) => pos !== ''));
  return {
    text: first.text,
    pos: [...stated].sort(byCodeUnit),
    nounClass: first.nounClass,
    sources,
    support: new Set(sources.map((source) => rules.groups.get(source) ?? source)).size,
    rank: Math.min(...rows.map((row) => row.rank)),
    phrasebook: sources.some((source) => rules.phrasebooks.get(source) === true),
  };
}

function byWorth(a: Candidate, b: Candidate): number {
  const order = b.support - a.support || a.rank - b.rank || byCodeUnit(a.text, b.text);
  return order || byCodeUnit(a.nounClass, b.nounClass);
}

/** A phrasebook says what is to be said; what a dictionary lists may be an affix, a definition or a bad word. */
function isWanted(row: EvidenceRow, rules: CandidateRules): boolean {
  const phrasebook = rules.phrasebooks.get(row.source);
  if (phrasebook === undefined) return false;
  if (!rules.allRegisters && row.labels !== null && isGuarded(row.labels)) return false;
  return phrasebook || isSayable(row.text, row.pos);
}

const GUARDED = new Set<string>(GUARDED_LABELS);

function isGuarded(labels: string): boolean {
  return labels.split(' ').some((label) => GUARDED.has(label));
}

function isSayable(text: string, pos: string): boolean {
  if (text === '' || /\p{Nd}/u.test(text)) return false;
  const isStem = text.startsWith('-') && (pos === 'ADJ' || pos === 'V') && !/[-=]$/.test(text);
  if (!isStem && /^[-=]|[-=]$/.test(text)) return false;
  return text.split(/\s+/u).length <= LONGEST_TEXT;
}
