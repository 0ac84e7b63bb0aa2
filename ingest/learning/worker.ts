// The thread that teaches: one order, told step by step, one answer.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import { teach } from './teach.ts';
import type { TeachMessage } from './teacher-protocol.ts';

const port = parentPort;
if (port === null) throw new AppError('internal', 'this file runs in a worker thread only');

const tell = (message: TeachMessage) => port.postMessage(message);
try {
  tell({ done: await teach(workerData, (progress) => tell({ progress })) });
} catch (error) {
  tell({ failure: error instanceof Error ? error.message : 'unknown reason' });
}
