// Figures say which of the sources that feed them were not read as they should have been, and only those.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { conversationListShape } from '#api/http/shapes/conversation.ts';
import { answerShape } from '#api/http/shapes/metric.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { addConnection, type ConnectionChange, changeConnection } from '#db/store/source-connections.ts';
import { saveSource } from '#db/store/sources.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { sampleConversations, sampleStart, saveSamples } from '#test/support/sample-conversations.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = sampleStart + 20 * day;
const iso = (at: number) => new Date(at).toISOString();

let house: TestApp;
let cookie: string;
beforeEach(async () => {
  house = await openTestApp({ now, openEngine: (location, clock) => openEngine({ location, clock, inProcess: true }) });
  // Mails come from a file that nobody reads again; the desk is read every hour, and speaks in chats alone.
  await saveSamples(house.db, now, 'mail');
  await saveSource(house.db, { id: 'desk', label: 'Help desk', kind: 'zendesk' });
  const chats = sampleConversations.filter(({ channel }) => channel === 'chat');
  await saveConversations(house.db, { sourceId: 'desk', conversations: chats.map((one) => ({ ...one, channel: 'desk-chat' })), now });
  await addConnection(house.db, {
    sourceId: 'desk',
    connector: 'zendesk',
    settings: {},
    secrets: null,
    intervalMs: hour,
    readFrom: sampleStart,
    addedAt: now - 10 * day,
    nextRunAt: null,
  });
  await house.deps.engine.refresh();
  cookie = await house.signInAs('viewer');
});
afterEach(() => house.close());

const change = async (changed: ConnectionChange) => await changeConnection(house.db, 'desk', changed);
const behindOf = async (question: string) => {
  const answer = await readAs(answerShape, await house.ask(`/api/metrics/${question}`, { cookie }));
  return answer.freshness.behind;
};
const stale = (lastDoneAt: number | null) => [
  { source: 'desk', label: 'Help desk', state: 'stale', lastDoneAt: lastDoneAt === null ? null : iso(lastDoneAt) },
];

describe('figures fed by a source that is behind', () => {
  it('say so, and the same figures say nothing while it is read in time', async () => {
    await change({ lastDoneAt: now - 3 * hour });
    expect(await behindOf('arrivals')).toEqual([]);
    await change({ lastDoneAt: now - 5 * hour });
    expect(await behindOf('arrivals')).toEqual(stale(now - 5 * hour));
    await change({ lastDoneAt: null });
    expect(await behindOf('overdue')).toEqual(stale(null));
  });

  it('say that it is new until it was read to its end for the first time', async () => {
    await change({ lastDoneAt: null });
    await house.db.query.update(house.db.tables.sourceConnection).set({ addedAt: now - hour });
    expect(await behindOf('arrivals')).toEqual([{ source: 'desk', label: 'Help desk', state: 'new', lastDoneAt: null }]);
    await change({ lastDoneAt: now - hour });
    expect(await behindOf('arrivals')).toEqual([]);
  });

  it('say that its last run failed, before it is stale', async () => {
    await change({ lastDoneAt: now - hour, failures: 1 });
    expect(await behindOf('first-response-time')).toEqual([
      { source: 'desk', label: 'Help desk', state: 'failing', lastDoneAt: iso(now - hour) },
    ]);
  });

  it('do not where somebody paused it, while a run that has begun changes nothing', async () => {
    await change({ lastDoneAt: now - 5 * hour, isPaused: true });
    expect(await behindOf('arrivals')).toEqual([]);
    await change({ isPaused: false });
    await house.db.query.update(house.db.tables.sourceConnection).set({ leaseOwner: 'somebody', leaseUntil: now + hour });
    expect(await behindOf('arrivals')).toEqual(stale(now - 5 * hour));
  });

  it('do not where their filters let nothing of it through', async () => {
    await change({ lastDoneAt: now - 5 * hour });
    const questions = [
      'arrivals?source=mail',
      'arrivals?channel=email',
      'arrivals?channel=desk-chat',
      'arrivals?source=desk',
      'arrivals?language=fr',
    ];
    expect(await Promise.all(questions.map(behindOf))).toEqual([[], [], stale(now - 5 * hour), stale(now - 5 * hour), []]);
  });

  it('do not where the source was read past all that they count', async () => {
    await change({ lastDoneAt: now - 5 * hour });
    const range = `from=${iso(sampleStart)}&to=${iso(sampleStart + 3 * day)}`;
    const past = `asOf=${iso(now - 6 * hour)}`;
    const questions = [`arrivals?${range}`, `first-response-time?${range}`, `overdue?${past}`];
    // Arrivals of those days are all known; an answer to them may have come since.
    expect(await Promise.all(questions.map(behindOf))).toEqual([[], stale(now - 5 * hour), []]);
  });
});

describe('a list of conversations', () => {
  const listed = async (query: string) => {
    const answer = await house.ask(`/api/conversations${query}`, { cookie: await manager() });
    return (await readAs(conversationListShape, answer)).behind;
  };
  let signedIn: Promise<string> | null = null;
  const manager = () => {
    signedIn ??= house.signInAs('support_manager');
    return signedIn;
  };

  it('says which of its sources are behind, by the same rule', async () => {
    await change({ lastDoneAt: now - hour });
    expect(await listed('')).toEqual([]);
    await change({ lastDoneAt: now - 5 * hour });
    const range = `from=${iso(sampleStart)}&to=${iso(sampleStart + 3 * day)}`;
    expect(await Promise.all(['', '?channel=email', '?channel=desk-chat', `?${range}`].map(listed))).toEqual([
      stale(now - 5 * hour),
      [],
      stale(now - 5 * hour),
      [],
    ]);
  });
});
