import type { LexiconRecord } from './lexicon.js';
import type { SourceKind } from './source.js';

/** One translation as one source has it: what `lexicon export` writes and an import of that reads. */
export interface ExportedEntry extends Omit<LexiconRecord, 'line' | 'from' | 'to'> {
  readonly from: string;
  readonly lemma: string;
  readonly to: string;
  /** '' where the lemma is rendered by nothing. */
  readonly translation: string;
  readonly source: string;
  readonly kind: SourceKind;
  readonly licence: string;
}

/** First line of an export: nothing else begins so. */
export const EXPORT_MARK = '# calque lexicon export';

/** Columns in order; `class` is gender or noun class of the translation. */
export const EXPORT_COLUMNS = [
  'from',
  'lemma',
  'pos',
  'to',
  'translation',
  'class',
  'rank',
  'sense',
  'labels',
  'source',
  'kind',
  'licence',
] as const;

/** What stands for a translation that is nothing. */
export const NOTHING = '∅';
