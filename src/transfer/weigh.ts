import { byCodeUnit, type Candidate, type Upos, type WeightedCandidate } from '../model/model.js';

/** Categories that may answer a tag: taggers and lexicons cut these classes differently. */
const CATEGORIES: Readonly<Record<Upos, readonly string[]>> = {
  NOUN: ['N', 'PROPN'],
  PROPN: ['N', 'PROPN'],
  VERB: ['V', 'AUX'],
  AUX: ['AUX', 'V'],
  ADJ: ['ADJ', 'DET', 'NUM'],
  ADV: ['ADV', 'Q', 'PART', 'ADP', 'INTJ'],
  ADP: ['ADP', 'PART', 'ADV', 'CONJ'],
  PART: ['PART', 'ADP', 'ADV'],
  DET: ['DET', 'PRO', 'ADJ', 'Q', 'NUM'],
  PRON: ['PRO', 'DET', 'Q'],
  NUM: ['NUM', 'DET', 'N'],
  CCONJ: ['CONJ'],
  SCONJ: ['CONJ', 'ADP', 'ADV', 'Q'],
  INTJ: ['INTJ', 'ADV', 'PART'],
  PUNCT: [],
  SYM: [],
  X: [],
};

/** A phrasebook says what people say, a lexicon adds variety (three quarters to four fifths measured best). */
const PHRASEBOOK_SHARE = 0.8;
const RIGHT_CATEGORY = 1.5;
/** Weight of a candidate whose part of speech contradicts the tag, where none is known to fit: taggers err. */
const WRONG_CATEGORY = 0.15;
const PHRASEBOOK_RANKS = [1, 0.7, 0.5, 0.4];
const MOST_CANDIDATES = 10;

/** True when a candidate's stated part of speech, if any, can answer the tag. */
export function fitsTag(candidate: Candidate, tag: Upos): boolean {
  if (candidate.pos.length === 0) return true;
  return candidate.pos.some((pos) => pos === 'PHR' || CATEGORIES[tag].includes(pos));
}

/**
 * Weights candidates for the draw: support squared for lexicons (measured best among sharper and flatter choices),
 * rank for phrasebooks. `tag` is undefined for phrases, whose part of speech the phrase itself settles.
 */
export function weigh(
  candidates: readonly Candidate[],
  tag: Upos | undefined,
  lexiconToo: boolean,
): WeightedCandidate[] {
  const said = candidates.filter((candidate) => candidate.phrasebook && (tag === undefined || fitsTag(candidate, tag)));
  const known = new Set(said.map((candidate) => candidate.text));
  const listed = withoutContradictions(
    candidates.filter((candidate) => !candidate.phrasebook && !known.has(candidate.text)),
    tag,
    said.length > 0,
  );
  const phrases = share(said, phrasebookWeight, listed.length > 0 && lexiconToo ? PHRASEBOOK_SHARE : 1);
  if (said.length > 0 && !lexiconToo) return phrases;
  const words = share(listed, (candidate) => lexiconWeight(candidate, tag), said.length > 0 ? 1 - PHRASEBOOK_SHARE : 1);
  return [...phrases, ...words]
    .sort((a, b) => b.weight - a.weight || byCodeUnit(a.candidate.text, b.candidate.text))
    .slice(0, MOST_CANDIDATES);
}

/** Once a word of the right part of speech is known, those of another are other words: `play` is no drama. */
function withoutContradictions(
  candidates: readonly Candidate[],
  tag: Upos | undefined,
  known: boolean,
): readonly Candidate[] {
  if (tag === undefined) return candidates;
  const right = known || candidates.some((candidate) => candidate.pos.length > 0 && fitsTag(candidate, tag));
  return right ? candidates.filter((candidate) => fitsTag(candidate, tag)) : candidates;
}

function share(
  candidates: readonly Candidate[],
  weightOf: (candidate: Candidate) => number,
  total: number,
): WeightedCandidate[] {
  const weights = candidates.map(weightOf);
  const sum = weights.reduce((a, b) => a + b, 0);
  return candidates.map((candidate, i) => ({ candidate, weight: (total * (weights[i] as number)) / sum }));
}

function phrasebookWeight(candidate: Candidate): number {
  return PHRASEBOOK_RANKS[Math.min(candidate.rank, PHRASEBOOK_RANKS.length) - 1] as number;
}

function lexiconWeight(candidate: Candidate, tag: Upos | undefined): number {
  const category =
    tag === undefined || candidate.pos.length === 0 ? 1 : fitsTag(candidate, tag) ? RIGHT_CATEGORY : WRONG_CATEGORY;
  return (candidate.support ** 2 * category) / Math.sqrt(Math.min(candidate.rank, 9));
}
