import { HUGGING_FACE_COLUMNS } from '../huggingface.js';
import type { Column } from '../parquet.js';
import type { FileRecord } from './record.js';

const texts = (...names: string[]): Column[] => names.map((name) => ({ name, dtype: 'string' }));
const lists = (...names: string[]): Column[] => names.map((name) => ({ name, dtype: 'string', list: true }));

/**
 * Columns of the formats that loaders of tables read, in the order in which the formats write them. `slot_method` and
 * `judgments` of MASSIVE are lists of objects and stand aside: what describes a table by its columns cannot name them.
 */
const COLUMNS: ReadonlyMap<string, readonly Column[]> = new Map([
  ['huggingface', HUGGING_FACE_COLUMNS],
  ['massive', texts('id', 'locale', 'partition', 'scenario', 'intent', 'utt', 'annot_utt')],
  ['token-classification', [...texts('id', 'intent', 'text'), ...lists('tokens', 'ner_tags')]],
  ['text-to-text', texts('id', 'input', 'target', 'annot_utt')],
  [
    'csv',
    [
      ...texts('id', 'locale', 'partition', 'scenario', 'intent', 'annot_utt', 'utt'),
      { name: 'score', dtype: 'float64' },
      ...texts('tier', 'template', 'sources', 'origin'),
    ],
  ],
]);

/** Columns of a data file; undefined for what is no table, or packed. */
export function columnsOf(file: FileRecord): readonly Column[] | undefined {
  if (file.rows === 0 || file.file.endsWith('.gz')) return undefined;
  return COLUMNS.get(file.format);
}

/** All columns of a format, for readers that refuse others; undefined where this table does not name them all. */
export function allColumns(format: string): readonly Column[] | undefined {
  return format === 'massive' ? undefined : COLUMNS.get(format);
}
