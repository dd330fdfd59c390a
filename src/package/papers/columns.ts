import type { Column } from './front-matter.js';
import type { FileRecord } from './record.js';

const texts = (...names: string[]): Column[] => names.map((name) => ({ name, dtype: 'string', list: false }));
const lists = (...names: string[]): Column[] => names.map((name) => ({ name, dtype: 'string', list: true }));

/**
 * Columns of the formats that loaders of tables read, in the order in which the formats write them. `slot_method` and
 * `judgments` of MASSIVE are lists of objects and stand aside: what describes a table by its columns cannot name them.
 */
const COLUMNS: ReadonlyMap<string, readonly Column[]> = new Map([
  ['massive', texts('id', 'locale', 'partition', 'scenario', 'intent', 'utt', 'annot_utt')],
  ['token-classification', [...texts('id', 'intent'), ...lists('tokens', 'ner_tags')]],
  ['text-to-text', texts('id', 'input', 'target')],
  [
    'csv',
    [
      ...texts('id', 'locale', 'partition', 'scenario', 'intent', 'utt', 'annot_utt'),
      { name: 'score', dtype: 'float64', list: false },
      ...texts('tier', 'template', 'sources', 'origin'),
    ],
  ],
]);

/** Columns of a data file; undefined for what is no table, or packed. */
export function columnsOf(file: FileRecord, huggingface: readonly Column[]): readonly Column[] | undefined {
  if (file.rows === 0 || file.file.endsWith('.gz')) return undefined;
  return file.format === 'huggingface' ? huggingface : COLUMNS.get(file.format);
}

/** All columns of a format, for readers that refuse others; undefined where this table does not name them all. */
export function allColumns(format: string, huggingface: readonly Column[]): readonly Column[] | undefined {
  if (format === 'massive') return undefined;
  return format === 'huggingface' ? huggingface : COLUMNS.get(format);
}
