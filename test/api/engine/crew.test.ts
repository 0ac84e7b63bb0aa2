// Tests of crews: jobs are done by a thread, and what becomes of them where the thread fails, ends or takes too long.
import { afterEach, expect, it } from 'vitest';
import { type Crew, openCrew } from '#api/engine/crew.ts';

/** What the thread does with a job: doubles a number, or does what the word says. */
const script = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, job }) => {
  if (job === 'exit') process.exit(0);
  if (job === 'throw') setImmediate(() => { throw new Error('thrown'); });
  else if (typeof job === 'number') parentPort.postMessage({ id, done: job * 2 });
});
`;

let crew: Crew<number | string, number> | null = null;
afterEach(async () => await crew?.close());

function openDoubler(deadlineMs = 60_000): Crew<number | string, number> {
  crew = openCrew({ name: 'doubler', start: new URL(`data:text/javascript,${encodeURIComponent(script)}`), deadlineMs });
  return crew;
}

it('does each job, and answers each for itself', async () => {
  const doubler = openDoubler();
  expect(await Promise.all([doubler.run(1), doubler.run(2), doubler.run(3)])).toEqual([2, 4, 6]);
});

for (const [job, reason] of [
  ['exit', 'its thread ended'],
  ['throw', 'its thread failed'],
] as const)
  it(`refuses what waits where the thread is told to ${job}, and does the next with a new one`, async () => {
    const doubler = openDoubler();
    await expect(doubler.run(job)).rejects.toMatchObject({ code: 'unavailable', message: `the doubler stopped: ${reason}` });
    expect(await doubler.run(21)).toBe(42);
  });

it('gives up a job that takes too long', async () => {
  const doubler = openDoubler(200);
  await expect(doubler.run('sleep')).rejects.toMatchObject({ code: 'unavailable', message: 'the doubler took too long and was given up' });
});

it('refuses what waits when it is closed', async () => {
  const doubler = openDoubler();
  const [outcome] = await Promise.all([doubler.run('sleep').catch((error: unknown) => error), doubler.close()]);
  expect(outcome).toMatchObject({ code: 'unavailable', message: 'the doubler is closed' });
});
