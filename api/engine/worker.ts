// The worker thread: loads the columns and answers requests, so that no scan ever holds the server's own thread.
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import { carryOut } from './carry-out.ts';
import { type Desk, openDesk } from './desk.ts';
import { toFailure } from './failure.ts';
import type { Ready, Reply, Request, Result, Said, WorkerStart } from './protocol.ts';
import { stopped } from './stopped.ts';

const { location, keepFile, stops }: WorkerStart = workerData;

async function resultOf(desk: Desk, request: Request): Promise<Result> {
  const checkStop = () => {
    if (Atomics.load(stops, request.slot) !== 0) throw stopped();
  };
  // A request that was given up while it waited is not begun.
  checkStop();
  return await carryOut(desk, request, checkStop);
}

async function serve(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new AppError('internal', 'this file runs in a worker thread only');
  const send = (message: Ready | Reply | Said) => port.postMessage(message);
  let desk: Desk;
  try {
    const keep = keepFile === null ? undefined : { file: keepFile, newMark: randomUUID };
    desk = await openDesk({ location, keep, say: (said, isFailure) => send({ said, isFailure }) });
  } catch (error) {
    send({ ready: false, error: toFailure(error, 'the engine failed') });
    return;
  }
  port.on('message', (request: Request) => {
    resultOf(desk, request).then(
      (result) => {
        send({ id: request.id, result });
        if (request.want === 'close') port.close();
      },
      (error: unknown) => send({ id: request.id, error: toFailure(error, 'the engine failed') }),
    );
  });
  send({ ready: true });
}

await serve();
