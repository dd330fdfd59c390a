/** What kind of thing an imported file holds. */
export const SOURCE_KINDS = ['lexicon', 'phrasebook', 'table', 'template', 'value', 'typology'] as const;
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

/** The classes that `--licences` names, from freest to strictest. */
export const LICENCE_CLASSES = ['permissive', 'share-alike', 'non-commercial', 'unknown'] as const;
export type LicenceClass = (typeof LICENCE_CLASSES)[number];

const PERMISSIVE =
  /^(cc0|cc-by-\d|cc-by$|mit|apache|bsd|isc|unicode|wordnet|pddl|odc-by|public-domain|cc-pddc|0bsd|unlicense|w3c|ofl)/;
const NON_COMMERCIAL = /(^|-)(nc|nd)(-|$)/;
const SHARE_ALIKE = /^(cc-by-sa|a?gpl|lgpl|odbl|gfdl|mpl|eupl|fal)/;

/** Which class an SPDX identifier belongs to; an identifier that is not known counts as unknown. */
export function licenceClass(licence: string): LicenceClass {
  const id = licence.trim().toLowerCase();
  if (NON_COMMERCIAL.test(id)) return 'non-commercial';
  if (SHARE_ALIKE.test(id)) return 'share-alike';
  if (PERMISSIVE.test(id)) return 'permissive';
  return 'unknown';
}
