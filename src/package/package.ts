import { conll } from './conll.js';
import { csv } from './csv.js';
import { fewShot } from './few-shot.js';
import type { PackageFormat } from './format.js';
import { homeAssistant } from './home-assistant.js';
import { huggingface } from './huggingface.js';
import { massive } from './massive.js';
import { rasa } from './rasa.js';
import { snips } from './snips.js';
import { textToText } from './text-to-text.js';
import { tokenClassification } from './token-classification.js';

export { compareRows, nextRelease, type RowHashes } from './check/changes.js';
export { type KnownSplit, RowCheck } from './check/check-rows.js';
export { CHECKS, type Check, type Fault, Faults } from './check/fault.js';
export { type FaultyLine, type FiledRow, rowText, slotText } from './check/filed-row.js';
export { ROW_READERS, type RowReader } from './check/read-rows.js';
export { tableRow } from './check/table-row.js';
export { FactsCounter } from './count-facts.js';
export * from './facts.js';
export * from './format.js';
export { type GuardedFile, type GuardedUtterance, LeakGuard } from './guard.js';
export { HUGGING_FACE_COLUMNS, HUGGING_FACE_SPLITS } from './huggingface.js';
export { keysOf, normalised, type RowKeys, templateKey } from './keys.js';
export { codeSwitched, isCodeSwitched, sampled, sourceRow, type TemplatesByName } from './mix.js';
export { checksums, readChecksums } from './papers/checksums.js';
export { licenceFile } from './papers/licence-text.js';
export { papersOf } from './papers/papers.js';
export type * from './papers/record.js';
export { quoted } from './quote.js';
export { preparedRow } from './row.js';
export { parseShares, SPLIT_SALT, type Split, type SplitOptions, splitRows } from './split.js';
export { type Balance, type Fate, Survey, type SurveyOptions } from './survey.js';

/** All formats that data sets are written in. A new one is a file here and a line below. */
export const PACKAGE_FORMATS: readonly PackageFormat[] = [
  massive,
  huggingface,
  conll,
  rasa,
  snips,
  homeAssistant,
  tokenClassification,
  textToText,
  fewShot,
  csv,
];
