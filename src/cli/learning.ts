import { availableParallelism } from 'node:os';
import {
  CURVE_SIZES,
  type CurvePoint,
  type LabelledUtterance,
  learningCurve,
  type TestedUtterance,
  trainAndTestAll,
} from '../evaluate/evaluate.js';
import type { Progress } from './progress.js';
import { plural } from './text.js';

type Rows = readonly LabelledUtterance[];

export interface Learning {
  readonly test: Rows;
  readonly seed: number;
  readonly progress: Progress;
}

/** A thread holds a few hundred megabytes: more of them would finish sooner and need a machine of another size. */
const MOST_THREADS = 4;
const threads = Math.min(MOST_THREADS, availableParallelism());

/** Trains on each set, tests on the same rows; answers bear the names of their sets. */
export async function learnAll(
  sets: ReadonlyMap<string, Rows>,
  { test, seed, progress }: Learning,
): Promise<Map<string, TestedUtterance[]>> {
  const trials = [...sets.values()].map((train) => ({ train, test }));
  const rows = trials.reduce((sum, { train }) => sum + train.length, 0);
  const work = () => trainAndTestAll(trials, { seed, threads });
  const answers = await ticking(progress, `training on ${plural(rows, 'row')}`, work);
  return new Map([...sets.keys()].map((name, i) => [name, answers[i] as TestedUtterance[]]));
}

/** What sets that are made grow to, beyond those that people label. */
const LARGE_SIZES = [...CURVE_SIZES, 10_000, 30_000];

/** Scores against the number of rows; and of templates, where rows say what they were made from. */
export async function ownCurves(train: Rows, { test, seed, progress }: Learning) {
  const options = { seed, threads, sizes: LARGE_SIZES };
  const made = train.some(({ template }) => template !== undefined);
  return ticking(progress, `training on parts of ${plural(train.length, 'row')}`, async () => ({
    rows: await learningCurve({ train, test }, options),
    templates: made ? await learningCurve({ train, test }, { ...options, unit: 'template' }) : [],
  }));
}

/** The learning curve of rows that people labelled, in the sizes in which such curves are published. */
export function humanCurve(train: Rows, { test, seed, progress }: Learning): Promise<CurvePoint[]> {
  const work = () => learningCurve({ train, test }, { seed, threads });
  return ticking(progress, `training on parts of ${plural(train.length, 'human row')}`, work);
}

/** Threads do the work meanwhile; the line is shown while they do. */
async function ticking<T>(progress: Progress, text: string, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => progress.update(() => text), 250);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    progress.done();
  }
}
