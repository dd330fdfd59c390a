import type { Analysis, Candidate, Lexicon, LookupStep, Token, Unit, Upos } from '../model/model.js';
import { fitsTag, weigh } from './weigh.js';

export interface TransferOptions {
  readonly lexicon: Lexicon;
  /** Base forms of an English word, likeliest first. */
  readonly lemmas: (word: string) => readonly string[];
  /** Values of slots are never said in the phrasebook's words: `time`, `in`, `a` mean other things there. */
  readonly phrasebook: boolean;
}

type Found = Pick<Unit, 'step' | 'plural' | 'candidates'>;

/** Tags of words that belong to grammar: where a phrasebook has them, no lexicon adds to it. */
const CLOSED: ReadonlySet<Upos> = new Set<Upos>(['DET', 'ADP', 'AUX', 'PRON', 'CCONJ', 'SCONJ', 'PART', 'INTJ']);
const PARTICLES = new Set(['on', 'off', 'up', 'down', 'out', 'away', 'in', 'over', 'back']);
/** How far a particle may stand from its verb, in tokens. */
const PARTICLE_REACH = 6;

/**
 * Cuts the tokens into units and finds the translations of each, longest first: phrasebook phrase, lexicon phrase (also
 * a verb and its particle over their object), phrasebook word, lexicon word, lemma, copy. Units come in the order of
 * their first tokens and cover every token once.
 */
export function transfer(analysis: Analysis, options: TransferOptions): Unit[] {
  const { tokens } = analysis;
  const units: Unit[] = [];
  const taken = new Array<boolean>(tokens.length).fill(false);
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i]) continue;
    const unit = unitAt(i, tokens, taken, options);
    for (const token of unit.tokens) taken[token] = true;
    units.push(unit);
  }
  return units;
}

function unitAt(start: number, tokens: readonly Token[], taken: readonly boolean[], options: TransferOptions): Unit {
  const token = tokens[start] as Token;
  if (token.span >= 0)
    return { tokens: [start], english: token.text, step: 'slot', plural: token.plural, candidates: [] };
  return (
    phraseAt(start, tokens, taken, options) ??
    verbWithParticle(start, tokens, taken, options) ??
    wordAt(start, tokens, options)
  );
}

function phraseAt(
  start: number,
  tokens: readonly Token[],
  taken: readonly boolean[],
  options: TransferOptions,
): Unit | undefined {
  let end = start;
  while (
    end < tokens.length &&
    (tokens[end] as Token).span < 0 &&
    !taken[end] &&
    end - start < options.lexicon.longestKey
  )
    end++;
  for (; end - start > 1; end--) {
    const words = tokens.slice(start, end);
    const english = words.map((word) => word.text).join(' ');
    const found = lookupPhrase(english, words, options);
    if (found !== undefined) return { tokens: range(start, end), english, ...found };
  }
  return undefined;
}

/** A phrase as it stands, else with its last word in its base form (`shopping lists`). */
function lookupPhrase(english: string, words: readonly Token[], options: TransferOptions): Found | undefined {
  const last = words[words.length - 1] as Token;
  const stem = english.slice(0, english.length - last.text.length);
  const keys = [english, ...(last.plural ? options.lemmas(last.text).map((lemma) => stem + lemma) : [])];
  for (const key of keys) {
    const candidates = usable(options.lexicon.lookup(key), options);
    if (candidates.length === 0) continue;
    const plural = key !== english;
    const step: LookupStep = candidates.some((candidate) => candidate.phrasebook)
      ? 'phrasebook phrase'
      : 'lexicon phrase';
    return { step, plural, candidates: weigh(candidates, undefined, step === 'lexicon phrase') };
  }
  return undefined;
}

/** `turn the lights off` is `turn off` with its object between. */
function verbWithParticle(
  start: number,
  tokens: readonly Token[],
  taken: readonly boolean[],
  options: TransferOptions,
): Unit | undefined {
  const verb = tokens[start] as Token;
  if (verb.pos !== 'VERB') return undefined;
  for (let i = start + 2; i < Math.min(tokens.length, start + 2 + PARTICLE_REACH); i++) {
    const particle = tokens[i] as Token;
    if (particle.span >= 0 || taken[i] || !PARTICLES.has(particle.text) || !closesItsRun(i, tokens)) continue;
    const english = `${verb.text} ${particle.text}`;
    const found = lookupPhrase(english, [verb, particle], options);
    if (found !== undefined) return { tokens: [start, i], english, ...found };
  }
  return undefined;
}

/** A particle ends its clause or stands before a preposition; before a noun it is a preposition itself. */
function closesItsRun(index: number, tokens: readonly Token[]): boolean {
  const particle = (tokens[index] as Token).text;
  const next = tokens[index + 1];
  return (
    next === undefined ||
    (next.span < 0 && next.pos !== 'DET' && next.pos !== 'NOUN') ||
    particle === 'off' ||
    particle === 'up'
  );
}

function wordAt(index: number, tokens: readonly Token[], options: TransferOptions): Unit {
  const token = tokens[index] as Token;
  const place = { tokens: [index], english: token.text };
  const surface = lookupWord(token.text, token.pos, options);
  if (surface !== undefined) return { ...place, ...surface };
  for (const lemma of new Set([token.lemma, ...options.lemmas(token.text)])) {
    const found = lemma === token.text ? undefined : lookupWord(lemma, token.pos, options);
    if (found !== undefined) return { ...place, step: 'lemma', plural: token.plural, candidates: found.candidates };
  }
  // What an English possessive ending marks is marked by the place of its noun.
  const text = token.text === "'s" || token.text === "'" ? '' : token.text;
  const copy: Candidate = {
    text,
    pos: [],
    nounClass: '',
    sources: [],
    support: 0,
    rank: 1,
    phrasebook: false,
  };
  return { ...place, step: 'copy', plural: false, candidates: [{ candidate: copy, weight: 1 }] };
}

function lookupWord(key: string, tag: Upos, options: TransferOptions): Found | undefined {
  const candidates = usable(options.lexicon.lookup(key), options);
  if (candidates.length === 0) return undefined;
  const said = candidates.filter((candidate) => candidate.phrasebook);
  const listed = candidates.length > said.length;
  const fitting = said.some((candidate) => fitsTag(candidate, tag));
  if (fitting) return { step: 'phrasebook word', plural: false, candidates: weigh(candidates, tag, !CLOSED.has(tag)) };
  if (listed) return { step: 'lexicon word', plural: false, candidates: weigh(candidates, tag, true) };
  return { step: 'phrasebook word', plural: false, candidates: weigh(said, undefined, false) };
}

function usable(candidates: readonly Candidate[], options: TransferOptions): readonly Candidate[] {
  return options.phrasebook
    ? candidates
    : candidates.filter((candidate) => !candidate.phrasebook && candidate.text !== '');
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
