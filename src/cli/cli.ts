/** What commands share. Only what is light: whatever opens a store or reads a file is loaded when it is called. */
export { CalqueCommand } from './command.js';
export type { EvaluationTask, ReportTable, TextTask } from './evaluating.js';
export { importFlags, languageFlag, sourcesFlag } from './flags.js';
export { ImportCommand } from './import-command.js';
export { mappingOf } from './mapping.js';
export { packageAnswer } from './package-answer.js';
export { numberAbove, shareOf, tagOf, tagsOf, tiersOf } from './parse.js';
export { parseShard } from './shard.js';
export { starterFilesFor, starterTags, starterTemplates } from './starter.js';
export { terminalWidth, useColour } from './terminal.js';
export { count, plural, truncate, visible } from './text.js';

// What opens stores and files, loaded when a command asks for it.
export const demonstration = () => import('./demo.js');
export const evaluation = () => import('./evaluating.js');
export const exporting = () => import('./export.js');
export const explanation = () => import('./explain.js');
export const formAnalysis = () => import('./analysis.js');
export const generation = () => import('./generate.js');
export const inflectionTest = () => import('./inflection-test.js');
export const inflection = () => import('./inflection.js');
export const languages = () => import('./language.js');
export const packaging = () => import('./packaging.js');
export const textDisplay = () => import('./show-text.js');
export const verification = () => import('./package-verify.js');
