import type { Tier } from '../model/model.js';
import type { FileContent, Origin, Partition } from './format.js';

/** One file of a package. */
export interface PackageFile extends FileContent {
  /** Path below the package's folder, with slashes. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** What was counted of one language while its rows were written. */
export interface LanguageFacts {
  readonly locale: string;
  readonly rows: number;
  readonly templates: number;
  readonly partitions: ReadonlyMap<Partition, number>;
  readonly tiers: ReadonlyMap<Tier, number>;
  readonly origins: ReadonlyMap<Origin, number>;
  /** Rows by intent and by slot (a row counts once for a slot), in code unit order. */
  readonly intents: ReadonlyMap<string, number>;
  readonly slots: ReadonlyMap<string, number>;
  readonly words: number;
}

/** A source whose entries are in rows of the package. */
export interface SourceFacts {
  readonly name: string;
  /** SPDX, '' where nobody has stated one. */
  readonly licence: string;
  /** Rows that name it. */
  readonly rows: number;
}

/** Rows that were left out before anything was split or compared, by what left them out. */
export interface BalanceReport {
  readonly read: number;
  readonly repeated: number;
  readonly nearlyRepeated: number;
  readonly overPerTemplate: number;
  readonly overPerIntent: number;
  /** Left out because of their licences. */
  readonly refusedLicence: number;
  readonly mixedIn: number;
  readonly codeSwitched: number;
}

/** Shares of an intent's rows that partitions got. */
export interface IntentSplit {
  readonly intent: string;
  readonly rows: ReadonlyMap<Partition, number>;
}

export interface SplitReport {
  /** Shares asked for, in the order of PARTITIONS; they sum to one. */
  readonly asked: ReadonlyMap<Partition, number>;
  /** What no two partitions share. */
  readonly by: readonly ('template' | 'text' | 'skeleton' | 'values')[];
  readonly rows: ReadonlyMap<Partition, number>;
  /** Rows left out because another partition says their text, skeleton or values, or because theirs has its share. */
  readonly leftOut: number;
  readonly intents: readonly IntentSplit[];
  /** Whether rows that no person wrote are called test. */
  readonly syntheticTest: boolean;
}

/**
 * How a row meets a guarded one, strictest first: the same text; the same but for case and punctuation; the same but for
 * the values of slots; made from the same source utterance; 0.9 and more of their character 3-grams in common; 0.8 and
 * more, which is told and never acted upon.
 */
export const LEAK_KINDS = ['exact', 'normalised', 'skeleton', 'source', 'near', 'similar'] as const;
export type LeakKind = (typeof LEAK_KINDS)[number];

/** A row of a run that a guarded file has too, or nearly. */
export interface Leak {
  readonly kind: LeakKind;
  /** Id, language and text of the row. */
  readonly id: string;
  readonly locale: string;
  readonly text: string;
  readonly file: string;
  /** Id and text of the row in the guarded file. */
  readonly guardId: string;
  readonly guardText: string;
  /** Jaccard similarity of character 3-grams, 0..1; 1 for what is found without it. */
  readonly similarity: number;
}

export const LEAK_ACTIONS = ['refuse', 'remove', 'report'] as const;
export type LeakAction = (typeof LEAK_ACTIONS)[number];

export interface GuardReport {
  readonly files: readonly { readonly file: string; readonly sha256: string; readonly rows: number }[];
  /** Rows of the runs that were found, by the strictest kind that finds them. */
  readonly found: ReadonlyMap<LeakKind, number>;
  readonly action: LeakAction;
  /** Rows found by anything but mere similarity. */
  readonly leaks: number;
  readonly removed: number;
  /** The first of each kind. */
  readonly examples: readonly Leak[];
}

/** All that papers are written from. */
export interface PackageFacts {
  readonly rows: number;
  readonly files: readonly PackageFile[];
  readonly languages: readonly LanguageFacts[];
  readonly sources: readonly SourceFacts[];
  readonly balance: BalanceReport;
  readonly splits: SplitReport | undefined;
  readonly guard: GuardReport | undefined;
}
