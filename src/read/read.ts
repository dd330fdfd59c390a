export { detect, type OtherKind, otherKind } from './detect.js';
export { type Format, formats } from './formats.js';
export { openInput } from './input.js';
export { checkDirection, type DirectionSample, LEAST_KNOWN_WORDS } from './lexicon/direction.js';
export { lexiconReaders } from './lexicon/lexicon.js';
export { nameSaysLanguage } from './name.js';
export type {
  Input,
  ItemFile,
  LexiconFile,
  LexiconPart,
  LexiconReader,
  PartSource,
  Reader,
  ReadOptions,
  Stated,
  TableReader,
  TemplateReader,
  TextReader,
  TypologyReader,
  ValueReader,
} from './reader.js';
export type { Remark } from './remarks.js';
export { tableReaders } from './table/table.js';
export { spelledBundle } from './table/unimorph-schema.js';
export { templateReaders } from './template/template.js';
export { joinedFormat } from './text/joined.js';
export { textReaders } from './text/text.js';
export { typologyReaders } from './typology/typology.js';
export { valueReaders } from './value/value.js';
export { type Skipped, type Walk, walkInputs } from './walk.js';
