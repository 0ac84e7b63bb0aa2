// Complaints over the API: lists have as many entries as their figure, the proof shows its evidence, and what people say counts and is written down.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { complaintListShape, complaintLists, ladderShape, proofShape } from '#api/http/shapes/complaints.ts';
import { answerShape, rowsShape } from '#api/http/shapes/metric.ts';
import { day } from '#db/model/instant.ts';
import { findAudit } from '#db/store/audit.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { openComplaintScorer } from '#ingest/scores/complaint.ts';
import { combineScorers } from '#ingest/scores/index.ts';
import { scoreMessages } from '#ingest/stages/scored.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';

const now = monday + 30 * day;
let house: TestApp;
let cookie: string;

/** Somebody who asks, is answered after a while or not, and says something on the way. */
const told = (id: string, words: { channel?: string; customer?: string; at?: number; body: string; answered?: number }) =>
  incoming(id, {
    channel: words.channel ?? 'email',
    customerKey: `c1_${words.customer ?? id}`,
    messages: [
      incomingMessage(`${id}-1`, { body: words.body, at: words.at ?? monday }),
      ...(words.answered === undefined ? [] : [incomingReply(`${id}-2`, (words.at ?? monday) + words.answered)]),
    ],
  });

beforeAll(async () => {
  house = await openTestApp({ now, openEngine: (location, clock) => openEngine({ location, clock, inProcess: true }) });
  cookie = await house.signInAs('annotator');
  await saveSource(house.db, { id: 'mail', label: 'Mail', kind: 'file' });
  const scorers = combineScorers({ complaint: await openComplaintScorer() });
  const conversations = [
    told('ask', { body: 'Where is my transfer?', customer: 'one' }),
    told('post', { body: 'Three days and nobody replies', customer: 'one', channel: 'twitter', at: monday + 3 * day }),
    told('ask-2', { body: 'Where is my refund?', customer: 'two', answered: minute }),
    told('post-2', { body: 'Support never answers', customer: 'two', channel: 'twitter', at: monday + 2 * day }),
    told('post-3', { body: 'No reply from anybody', channel: 'twitter', at: monday + day }),
    told('formal', { body: 'This is a formal complaint', answered: day }),
    told('formal-2', { body: 'I have filed a complaint with the FCA', at: monday + day }),
    told('quiet', { body: 'How do I log in?' }),
  ];
  const stored = conversations.map((one) => scoreMessages(one, scorers).conversation);
  const stages = [
    ['complaint-acknowledged', 2],
    ['complaint-decided', 10],
  ] as const;
  const promises = stages.map(([stage, days]) => ({
    id: stage,
    label: stage,
    stage,
    channels: ['kind:email'],
    versions: [
      {
        promiseId: stage,
        version: 1,
        validFrom: null,
        type: 'calendar' as const,
        durationMs: days * day,
        workingDays: null,
        calendarId: 'always',
      },
    ],
  }));
  const settings = { ...plainSettings, promises: [...plainSettings.promises, ...promises] };
  await saveConversations(house.db, { sourceId: 'mail', conversations: stored, now: monday, settings });
  await house.deps.engine.refresh();
});
afterAll(() => house.close());

const ask = (method: string, path: string, body?: unknown) => house.ask(path, { method, cookie, body });
const range = 'from=2026-03-02&to=2026-03-12&zone=UTC';
const listOf = async (query: string) => await readAs(complaintListShape, await ask('GET', `/api/complaints?${range}&${query}`));
const figureOf = async (metric: string) => await readAs(answerShape, await ask('GET', `/api/metrics/${metric}?${range}`));
const idOf = async (externalId: string) => {
  const { complaints } = await listOf('');
  return complaints.find((one) => one.externalId === externalId)?.conversationId ?? '';
};

