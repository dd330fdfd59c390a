import type { SourceKind } from '../model/model.js';
import { lexiconReaders } from './lexicon/lexicon.js';
import type { Reader } from './reader.js';
import { tableReaders } from './table/table.js';
import { templateReaders } from './template/template.js';
import { typologyReaders } from './typology/typology.js';
import { valueReaders } from './value/value.js';

/** What one can be told of a format without a file. */
export interface Format {
  readonly kind: SourceKind;
  readonly id: string;
  readonly title: string;
  readonly extensions: readonly string[];
  readonly specification: string;
  readonly carries: readonly string[];
}

const REGISTRIES: readonly (readonly [SourceKind, readonly Reader[]])[] = [
  ['lexicon', lexiconReaders],
  ['table', tableReaders],
  ['template', templateReaders],
  ['value', valueReaders],
  ['typology', typologyReaders],
];

/** Facts of all formats that can be read, for lists and pages. */
export function formats(): readonly Format[] {
  return REGISTRIES.flatMap(([kind, readers]) =>
    readers.map(({ id, title, extensions, specification = '', carries }) => {
      return { kind, id, title, extensions, specification, carries };
    }),
  );
}
