// Scores over HTTP: filters of the list, and one conversation with the evidence of every score.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conversationListShape, conversationShape } from '#api/http/shapes/conversation.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { scoreMessages } from '#ingest/stages/scored.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { incoming, incomingMessage, minute, monday } from '#test/support/incoming.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';

let house: TestApp;
let cookie: string;

beforeAll(async () => {
  house = await openTestApp({ now: monday + 30 * minute });
  cookie = await house.signInAs('support_manager');
  await saveSource(house.db, { id: 'mail', label: 'Mail', kind: 'file' });
  const one = (id: string, body: string) =>
    scoreMessages(incoming(id, { messages: [incomingMessage(`${id}1`, { body })] }), standInScorers).conversation;
  const conversations = [one('stuck', 'my deposit is stuck'), one('calm', 'great, thanks')];
  await saveConversations(house.db, { sourceId: 'mail', conversations, now: monday });
});
afterAll(async () => {
  await house.close();
});

const list = async (query: string) => await readAs(conversationListShape, await house.ask(`/api/conversations${query}`, { cookie }));

it('find conversations by mood, urgency and category', async () => {
  const ids = async (query: string) => (await list(query)).conversations.map(({ externalId }) => externalId);
  expect(await ids('?sentiment=neg')).toEqual(['stuck']);
  expect(await ids('?sentiment=neg&sentiment=pos')).toHaveLength(2);
  expect(await ids('?urgency=high&urgency=critical')).toEqual(['stuck']);
  expect(await ids('?category=deposit.late')).toEqual(['stuck']);
  expect(await ids('?risk=secret-exposed')).toEqual([]);
});

it('stand on every row of the list', async () => {
  const [row] = (await list('?sentiment=neg')).conversations;
  expect([row?.sentiment, row?.sentimentScore, row?.category, row?.urgency, row?.risks]).toEqual([
    'neg',
    expect.closeTo(-0.7, 6),
    'deposit.late',
    { level: 'high', reasons: ['funds-stuck'] },
    [],
  ]);
});

it('come with evidence and version in the detail', async () => {
  const [row] = (await list('?sentiment=neg')).conversations;
  const found = await readAs(conversationShape, await house.ask(`/api/conversations/${row?.id}`, { cookie }));
  expect([found.scorer, found.scoredCategory, found.sourceCategory, found.sentimentOpening]).toEqual([
    standInScorers.version,
    'deposit.late',
    null,
    expect.closeTo(-0.7, 6),
  ]);
  const [message] = found.messages;
  const [highlight] = message?.score?.evidence.sentiment ?? [];
  expect(message?.score?.probabilities).toEqual({ neg: 0.8, neu: 0.1, pos: 0.1 });
  expect(message?.body.slice(highlight?.start, highlight?.end)).toBe('stuck');
});

it('move with time alone: what waits grows more urgent while nothing new comes in', async () => {
  const urgencyAt = async (at: number) => {
    house.setClock(at);
    const rows = (await list('')).conversations;
    const listed = Object.fromEntries(rows.map(({ externalId, urgency }) => [externalId, urgency]));
    const found = (await list('?urgency=critical')).conversations.map(({ externalId }) => externalId);
    return { stuck: listed.stuck, found };
  };
  const [row] = (await list('?sentiment=neg')).conversations;
  const detail = await readAs(conversationShape, await house.ask(`/api/conversations/${row?.id}`, { cookie }));
  const due = Date.parse(detail.waits[0]?.dueAt ?? '');
  expect(due).toBeGreaterThan(monday + 60 * minute);
  expect([await urgencyAt(due - 61 * minute), await urgencyAt(due - minute), await urgencyAt(due + 1)]).toEqual([
    { stuck: { level: 'high', reasons: ['funds-stuck'] }, found: [] },
    { stuck: { level: 'critical', reasons: ['funds-stuck', 'due-soon'] }, found: ['stuck'] },
    { stuck: { level: 'critical', reasons: ['funds-stuck', 'overdue'] }, found: ['stuck'] },
  ]);
});
