import { parentPort } from 'node:worker_threads';
import { type LearnerJob, runJob } from './learner-jobs.js';

parentPort?.on('message', (job: LearnerJob) => parentPort?.postMessage(runJob(job)));
