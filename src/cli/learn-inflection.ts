import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { encodePredictor, trainingRows, trainPredictor } from '../inflect/inflect.js';
import type { TableRow } from '../model/model.js';

/** Below this many rows a thread takes longer to start than it is worth. */
const WORTH_A_THREAD = 2000;

/** A thread runs compiled code only: where the sources are run as they are, there is none. */
const WORKER = import.meta.url.endsWith('.js') ? new URL('./learn-inflection-worker.js', import.meta.url) : undefined;

/** What a table teaches, as it is kept. */
export function learnFrom(rows: readonly TableRow[]): Uint8Array {
  return encodePredictor(trainPredictor(trainingRows(rows)));
}

/** The same in a thread of its own, so that an interrupt is heard meanwhile and progress is told. */
export async function learnInflection(rows: readonly TableRow[]): Promise<Uint8Array> {
  if (WORKER === undefined || rows.length < WORTH_A_THREAD) return learnFrom(rows);
  const worker = new Worker(WORKER, { workerData: rows });
  try {
    const [bytes] = (await once(worker, 'message')) as [Uint8Array];
    return bytes;
  } finally {
    await worker.terminate();
  }
}
