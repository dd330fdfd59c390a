import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Evaluation } from './evaluation-result.js';
import { writeWhole } from './output.js';

const NAME = 'evaluation.json';

/**
 * Keeps a result in the run that was evaluated, beside those of its other languages and test files; returns where.
 * Undefined when no training file lies in a run.
 */
export function keepEvaluation(evaluation: Evaluation): string | undefined {
  const folder = evaluation.train.files
    .map(({ file }) => dirname(file))
    .find((path) => existsSync(join(path, 'run.json')));
  if (folder === undefined) return undefined;
  const path = join(folder, NAME);
  const others = kept(path).filter((each) => keyOf(each) !== keyOf(evaluation));
  writeWhole(path, `${JSON.stringify({ evaluations: [...others, evaluation] }, null, 2)}\n`);
  return path;
}

/** What was evaluated on what: the same again takes the place of the old result. */
function keyOf({ train, test }: Pick<Evaluation, 'train' | 'test'>): string {
  return JSON.stringify([train, test].map(({ files }) => files.map(({ file }) => file)));
}

/** A file that is not ours to read is overwritten: everything in it can be made again. */
function kept(path: string): Evaluation[] {
  if (!existsSync(path)) return [];
  try {
    const { evaluations } = JSON.parse(readFileSync(path, 'utf8')) as { evaluations?: unknown };
    return Array.isArray(evaluations) ? (evaluations as Evaluation[]) : [];
  } catch {
    return [];
  }
}
