// Answers on their way: kept until the server has them, in their order, whatever happens in between.
import { describe, expect, it } from 'vitest';
import type { Answered } from '../../../dashboard/src/lib/annotate/ask.ts';
import { type Errand, openOutbox, parseErrands } from '../../../dashboard/src/lib/annotate/outbox.ts';

const answered: Answered = { label: 'neg', machine: { label: 'neu', confidence: 0.5, words: [] }, gold: null };
const errand = (clientKey: string, taskId = 1): Errand => ({
  does: 'answer',
  clientKey,
  answer: { clientKey, taskId, label: 'neg', isFlagged: false, comment: null, tookMs: 1 },
});

/** A server that answers as the script says, one word an attempt; then it takes everything. */
function openDesk(script: readonly ('down' | 'refuse')[] = [], shelved: string | null = null) {
  const steps = [...script];
  const desk = { shelf: shelved, sent: [] as string[], refused: [] as string[], answered: [] as string[], pauses: [] as number[] };
  const outbox = openOutbox({
    shelf: {
      read: () => desk.shelf,
      write: (text) => {
        desk.shelf = text;
      },
    },
    send: async ({ clientKey, does }) => {
      const step = steps.shift();
      if (step !== undefined) throw new Error(step);
      desk.sent.push(`${does} ${clientKey}`);
      return does === 'answer' ? answered : null;
    },
    isPassing: (problem) => problem instanceof Error && problem.message === 'down',
    pause: async (ms) => {
      desk.pauses.push(ms);
    },
    onchange: () => undefined,
    onanswered: (clientKey) => desk.answered.push(clientKey),
    onrefused: (one) => desk.refused.push(one.clientKey),
  });
  const empty = () => expect.poll(() => outbox.waiting()).toBe(0);
  return { desk, outbox, empty };
}

describe('answers on their way', () => {
  it('are on the shelf before they are sent, and off it when the server has them', async () => {
    const { desk, outbox, empty } = openDesk();
    outbox.add(errand('a'));
    expect(parseErrands(desk.shelf).map(({ clientKey }) => clientKey)).toEqual(['a']);
    expect(outbox.taskIds()).toEqual([1]);
    await empty();
    expect([desk.shelf, desk.answered, outbox.taskIds()]).toEqual(['[]', ['a'], []]);
  });

  it('are sent in their order, also where an answer is taken back while the server is down', async () => {
    const { desk, outbox, empty } = openDesk(['down', 'down', 'down']);
    outbox.add(errand('a'));
    outbox.add({ does: 'undo', clientKey: 'a' });
    outbox.add(errand('b', 2));
    await empty();
    expect(desk.sent).toEqual(['answer a', 'undo a', 'answer b']);
    expect(desk.pauses).toEqual([500, 1000, 2000]);
  });

  it('are put away and told of where the server will not have them, and the next one goes on', async () => {
    const { desk, outbox, empty } = openDesk(['refuse']);
    outbox.add(errand('a'));
    outbox.add(errand('b', 2));
    await empty();
    expect([desk.refused, desk.sent]).toEqual([['a'], ['answer b']]);
  });

  it('are taken up from an earlier visit, and a damaged shelf is an empty one', async () => {
    const { desk, outbox, empty } = openDesk([], JSON.stringify([errand('left')]));
    expect(outbox.waiting()).toBe(1);
    outbox.flush();
    await empty();
    expect(desk.sent).toEqual(['answer left']);
    expect(['{', '{}', '[1, {"does":"dance"}]', null].map(parseErrands)).toEqual([[], [], [], []]);
  });
});
