import type { Row, SlotSpan, Tier } from '../model/model.js';

/** Partitions as MASSIVE names them; formats with other names for them translate. */
export const PARTITIONS = ['train', 'dev', 'test'] as const;
export type Partition = (typeof PARTITIONS)[number];

/** Where a row comes from: `generated`, `source` (mixed in as it was), `code-switched` (values of the source language). */
export const ORIGINS = ['generated', 'source', 'code-switched'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A row as it goes into a package, its annotation read once for all formats. */
export interface PackageRow extends Row {
  readonly partition: Partition;
  readonly origin: Origin;
  /** `utt` without its brackets: equal to `utt`. */
  readonly spans: readonly SlotSpan[];
}

/** One file of a package that a format writes; it is opened, packed and hashed by whoever hands it out. */
export interface PackageOutput {
  /** `rows`: how many rows of the data set this piece holds. */
  write(piece: string | Uint8Array, rows: number): void;
}

/** What a file of a package is. */
export interface FileContent {
  readonly format: string;
  /** MIME type of the content before it is packed. */
  readonly mediaType: string;
  /** BCP 47 tag; '' for a file of several languages, or of none. */
  readonly locale: string;
  /** '' for a file of several partitions, or of none. */
  readonly partition: Partition | '';
  /** Configuration (language, tier or origin) that the file belongs to; '' for none. */
  readonly config: string;
  /** Never packed with gzip: formats that are packed in themselves, and what is no data. */
  readonly plain?: boolean;
}

/** Text that is put into a file later, when what comes before it is known; it waits on the disk. */
export interface Spool {
  write(text: string): void;
  copyTo(output: PackageOutput): void;
}

/** Where a format writes: the same name gives the same file. */
export interface PackageFiles {
  open(file: string, content: FileContent): PackageOutput;
  spool(): Spool;
}

export interface FormatOptions {
  /** Cells that a spreadsheet would take for a formula are written with an apostrophe before them. */
  readonly spreadsheetSafe: boolean;
  /** Examples an intent in prompts. */
  readonly examples: number;
}

/** Writes rows as they come; files are complete when `finish` was called, which says what a user should know of them. */
export interface FormatWriter {
  write(row: PackageRow): void;
  finish(): readonly string[];
}

/** A data set format. */
export interface PackageFormat {
  readonly id: string;
  readonly title: string;
  /** What the format cannot carry; '' when nothing is lost. */
  readonly loses: string;
  /** The template reader that reads it again. */
  readonly reader: string;
  open(files: PackageFiles, options: FormatOptions): FormatWriter;
}

/** Tiers as configurations name them. */
export function configOf(row: PackageRow): string {
  return `${row.locale}-${row.origin === 'generated' ? tierName(row.tier) : row.origin}`;
}

function tierName(tier: Tier): string {
  return `tier-${tier.toLowerCase()}`;
}
