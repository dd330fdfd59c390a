import type { Rejection } from './source.js';

/** One cell of an inflection table as a table reader hands it on. */
export interface CellRecord {
  readonly line: number;
  readonly lemma: string;
  readonly form: string;
  /** The bundle in UniMorph's features, in any order. */
  readonly bundle: string;
  /** The features as the file spells them, where it has others than UniMorph's. */
  readonly original?: string;
}

export type CellItem = CellRecord | Rejection;

/** One cell of a paradigm: bundle is canonical. */
export interface Cell {
  readonly bundle: string;
  readonly form: string;
}

/** A row of a whole table: bundle is canonical. */
export interface TableRow extends Cell {
  readonly lemma: string;
}

/** The look-up that inflection needs. */
export interface Paradigms {
  /** All cells of a lemma (exact string, as the table has it), in a stable order; empty when the table lacks it. */
  cells(lemma: string): readonly Cell[];
  /** The source that a lemma's cells come from, as ids. */
  sources(lemma: string): readonly number[];
  /** The sources of the whole table: what is predicted was learnt from all of them. */
  readonly allSources: readonly number[];
}

/** How a form was found: DESIGN's order of preference. */
export type InflectionMethod = 'attested' | 'predicted' | 'rule' | 'citation';

export interface Inflected {
  readonly form: string;
  readonly method: InflectionMethod;
  /** The bundle that the form really has, canonical; '' for a citation form. */
  readonly bundle: string;
  /** 0..1 */
  readonly confidence: number;
  /** The lemma as the table cites it, where that is not what was asked. */
  readonly citedAs?: string;
  /** What was done to get there, in words. */
  readonly how?: string;
}
