import {
  type ComparedScore,
  compareHypotheses,
  compareParallel,
  type ParallelReport,
  type SpanScore,
} from '../evaluate/evaluate.js';
import type { LabelScore } from './evaluation-result.js';
import { programVersion } from './program.js';
import { readUtterances, type UtteranceFile } from './utterances.js';

export interface TextTask {
  readonly hypothesis: string;
  readonly reference: string;
  /** A second system. */
  readonly compare?: string | undefined;
  readonly format?: string | undefined;
  readonly seed: number;
}

/** What `evaluate --hypothesis --reference --json` answers; scores of text are 0..100, as the field writes them. */
export interface TextEvaluation extends Omit<ParallelReport, 'values'> {
  readonly hypothesis: UtteranceFile;
  readonly reference: UtteranceFile;
  readonly seed: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly values: { readonly all: SpanScore; readonly slots: readonly LabelScore[] };
  readonly compare?: { readonly file: UtteranceFile; readonly differences: readonly ComparedScore[] };
}

/** How close rows are to what people wrote for the same ids. */
export async function compareTexts(task: TextTask): Promise<TextEvaluation> {
  const { format, seed } = task;
  const read = async (file: string) => {
    const { files, rows } = await readUtterances([file], { format });
    return { file: files[0] as UtteranceFile, rows };
  };
  const hypothesis = await read(task.hypothesis);
  const reference = await read(task.reference);
  const other = task.compare === undefined ? undefined : await read(task.compare);
  const { values, ...report } = compareParallel(hypothesis.rows, reference.rows, { seed });
  const systems = other && { a: hypothesis.rows, b: other.rows, reference: reference.rows };
  return {
    ...report,
    hypothesis: hypothesis.file,
    reference: reference.file,
    seed,
    versions: { calque: programVersion(), node: process.versions.node },
    values: { all: values.all, slots: [...values.slots].map(([label, score]) => ({ label, ...score })) },
    ...(other && systems && { compare: { file: other.file, differences: compareHypotheses(systems, { seed }) } }),
  };
}
