// A real Request Tracker 5: tickets are created, answered, merged and closed there, and read from it by the command line.
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDb } from '#db/open.ts';
import { findConversations, getConversation } from '#db/store/conversations.ts';
import { removeFolder, runCommand, temporaryFolder } from '#test/support/running-server.ts';
import { isRequestTrackerInstalled, type RequestTracker, startRequestTracker } from './request-tracker.ts';

const idOf = (answer: unknown) => String(z.object({ id: z.coerce.string() }).parse(answer).id);
const historyShape = z.object({ items: z.array(z.object({ id: z.coerce.number(), Type: z.string(), Created: z.string() })) });

// It renders pages with Perl: on a busy machine an answer may take seconds.
describe.skipIf(!isRequestTrackerInstalled)('Request Tracker 5 of Debian', { timeout: 300_000 }, () => {
  let tracker: RequestTracker;
  const folder = temporaryFolder();
  const tickets: string[] = [];
  const cli = (...args: readonly string[]) => runCommand(folder, args, { HUIYIN_ALLOW_HOSTS: tracker.host });
  const counts = () => {
    const { stdout, stderr, status } = cli('sync', 'desk', '--json');
    expect([status, stderr]).toEqual([0, '']);
    const [told] = z.array(z.looseObject({ fetched: z.number() })).parse(JSON.parse(stdout));
    return told;
  };
  const openStore = () => openDb(path.join(folder, 'huiyin.db'));
  const stored = async (ticket: string) => {
    const db = await openStore();
    const head = (await findConversations(db, { limit: 1000 })).conversations.find(({ externalId }) => externalId === ticket);
    const whole = await getConversation(db, head?.id ?? 0);
    await db.close();
    return whole;
  };

  beforeAll(async () => {
    tracker = await startRequestTracker();
    const texts = ['提现 30 小时还没到账，请帮忙查一下', 'My deposit has not arrived', 'Mein Konto ist gesperrt', 'Le retrait est bloqué'];
    for (const [index, text] of texts.entries()) {
      const ticket = { Queue: 'General', Subject: `Help ${index}: ${text}`, Requestor: `jo${index}@example.org`, Content: text };
      tickets.push(idOf(await tracker.ask('POST', 'ticket', ticket)));
    }
    const say = (index: number, how: 'correspond' | 'comment', text: string) =>
      tracker.ask('POST', `ticket/${tickets[index]}/${how}`, { Content: text, ContentType: 'text/plain' });
    await say(0, 'comment', 'Looks like the node is behind.');
    await say(0, 'correspond', '我们正在核对，请稍等。');
    await say(1, 'correspond', 'It is on its way.');
    await tracker.ask('PUT', `ticket/${tickets[1]}`, { Status: 'resolved' });
    const settings = ['--set', `url=${tracker.url}`, '--set', `token=${tracker.token}`];
    expect(cli('sources', 'add', 'request-tracker', 'desk', ...settings).stderr).toBe('');
  }, 180_000);
  afterAll(async () => {
    await tracker.stop();
    removeFolder(folder);
  });

  it('is tested without changing anything', () => {
    expect(cli('sources', 'test', 'desk').stdout).toMatch(/^found: Request Tracker 5\.\d/);
  });

  it('gives every ticket once, and the second time nothing new', () => {
    const first = counts();
    expect(first).toMatchObject({ updated: 0, rejected: 0, failure: null });
    expect(first?.inserted).toBe(tickets.length);
    expect(counts()).toMatchObject({ inserted: 0, updated: 0, rejected: 0, failure: null });
  });

  it('gives messages with the times of its own history, comments as private notes, and the close', async () => {
    const { messages, status } = await stored(tickets[0] ?? '');
    expect(messages.map(({ actor, visibility, body }) => [actor, visibility, body])).toEqual([
      ['customer', 'public', '提现 30 小时还没到账，请帮忙查一下'],
      ['agent', 'private', 'Looks like the node is behind.'],
      ['agent', 'public', '我们正在核对，请稍等。'],
    ]);
    expect(status).toBe('open');
    const { items } = historyShape.parse(await tracker.ask('GET', `ticket/${tickets[0]}/history?fields=Type,Created&per_page=100`));
    const spoken = items.filter(({ Type }) => ['Create', 'Comment', 'Correspond'].includes(Type)).sort((a, b) => a.id - b.id);
    expect(messages.map(({ at }) => at)).toEqual(spoken.map(({ Created }) => Date.parse(Created)));
    expect((await stored(tickets[1] ?? '')).status).toBe('solved');
  });

  it('agrees with the first response that its history tells', async () => {
    const { waits } = await stored(tickets[1] ?? '');
    const { items } = historyShape.parse(await tracker.ask('GET', `ticket/${tickets[1]}/history?fields=Type,Created&per_page=100`));
    const timeOf = (type: string) => Date.parse(items.find(({ Type }) => Type === type)?.Created ?? '');
    expect(waits.map(({ state, calendarMs }) => [state, calendarMs])).toEqual([['answered', timeOf('Correspond') - timeOf('Create')]]);
  });

  it('gives what is said later, and a merge: the merged ticket is no second customer', async () => {
    await tracker.ask('PUT', `ticket/${tickets[3]}`, { MergeInto: Number(tickets[2]) });
    await tracker.ask('POST', `ticket/${tickets[2]}/correspond`, {
      Content: 'Bitte senden Sie uns die Adresse.',
      ContentType: 'text/plain',
    });
    expect(counts()).toMatchObject({ inserted: 0, rejected: 0, failure: null });
    const { messages } = await stored(tickets[2] ?? '');
    expect(messages.map(({ body }) => body)).toContain('Bitte senden Sie uns die Adresse.');
    expect((await stored(tickets[3] ?? '')).exclusion).toBe('merged_into');
  });
});