describe('complaints over the API', () => {
  it('list as many as the figure of their metric says, under any filter', async () => {
    for (const metric of complaintLists) {
      const { n, rows } = await readAs(rowsShape, await ask('GET', `/api/metrics/${metric}/rows?${range}`));
      const list = await listOf(`metric=${metric}`);
      expect([metric, list.n, list.complaints.map(({ conversationId }) => conversationId)]).toEqual([
        metric,
        n,
        rows.map(({ conversationId }) => conversationId),
      ]);
      expect((await figureOf(metric)).n).toBe(n);
    }
    expect((await listOf('complaint=formal')).complaints.map(({ externalId }) => externalId)).toEqual(['formal']);
    expect((await listOf('channel=twitter')).n).toBe(3);
  });

  it('judge both clocks: acknowledged in time, never decided, never acknowledged at all', async () => {
    expect(await figureOf('complaint-acknowledged')).toMatchObject({ n: 2, value: 0.5, answered: 1, waiting: 1, neverAnswered: 0 });
    expect(await figureOf('complaint-decided')).toMatchObject({ n: 2, value: 0, answered: 0, waiting: 2 });
    expect(await figureOf('complaint-overdue')).toMatchObject({ n: 3, value: 3 });
    const { complaints } = await listOf('complaint=formal');
    expect(complaints[0]?.clocks.map(({ stage, state }) => [stage, state])).toEqual([
      ['complaint-acknowledged', 'kept'],
      ['complaint-decided', 'overdue'],
    ]);
  });

  it('tell the shares of verdicts, those that nobody has confirmed apart', async () => {
    expect(await figureOf('no-reply-claims')).toMatchObject({
      n: 3,
      value: 1 / 3,
      parts: { 'true-open': 1, 'answered-open': 1, 'never-received-open': 1 },
    });
  });

  it('list the claims of one verdict, as many as its count, and name a list that has no verdicts', async () => {
    const lists = await Promise.all(
      (['true', 'half-true', 'answered', 'never-received'] as const).map(async (verdict) => {
        const { n, complaints } = await listOf(`metric=no-reply-claims&verdict=${verdict}`);
        return [verdict, n, complaints.map(({ claim }) => claim?.verdict)];
      }),
    );
    expect(lists).toEqual([
      ['true', 1, ['true']],
      ['half-true', 0, []],
      ['answered', 1, ['answered']],
      ['never-received', 1, ['never-received']],
    ]);
    expect((await ask('GET', `/api/complaints?${range}&metric=complaints&verdict=true`)).status).toBe(400);
  });

  it('show the ladder with the counts of the metrics', async () => {
    const ladder = await readAs(ladderShape, await ask('GET', `/api/complaints/ladder?${range}`));
    const { n, parts } = await figureOf('complaint-climbs');
    expect(ladder.rungs.map(({ rung, n: number, climbed, medianMs }) => [rung, number, climbed, medianMs])).toEqual([
      ['ticket', 3, 0, null],
      ['public', 3, 2, 2.5 * day],
      ['formal', 1, 0, null],
      ['regulator', 1, 0, null],
    ]);
    expect([n, parts]).toEqual([5, { none: 3, ticket: 2 }]);
    expect(ladder.moves).toEqual([{ from: 'ticket', to: 'public', n: 2, medianMs: 2.5 * day }]);
    expect(ladder.customers).toBe(2);
    const manager = await house.signInAs('support_manager');
    const step = `${range}&only=hit&complaint=public`;
    const lengths = [];
    for (const from of ['ticket', 'formal']) {
      const { n: listed, rows } = await readAs(rowsShape, await ask('GET', `/api/metrics/complaint-climbs/rows?${step}&part=from:${from}`));
      const file = await (await house.ask(`/api/metrics/complaint-climbs/export?${step}&part=from:${from}`, { cookie: manager })).text();
      lengths.push([listed, rows.length, file.trim().split('\n').length - 1]);
    }
    expect(lengths).toEqual([
      [2, 2, 2],
      [0, 0, 0],
    ]);
  });

  it('prove a claim with the requests of the customer and what each of them says', async () => {
    const proof = await readAs(proofShape, await ask('GET', `/api/complaints/${await idOf('post')}`));
    expect(proof.complaint.claim).toMatchObject({ verdict: 'true', isConfirmed: false });
    expect(proof.conversations.map(({ externalId, reasons, waits }) => [externalId, reasons, waits.map(({ says }) => says)])).toEqual([
      ['post', [], [null]],
      ['ask', ['same-customer'], ['true']],
    ]);
    const [message] = proof.conversations[0]?.messages ?? [];
    expect(message?.signs.map(({ start, end }) => message.body.slice(start, end))).toEqual(['nobody replies']);
    expect((await ask('GET', '/api/complaints/999')).status).toBe(404);
  });

  it('take the word of a person, redacted, and count it in every figure; the machine is not overwritten', async () => {
    const id = await idOf('post-3');
    const note = 'they wrote from [EMAIL] jane.doe@example.com';
    expect((await ask('POST', `/api/complaints/${id}/reviews`, { kind: 'verdict', value: 'half-true', note })).status).toBe(200);
    expect((await ask('POST', `/api/complaints/${await idOf('post-2')}/reviews`, { kind: 'rung', value: 'none' })).status).toBe(200);
    await house.deps.engine.refresh();
    expect(await figureOf('no-reply-claims')).toMatchObject({ n: 2, parts: { 'true-open': 1, 'half-true': 1 } });
    expect((await figureOf('complaints')).n).toBe(4);
    const { complaint, reviews } = await readAs(proofShape, await ask('GET', `/api/complaints/${id}`));
    expect(complaint.claim).toMatchObject({ verdict: 'half-true', machineVerdict: 'never-received', isConfirmed: true });
    expect(reviews).toHaveLength(1);
    expect(reviews[0]?.note).not.toContain('jane.doe');
    const entries = await findAudit(house.db);
    expect(
      entries.filter(({ action }) => action === 'complaint_reviewed').map(({ subject, details }) => [subject, details]),
    ).toContainEqual([id, { kind: 'verdict', value: 'half-true' }]);
  });

  it('refuse what is no rung, no verdict, or claims nothing', async () => {
    const id = await idOf('formal');
    for (const body of [
      { kind: 'rung', value: 'true' },
      { kind: 'verdict', value: 'true' },
      { kind: 'mood', value: 'none' },
    ]) {
      expect((await ask('POST', `/api/complaints/${id}/reviews`, body)).status).toBe(400);
    }
  });
});
