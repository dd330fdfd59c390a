import { parentPort, workerData } from 'node:worker_threads';
import { type GroupRequest, groupDecoder } from './parquet-decode.js';

const decoder = groupDecoder(workerData as ArrayBuffer);

parentPort?.on('message', async (request: GroupRequest) => {
  try {
    const decode = await decoder;
    parentPort?.postMessage({ rows: await decode(request) });
  } catch (error) {
    parentPort?.postMessage({ reason: error instanceof Error ? error.message : '' });
  }
});
