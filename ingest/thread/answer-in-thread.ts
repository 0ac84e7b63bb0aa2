// The inside of a thread that does one piece of work: one order, told step by step, one answer.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, failureReason } from '#db/model/errors.ts';

export type ThreadMessage<Done, Progress> = { readonly progress: Progress } | { readonly done: Done } | { readonly failure: string };

/** Does what the thread was begun for. `order` is what was handed to `runInThread`. */
export async function answerInThread<Order, Done, Progress = never>(
  work: (order: Order, tell: (progress: Progress) => void) => Promise<Done>,
): Promise<void> {
  const port = parentPort;
  if (port === null) throw new AppError('internal', 'this file runs in a worker thread only');
  const send = (message: ThreadMessage<Done, Progress>) => port.postMessage(message);
  try {
    send({ done: await work(workerData.order, (progress) => send({ progress })) });
  } catch (error) {
    send({ failure: failureReason(error) });
  }
}
