import type { Obligation, OutputLicence } from '../../licence/licence.js';

/** How many of something: a list, not a map, since words of data are no safe keys of JSON objects. */
export interface Count {
  readonly name: string;
  readonly rows: number;
}

/** One language of a package, in figures. */
export interface LanguageRecord {
  readonly locale: string;
  readonly name: string;
  /** ISO 639-3, family, and where it is mostly spoken; '' where that is not known. */
  readonly iso: string;
  readonly family: string;
  readonly region: string;
  readonly rows: number;
  readonly templates: number;
  readonly words: number;
  /** Share of content words that were translated when the run was made; null where no run says it. */
  readonly coverage: number | null;
  readonly partitions: readonly Count[];
  readonly tiers: readonly Count[];
  readonly origins: readonly Count[];
  readonly intents: readonly Count[];
  readonly slots: readonly Count[];
}

/** What is known of a source, for those who are to be named. */
export interface SourceOrigin {
  readonly kind: string;
  readonly format: string;
  /** The file's name, without its folder. */
  readonly file: string;
  readonly sha256: string;
  readonly title: string;
  readonly citation: string;
}

/** A source whose entries are in rows. */
export interface SourceRecord extends SourceOrigin {
  readonly name: string;
  /** SPDX identifier; '' where nobody has stated a licence. */
  readonly licence: string;
  readonly rows: number;
}

export interface FileRecord {
  readonly file: string;
  readonly format: string;
  readonly mediaType: string;
  readonly locale: string;
  readonly partition: string;
  readonly config: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** One run that rows came from: what decides its bytes. */
export interface RunSummary {
  readonly command: string;
  readonly seed: number;
  readonly generator: number;
  readonly version: string;
  readonly store: string;
  readonly files: readonly { readonly file: string; readonly sha256: string; readonly rows: number }[];
}

export interface LicenceRecord {
  /** What `--licences` asked for; '' where nothing was asked. */
  readonly asked: string;
  /** The licence of the whole; '' where no licence allows it and the user wanted it all the same. */
  readonly carries: OutputLicence | '';
  /** What it could carry as well. */
  readonly alternatives: readonly OutputLicence[];
  readonly owed: readonly Obligation[];
  readonly leftOutRows: number;
  readonly leftOutSources: readonly { readonly name: string; readonly licence: string }[];
}

/** What `evaluate` has found rows of a run to be worth. */
export interface WorthRecord {
  readonly train: readonly string[];
  readonly test: readonly string[];
  readonly trainRows: number;
  readonly testRows: number;
  readonly intent: number;
  readonly slots: number;
  readonly exact: number;
}

/** How rows differ from those of an older package. */
export interface ChangesRecord {
  readonly since: string;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  readonly same: number;
  /** The release that this makes. */
  readonly proposed: string;
}

export interface LeakRecord {
  readonly files: readonly { readonly file: string; readonly sha256: string; readonly rows: number }[];
  readonly action: string;
  readonly found: readonly Count[];
  readonly removed: number;
}

export interface SplitRecord {
  readonly asked: readonly { readonly name: string; readonly share: number }[];
  readonly by: readonly string[];
  readonly leftOut: number;
  readonly syntheticTest: boolean;
}

/** All that is known of a package: papers are written from it, and it is `run.json`. */
export interface PackageRecord {
  readonly command: 'package';
  /** Of the program. */
  readonly version: string;
  readonly name: string;
  readonly title: string;
  /** Of the data set: 1.0.0. */
  readonly release: string;
  /** `2026-01-01` */
  readonly date: string;
  readonly creators: readonly string[];
  readonly url: string;
  /** Lines that make the same bytes again from the same store. */
  readonly commands: readonly string[];
  readonly rows: number;
  readonly languages: readonly LanguageRecord[];
  readonly sources: readonly SourceRecord[];
  readonly licence: LicenceRecord;
  readonly runs: readonly RunSummary[];
  readonly files: readonly FileRecord[];
  /** Rows that were left out, by what left them out. */
  readonly leftOut: readonly Count[];
  readonly mixed: readonly Count[];
  readonly split: SplitRecord | null;
  readonly guard: LeakRecord | null;
  readonly worth: readonly WorthRecord[];
  readonly changes: ChangesRecord | null;
}

/** One paper: a file that people read, or programs that read about files. */
export interface Paper {
  readonly file: string;
  readonly text: string;
}
