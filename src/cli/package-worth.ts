import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CalqueError } from '../model/model.js';
import type { WorthRecord } from '../package/package.js';
import type { Evaluation } from './evaluation-result.js';

/** What `evaluate` has left in the folder of a run. */
export function worthOf(folder: string): WorthRecord[] {
  const file = join(folder, 'evaluation.json');
  if (!existsSync(file)) return [];
  try {
    const { evaluations } = JSON.parse(readFileSync(file, 'utf8')) as { evaluations: Evaluation[] };
    return evaluations.map(({ train, test, intent, slots, exact }) => ({
      train: train.files.map(({ file }) => basename(file)),
      test: test.files.map(({ file }) => basename(file)),
      trainRows: train.rows,
      testRows: test.rows,
      intent: intent.accuracy,
      slots: slots.f1,
      exact: exact.accuracy,
    }));
  } catch (cause) {
    throw new CalqueError('input', 'is not what calque evaluate wrote', { place: { file }, cause });
  }
}
