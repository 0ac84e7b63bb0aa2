// The thread that teaches: gives what teaching in place gives, tells how far it is, and ends when it is told to.
import { expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { teach } from '#ingest/learning/teach.ts';
import { teachInThread } from '#ingest/learning/teacher.ts';
import { plantedConversations } from '#test/support/planted-wording.ts';

const order = { field: 'category', taxonomy: null, live: null, conversations: plantedConversations({ count: 150 }) } as const;

it('teaches in a thread of its own as it does in place, step by step', async () => {
  const stages = new Set<string>();
  const inThread = await teachInThread({ order, onProgress: ({ stage }) => stages.add(stage), signal: new AbortController().signal });
  expect(inThread).toEqual(await teach(order));
  expect([...stages]).toEqual(['reading', 'fitting', 'measuring']);
});

it('ends at once when it is stopped, also before it begins', async () => {
  const stopping = new AbortController();
  const run = teachInThread({ order, onProgress: () => stopping.abort(new AppError('unavailable', 'stopped')), signal: stopping.signal });
  await expect(run).rejects.toMatchObject({ message: 'stopped' });
  await expect(teachInThread({ order, onProgress: () => undefined, signal: stopping.signal })).rejects.toMatchObject({
    message: 'stopped',
  });
});
