import type { Rejection } from './source.js';

/** One coded feature of one language, from a CLDF StructureDataset. */
export interface TypologyRecord {
  readonly line: number;
  /** ISO 639-3 code of the language as the data set's language table gives it. */
  readonly language: string;
  /** `81A`, `GB024` */
  readonly parameter: string;
  /** The state as the data set numbers it: `2`. */
  readonly value: string;
}

export type TypologyItem = TypologyRecord | Rejection;
