import type { Rejection } from './source.js';

/** One slot value as a value reader hands it on. */
export interface ValueRecord {
  readonly line: number;
  readonly slot: string;
  /** The English value that it renders, lower case; '' for a local value that renders none in particular. */
  readonly english: string;
  readonly text: string;
  /** Relative weight of the draw, > 0. */
  readonly weight: number;
}

export type ValueItem = ValueRecord | Rejection;

export interface StoredValue {
  readonly slot: string;
  readonly english: string;
  readonly text: string;
  readonly weight: number;
  readonly source: number;
}

/** The values of one language that verbalisation needs. */
export interface Gazetteer {
  /** Values that render an English value in a slot; entries of that slot first, else of any slot. */
  renderings(slot: string, english: string): readonly StoredValue[];
  /** Values of a slot that render no English value in particular, heaviest first, then by text. */
  local(slot: string): readonly StoredValue[];
}

/** How a value came about, as MASSIVE's `slot_method` names it. */
export type ValueMethod = 'translation' | 'localization' | 'unchanged';

/** What slots of a scheme are, and where their values come from: shares need not sum to one. */
export interface SlotPolicy {
  /** What stands in the slot, for adpositions that ask: `time`, `place`, `person`, `name` (a title or brand) or `thing`. */
  readonly kind: 'time' | 'place' | 'person' | 'name' | 'thing';
  /** Share of draws that verbalise or translate the template's own value. */
  readonly translate: number;
  /** Share of draws that keep the English value as it is. */
  readonly copy: number;
  /** Share of draws from the language's own values. */
  readonly local: number;
}

/** Slot name → policy; a slot that is not listed is a `thing` that is translated. */
export type Scheme = ReadonlyMap<string, SlotPolicy>;

export const DEFAULT_POLICY: SlotPolicy = { kind: 'thing', translate: 1, copy: 0, local: 0 };
