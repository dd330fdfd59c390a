/** What kind of thing an imported file holds. */
export const SOURCE_KINDS = ['lexicon', 'phrasebook', 'table', 'template', 'value', 'typology', 'text'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** How many rows a file had and what became of them: read = kept + merged + rejected, always. */
export interface SourceCounts {
  readonly read: number;
  readonly kept: number;
  /** Rows that said what the store knew already (from this source or another). */
  readonly merged: number;
  readonly rejected: number;
}

/** What is known of a file before its rows are read. */
export interface SourceDescription {
  /** Unique in the store; derived from the path, e.g. `wechsel-swahili`. */
  readonly name: string;
  readonly kind: SourceKind;
  readonly format: string;
  readonly file: string;
  /** SHA-256 of the bytes as they lie on the disk, lower-case hex. */
  readonly sha256: string;
  /** SPDX identifier, or '' when nobody has stated one. */
  readonly licence: string;
  readonly citation: string;
  readonly title: string;
  /** BCP 47 tags; '' where a kind has no such side. */
  readonly from: string;
  readonly to: string;
  /** How the text is encoded, as the WHATWG names it; '' where that was not noted. */
  readonly encoding?: string;
  /** What the user said of the file, as JSON: the next edition of the file is read alike. */
  readonly said?: string;
}

export interface Source extends SourceDescription, SourceCounts {
  readonly id: number;
}

/** A row that was not taken in. */
export interface Rejection {
  readonly line: number;
  readonly reason: string;
  /** The row as it stands in the file, cut at 200 characters. */
  readonly text: string;
}

/** Labels of senses that are not drawn unless the user asks for all registers. */
export const GUARDED_LABELS = [
  'vulgar',
  'offensive',
  'derogatory',
  'slur',
  'obsolete',
  'archaic',
  'historical',
  'dated',
] as const;
