import type { Rejection } from './source.js';

/**
 * An affix listed as what it is (`-ness`, `pre-`): no word, so nothing that looks for words finds it. UniMorph and UD have
 * no such category; the name is that of the Linguistic Data Consortium's treebanks (`pre-` and `post-`).
 */
export const AFFIX = 'AFX';

/** Lexical categories as the store spells them: UniMorph's, and affixes; '' when a source does not say. */
export const LEXICAL_CATEGORIES = [
  'N',
  'PROPN',
  'V',
  'ADJ',
  'ADV',
  'PRO',
  'DET',
  'NUM',
  'ADP',
  'AUX',
  'CONJ',
  'PART',
  'INTJ',
  'Q',
  'PHR',
  AFFIX,
] as const;

/** One translation as a lexicon reader hands it on: `from` in the described language, `to` in the target language. */
export interface LexiconRecord {
  readonly line: number;
  readonly from: string;
  /** '' says: the English word is rendered by nothing (phrasebooks only). */
  readonly to: string;
  /** Part of speech, one of LEXICAL_CATEGORIES or ''. */
  readonly pos: string;
  /** Gender or noun class of the target word as a UniMorph feature (`FEM`, `BANTU9`), or ''. */
  readonly nounClass: string;
  /** Order of this translation within its entry, from 1. */
  readonly rank: number;
  /** A gloss that tells senses of `from` apart, or ''. */
  readonly sense: string;
  /** Usage labels, lower case, joined by blanks (`vulgar`, `archaic`), or ''. */
  readonly labels: string;
}

export type LexiconItem = LexiconRecord | Rejection;

/** One target word or phrase for an English key, with all that vouches for it. */
export interface Candidate {
  /** The target text as it is said; '' renders the English by nothing. */
  readonly text: string;
  /** Parts of speech that sources state, possibly none. */
  readonly pos: readonly string[];
  readonly nounClass: string;
  /** Ids of the sources that vouch for it. */
  readonly sources: readonly number[];
  /** Number of independent sources: sources that copy each other count once. */
  readonly support: number;
  /** Best rank that any source gives, from 1. */
  readonly rank: number;
  /** True when a phrasebook says it: in the form said in a command. */
  readonly phrasebook: boolean;
  /** What sources write instead of `text`, where they cite the lexeme by other forms. */
  readonly citedAs?: readonly string[];
}

/** A word that stands for a meaning, with the parts of speech that sources state. */
export interface CitedWord {
  readonly text: string;
  readonly pos: readonly string[];
}

/** Citation forms of one lexeme among the words for one meaning: word → lemma; a word that is its own is left out. */
export type Lexemes = (words: readonly CitedWord[]) => ReadonlyMap<string, string>;

/** The look-up that transfer needs. Keys are lower case, words separated by one blank. */
export interface Lexicon {
  /** All candidates of an English word or phrase, best supported first, then by text; empty when there is none. */
  lookup(key: string): readonly Candidate[];
  /** The longest phrase, in words, that any key of this language has. */
  readonly longestKey: number;
}
