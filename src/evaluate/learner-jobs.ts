import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { trainIntents } from './intent-learner.js';
import { trainSlots } from './slot-learner.js';
import { tokenise } from './tokens.js';
import type { LabelledUtterance } from './utterance.js';

/** Train one learner, label these texts: what a thread is given. */
export interface LearnerJob {
  readonly kind: 'intents' | 'slots';
  readonly train: readonly LabelledUtterance[];
  readonly texts: readonly string[];
  readonly seed: number;
}

/** One answer a text: its intent, or the tags of its tokens. */
export type LearnerAnswer = readonly string[] | readonly (readonly string[])[];

export function runJob({ kind, train, texts, seed }: LearnerJob): LearnerAnswer {
  if (kind === 'intents') {
    const model = trainIntents(train, { seed });
    return texts.map((text) => model.predict(text).intent);
  }
  const model = trainSlots(train, { seed });
  return texts.map((text) => model.predict(tokenise(text).map((token) => token.text)));
}

/** Below this many training rows in all, a thread takes longer to start than to save. */
const WORTH_A_THREAD = 500;

/** Answers in the order of jobs. A job knows nothing of the others, so the number of threads changes no answer. */
export async function runJobs(jobs: readonly LearnerJob[], threads = availableParallelism()): Promise<LearnerAnswer[]> {
  const rows = jobs.reduce((sum, { train }) => sum + train.length, 0);
  const used = Math.min(threads, jobs.length);
  const worker = used < 2 || rows < WORTH_A_THREAD ? undefined : WORKER;
  if (worker === undefined) return jobs.map(runJob);
  const answers: LearnerAnswer[] = [];
  // The longest first: else one thread begins it when all others are done.
  const queue = [...jobs.keys()].sort((a, b) => size(jobs[b]) - size(jobs[a]) || a - b);
  await Promise.all(Array.from({ length: used }, () => work(new Worker(worker), queue, { jobs, answers })));
  return answers;
}

/** A thread runs compiled code only: where the sources are run as they are, there is one thread. */
const WORKER = import.meta.url.endsWith('.js') ? new URL('./learner-worker.js', import.meta.url) : undefined;

function size(job: LearnerJob | undefined): number {
  return job?.train.length ?? 0;
}

interface Work {
  readonly jobs: readonly LearnerJob[];
  readonly answers: LearnerAnswer[];
}

async function work(worker: Worker, queue: number[], { jobs, answers }: Work): Promise<void> {
  try {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const answer = once(worker, 'message');
      worker.postMessage(jobs[next]);
      answers[next] = (await answer)[0] as LearnerAnswer;
    }
  } finally {
    await worker.terminate();
  }
}
