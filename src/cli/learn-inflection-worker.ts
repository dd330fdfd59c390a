import { parentPort, workerData } from 'node:worker_threads';
import type { TableRow } from '../model/model.js';
import { learnFrom } from './learn-inflection.js';

parentPort?.postMessage(learnFrom(workerData as readonly TableRow[]));
