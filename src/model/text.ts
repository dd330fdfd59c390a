import type { Rejection } from './source.js';

/** A sentence and its translation. */
export interface SentencePair {
  readonly unit: 'pair';
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** A text that stands at a place of a work which is there in many languages: a verse, a paragraph of a declaration. */
export interface Verse {
  readonly unit: 'verse';
  readonly line: number;
  /** `MAT 5:3`: book, chapter and verse as USFM names them. */
  readonly reference: string;
  /** The last reference that the text covers, '' where it is the only one. */
  readonly last: string;
  readonly text: string;
}

/** A line of plain text of one language. */
export interface Sentence {
  readonly unit: 'sentence';
  readonly line: number;
  readonly text: string;
}

/** How often a word form stands in a corpus; case is kept. */
export interface WordCount {
  readonly unit: 'word';
  readonly line: number;
  readonly word: string;
  /** As the list has it: occurrences, or a rate where its format says so. */
  readonly count: number;
}

/** What text is kept as, to learn from. */
export type TextRecord = SentencePair | Verse | Sentence | WordCount;

export type TextItem = TextRecord | Rejection;
