import type { SourceKind } from '../model/model.js';
import { lexiconReaders } from './lexicon/lexicon.js';
import type { Reader } from './reader.js';
import { tableReaders } from './table/table.js';
import { templateReaders } from './template/template.js';
import { textReaders } from './text/text.js';
import { typologyReaders } from './typology/typology.js';
import { valueReaders } from './value/value.js';

/** The readers of each kind. */
export const REGISTRIES: readonly (readonly [SourceKind, readonly Reader[]])[] = [
  ['lexicon', lexiconReaders],
  ['table', tableReaders],
  ['template', templateReaders],
  ['value', valueReaders],
  ['typology', typologyReaders],
  ['text', textReaders],
];
