/** What `evaluate` needs, loaded when it runs. */
export { evaluate } from './evaluation.js';
export { keepEvaluation } from './evaluation-record.js';
export type { EvaluationTask } from './evaluation-sets.js';
export { evaluationTables } from './evaluation-tables.js';
export { writeWhole } from './output.js';
export { overlapText } from './overlap-report.js';
export { plotEvaluation } from './plot.js';
export type { ReportTable } from './report-table.js';
export { compareTexts, type TextTask } from './text-comparison.js';
export { textTables } from './text-tables.js';
