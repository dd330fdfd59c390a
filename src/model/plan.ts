import type { ValueTrace, WordTrace } from './trace.js';
import type { ValueMethod } from './value.js';

/** Raised only when the bytes of rows may change for the same store, seed and arguments. */
export const GENERATOR_VERSION = 4;

export const TIERS = ['A', 'B', 'C'] as const;
export type Tier = (typeof TIERS)[number];

/** The tier of a carrier's score: how far one may trust its rows. */
export function tierOf(score: number): Tier {
  return score >= 0.8 ? 'A' : score >= 0.5 ? 'B' : 'C';
}

/** A typed hole in a carrier: which of its template's slots, and in which form the value is asked for. */
export interface HolePiece {
  /** Index into the carrier's holes. */
  readonly hole: number;
  /** Index into the hole's forms. */
  readonly form: number;
}

/** Literal text (one or more words) or a hole; pieces are joined by one blank. */
export type Piece = string | HolePiece;

/** One way to say a segment. No pieces: nothing is said. */
export interface Option {
  /** > 0 */
  readonly weight: number;
  readonly pieces: readonly Piece[];
  /** Indices into the plan's sources, ascending. */
  readonly sources: readonly number[];
  /** Only where the plan was compiled to be explained. */
  readonly trace?: { readonly words: readonly WordTrace[]; readonly rules: readonly string[] };
}

/** One choice: exactly one of its options is said. Options differ from each other in their pieces. */
export interface Segment {
  readonly options: readonly Option[];
}

export interface PlanValue {
  /** > 0 */
  readonly weight: number;
  readonly method: ValueMethod;
  readonly sources: readonly number[];
  /** The text in each of the hole's forms; never empty text. */
  readonly forms: readonly string[];
  /** Only where the plan was compiled to be explained. */
  readonly trace?: ValueTrace;
}

export interface Hole {
  readonly slot: string;
  /** What each form asks of the value, for people to read: ``, `LOC`, `soft`. */
  readonly forms: readonly string[];
  /** Values differ from each other in every form. */
  readonly values: readonly PlanValue[];
}

/** A compiled template. Every hole occurs exactly once in whatever options are drawn. */
export interface Carrier {
  /** The template's name. */
  readonly template: string;
  readonly scenario: string;
  readonly intent: string;
  readonly partition: string;
  /** 0..1, two decimals. */
  readonly score: number;
  readonly tier: Tier;
  /**
   * In the order in which they are said, joined by one blank where both say something. No two draws of options give
   * the same pieces: segments that could are merged when the carrier is compiled.
   */
  readonly segments: readonly Segment[];
  readonly holes: readonly Hole[];
}

/** All carriers of one language: what realisation needs, and nothing else. */
export interface Plan {
  readonly language: string;
  /** In file order: templates as they were imported. */
  readonly carriers: readonly Carrier[];
  /** Names of sources, as `lexicon list` shows them. */
  readonly sources: readonly string[];
}

/** What was drawn for one row: an option of each segment, a value of each hole. */
export interface Draw {
  readonly options: readonly number[];
  readonly values: readonly number[];
}

/** A row of `<language>.jsonl`, keys in this order. */
export interface Row {
  readonly id: string;
  readonly locale: string;
  readonly partition: string;
  readonly scenario: string;
  readonly intent: string;
  readonly utt: string;
  readonly annot_utt: string;
  readonly slot_method: readonly { readonly slot: string; readonly method: ValueMethod }[];
  readonly score: number;
  readonly tier: Tier;
  readonly template: string;
  readonly sources: readonly string[];
}
