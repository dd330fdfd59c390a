/** What English analysis finds, and what passes from it through transfer to arrangement. */
import type { Candidate } from './lexicon.js';

/** Universal part-of-speech tags, as the tagger prints them. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** One word of the carrier, or one whole slot. Contractions are split: `what's` is `what` and `is`. */
export interface Token {
  /** Lower case. For a slot: its value. */
  readonly text: string;
  readonly lemma: string;
  readonly pos: Upos;
  /** Index into the template's spans, or -1 for a word outside slots. */
  readonly span: number;
  /** Number of an English noun, as far as its form shows. */
  readonly plural: boolean;
}

export const CHUNK_KINDS = [
  'verb',
  'noun',
  'adverb',
  'question',
  'auxiliary',
  'pronoun',
  'particle',
  'conjunction',
] as const;
/**
 * verb: a command verb, a finite verb, or `to` + infinitive (with its adverbial particle).
 * noun: a noun phrase or slot, with the adposition that opens it.
 * question: a question word with what belongs to it. auxiliary: `do`, `is`, `can` … standing by itself.
 * pronoun: a pronoun that is a phrase by itself. particle: `please`, `hey`, a name called. conjunction: cuts clauses.
 */
export type ChunkKind = (typeof CHUNK_KINDS)[number];

/** A stretch of tokens that moves as one: [start, end). */
export interface Chunk {
  readonly kind: ChunkKind;
  readonly start: number;
  readonly end: number;
  /** Index of the head token: the last noun or slot of a noun chunk, the verb of a verb chunk, else the last token. */
  readonly head: number;
  /** Index of the adposition that opens a noun chunk, or -1. */
  readonly adposition: number;
  /** True for the noun chunk that is the direct object of a verb. */
  readonly object: boolean;
  /** True when `the`, `this`, `that` or a possessive determines it. */
  readonly definite: boolean;
}

export interface Analysis {
  readonly tokens: readonly Token[];
  /** In order, covering every token exactly once. */
  readonly chunks: readonly Chunk[];
  /** The first verb is a command. */
  readonly imperative: boolean;
}

/** How a unit's translations were found, in the order of preference of the look-up. */
export type LookupStep =
  | 'slot'
  | 'phrasebook phrase'
  | 'lexicon phrase'
  | 'phrasebook word'
  | 'lexicon word'
  | 'lemma'
  | 'copy';

export interface WeightedCandidate {
  readonly candidate: Candidate;
  /** Relative weight of the draw, > 0. */
  readonly weight: number;
}

/** One or more tokens that are translated together, or one slot. */
export interface Unit {
  /** Indices of its tokens, ascending; not always contiguous (`turn … off`). */
  readonly tokens: readonly number[];
  readonly english: string;
  readonly step: LookupStep;
  /** English has a plural here, and its singular was looked up: the translation is to be made plural. */
  readonly plural: boolean;
  /** Heaviest first; empty for a slot. */
  readonly candidates: readonly WeightedCandidate[];
}

/** One word or hole of a phrase in its place, before candidates are chosen and forms are made. */
export interface PhraseItem {
  /** Index of the unit that fills it, or -1 for a word that a rule brings. */
  readonly unit: number;
  /** The rule's word; '' when a unit fills the place. */
  readonly word: string;
  /** Features asked of it, joined by `;`; '' for none. */
  readonly features: string;
  /**
   * Whether it agrees with the phrase's head, and as what; a determiner (numeral, demonstrative, quantifier) is asked for
   * an adjective's form.
   */
  readonly agrees: '' | 'adjective' | 'determiner' | 'stem';
  /** Index of the unit that it agrees with, or -1. */
  readonly agreesWith: number;
  readonly prefix: string;
  readonly mutation: string;
  /** Written together with the item before it. */
  readonly joined: boolean;
}

/** One way to lay out a phrase. */
export interface Arrangement {
  readonly weight: number;
  readonly items: readonly PhraseItem[];
  /** Rules of the profile that shaped it, for people to read. */
  readonly rules: readonly string[];
}
