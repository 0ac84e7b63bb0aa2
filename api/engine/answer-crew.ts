// The side of a crew's thread: takes jobs, and answers each with what came of it.
import { parentPort } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import type { CrewMessage, CrewReply } from './crew.ts';
import { toFailure } from './failure.ts';

/** Answers every job of this thread by `work`; what it throws goes back as a failure with its code. */
export function answerCrew<Job, Done>(name: string, work: (job: Job) => Done | Promise<Done>): void {
  const port = parentPort;
  if (port === null) throw new AppError('internal', `the ${name} runs in a worker thread only`);
  port.on('message', ({ id, job }: CrewMessage<Job>) => {
    // Also what is thrown before anything is waited for becomes a failure of the job, not of the thread.
    const answer = async (): Promise<Done> => await work(job);
    answer().then(
      (done) => port.postMessage({ id, done } satisfies CrewReply<Done>),
      (error: unknown) => port.postMessage({ id, failure: toFailure(error, `the ${name} did not say why`) } satisfies CrewReply<Done>),
    );
  });
}
