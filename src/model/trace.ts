import type { LookupStep } from './analysis.js';
import type { InflectionMethod } from './paradigm.js';

/** Where one stretch of target text comes from: what `explain` prints. */
export interface WordTrace {
  /** The English that it renders; '' for a word that a rule brings. */
  readonly english: string;
  readonly text: string;
  /** How it was found; `rule` for a word of the profile. */
  readonly step: LookupStep | 'rule';
  /** The dictionary form before inflection. */
  readonly lemma: string;
  /** What sources write instead of the lemma, where they cite it by other forms (`-imba`, `kuimba`). */
  readonly citedAs: readonly string[];
  /** Ids of the sources that vouch for the translation and for the form. */
  readonly sources: readonly number[];
  readonly method: InflectionMethod;
  /** The bundle asked for; '' for none. */
  readonly bundle: string;
}

/** Where a slot's value comes from. */
export interface ValueTrace {
  readonly english: string;
  readonly how: 'value list' | 'verbalised' | 'word by word' | 'copied' | 'local value';
  /** The value before the form that the carrier asks for. */
  readonly base: string;
}
