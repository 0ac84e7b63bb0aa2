// The inside of a thread that is kept: it opens what it needs once, and answers each question when its answer is there.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type ErrorCode, failureReason } from '#db/model/errors.ts';

export type Question<Asked> = { readonly id: number; readonly asked: Asked };
export type Reply<Told> = { readonly id: number } & ({ readonly told: Told } | { readonly code: ErrorCode; readonly message: string });

/** `open` gets what was handed to `keepThread` as its order. Where it fails every question does, with its reason. */
export function serveThread<Order, Asked, Told>(open: (order: Order) => Promise<(asked: Asked) => Promise<Told>>): void {
  const port = parentPort;
  if (port === null) throw new AppError('internal', 'this file runs in a worker thread only');
  const opened = open(workerData.order);
  // Told with each question, and not as a fault of the whole thread.
  opened.catch(() => undefined);
  const answer = async ({ id, asked }: Question<Asked>): Promise<Reply<Told>> => {
    try {
      const told = await (await opened)(asked);
      return { id, told };
    } catch (error) {
      return { id, code: error instanceof AppError ? error.code : 'internal', message: failureReason(error) };
    }
  };
  port.on('message', async (question: Question<Asked>) => port.postMessage(await answer(question)));
}
