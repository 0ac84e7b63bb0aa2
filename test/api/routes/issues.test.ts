// Issues over the API: their numbers are those of the metrics, people put them right, and every edit is written down.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { conversationListShape } from '#api/http/shapes/conversation.ts';
import { loopShape, toTellShape } from '#api/http/shapes/issue-loop.ts';
import { issueCostShape, issueMadeShape, issueMembersShape, issueShape, issuesShape, regroupingShape } from '#api/http/shapes/issues.ts';
import { answerShape } from '#api/http/shapes/metric.ts';
import { day } from '#db/model/instant.ts';
import { findAudit } from '#db/store/audit.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';

const now = monday + 10 * day;
let house: TestApp;
let cookie: string;

const syncs = [
  'My watch does not sync with the phone any more since v7.12',
  'Since the update to v7.12 my watch refuses to sync with the phone',
  'La montre ne se synchronise plus avec mon téléphone',
  'the watch will not sync, the phone says it failed',
  'Die Uhr lässt sich nicht mehr mit dem Handy synchronisieren',
  'syncing the watch with my phone is broken',
];

beforeAll(async () => {
  house = await openTestApp({ now, openEngine: (location, clock) => openEngine({ location, clock, inProcess: true }) });
  cookie = await house.signInAs('annotator');
  await saveSource(house.db, { id: 'mail', label: 'Mail', kind: 'file' });
  const conversations = syncs.map((body, at) =>
    incoming(`c${at}`, {
      channel: at < 2 ? 'chat' : 'email',
      language: at === 2 ? 'fr' : 'en',
      customerKey: `c1_${at}`,
      messages: [
        incomingMessage('m', { body, at: monday + at * day, authorKey: `c1_${at}` }),
        incomingReply('r', monday + at * day + minute, 'Wang Fang', { body: 'Please try to pair it again' }),
      ],
    }),
  );
  await saveConversations(house.db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  await house.deps.issues.placeNew();
  await house.deps.engine.refresh();
});
afterAll(() => house.close());

const ask = (method: string, path: string, body?: unknown) => house.ask(path, { method, cookie, body });
const range = 'from=2026-03-02&to=2026-03-12&zone=UTC';

describe('issues over the API', () => {
  it('say as many conversations as arrivals do, under any filter, and list the same rows', async () => {
    for (const [filter, n] of [
      ['', 6],
      ['&channel=chat', 2],
      ['&language=fr', 1],
    ] as const) {
      const { issues, conversations } = await readAs(issuesShape, await ask('GET', `/api/issues?${range}${filter}`));
      const [row] = issues;
      const arrivals = await readAs(answerShape, await ask('GET', `/api/metrics/arrivals?${range}${filter}&issue=issue-1`));
      const listed = await readAs(conversationListShape, await ask('GET', `/api/conversations?${range}${filter}&issue=issue-1`));
      expect([row?.conversations, row?.customers, arrivals.n, listed.n, conversations]).toEqual([n, n, n, n, n]);
    }
    expect((await readAs(answerShape, await ask('GET', `/api/metrics/arrivals?${range}&issue=none`))).n).toBe(0);
  });

  it('are told in full: who, where, in which versions, in whose words, at what cost', async () => {
    const issue = await readAs(issueShape, await ask('GET', `/api/issues/issue-1?${range}`));
    expect(issue).toMatchObject({
      id: 'issue-1',
      labelBy: 'machine',
      conversations: 6,
      before: 0,
      customers: 6,
      copies: 0,
      firstAt: '2026-03-02T02:00:00.000Z',
      costMs: 6 * 6 * minute,
      versions: [{ value: '7.12', customers: 2, conversations: 2 }],
      history: [{ action: 'born', actor: 'machine' }],
    });
    expect(issue.languages.map(({ value, customers }) => [value, customers])).toEqual([
      ['en', 5],
      ['fr', 1],
    ]);
    expect(syncs).toContain(issue.quotes[0]?.text);
    const { n, members } = await readAs(issueMembersShape, await ask('GET', '/api/issues/issue-1/conversations?limit=2'));
    expect([n, members.map(({ conversationId }) => conversationId)]).toEqual([6, ['6', '5']]);
    expect((await ask('GET', '/api/issues/issue-99')).status).toBe(404);
  });

  it('are renamed, ignored, split, moved and merged by people, and all of it is in the audit log', async () => {
    expect((await ask('PATCH', '/api/issues/issue-1', { label: 'Watch does not sync', isIgnored: true })).status).toBe(200);
    expect((await ask('PATCH', '/api/issues/issue-1', {})).status).toBe(400);
    const { id } = await readAs(issueMadeShape, await ask('POST', '/api/issues/issue-1/split', { conversations: ['3'], label: 'Montre' }));
    expect((await ask('POST', '/api/issue-moves', { conversations: ['1'], to: id })).status).toBe(200);
    await house.deps.engine.refresh();
    const arrivalsOf = async (issue: string) => (await readAs(answerShape, await ask('GET', `/api/metrics/arrivals?issue=${issue}`))).n;
    expect([await arrivalsOf('issue-1'), await arrivalsOf(id)]).toEqual([4, 2]);
    expect((await ask('POST', `/api/issues/${id}/merge`, { into: 'issue-1' })).status).toBe(200);
    await house.deps.engine.refresh();
    expect([await arrivalsOf('issue-1'), await arrivalsOf(id)]).toEqual([6, 0]);
    const merged = await readAs(issueShape, await ask('GET', `/api/issues/${id}`));
    expect([merged.id, merged.label, merged.isIgnored]).toEqual(['issue-1', 'Watch does not sync', true]);
    expect((await findAudit(house.db)).map(({ action }) => action).filter((action) => action.startsWith('issue_'))).toEqual([
      'issue_merged',
      'issue_moved',
      'issue_split',
      'issue_ignored',
      'issue_renamed',
    ]);
  });

  it('go round the loop: accepted, fixed, customers told, and every reader hears of it', async () => {
    const fixedAt = '2026-03-05T02:30:00.000Z';
    const change = {
      state: 'fixed',
      owner: 'Ann',
      targetDay: '2026-03-09',
      link: 'https://github.com/a/b/issues/1',
      fixedIn: '7.12.1',
      fixedAt,
    };
    expect((await ask('PATCH', '/api/issues/issue-1', { state: 'accepted' })).status).toBe(200);
    expect((await ask('PATCH', '/api/issues/issue-1', change)).status).toBe(200);
    for (const wrong of [{ link: 'javascript:alert(1)' }, { state: 'nowhere' }, { fixedAt: '2027-01-01T00:00:00Z' }])
      expect((await ask('PATCH', '/api/issues/issue-1', wrong)).status).toBe(400);
    await house.deps.engine.refresh();
    const share = async () => {
      const { n, value, parts } = await readAs(answerShape, await ask('GET', '/api/metrics/told-share?issue=issue-1'));
      return { n, value, parts };
    };
    expect(await share()).toEqual({ n: 4, value: 0, parts: { 'to-tell': 4 } });
    const { n, customers } = await readAs(toTellShape, await ask('GET', '/api/issues/issue-1/customers'));
    expect([n, customers.map(({ conversationId, channel }) => [conversationId, channel])]).toEqual([
      4,
      [
        ['4', 'email'],
        ['3', 'email'],
        ['2', 'chat'],
        ['1', 'chat'],
      ],
    ]);
    expect((await ask('POST', '/api/issues/issue-1/told', { conversations: ['1', '3', '6'] })).status).toBe(200);
    await house.deps.engine.refresh();
    expect(await share()).toEqual({ n: 4, value: 0.5, parts: { told: 2, 'to-tell': 2 } });
    const loop = await readAs(loopShape, await ask('GET', '/api/issues/issue-1/loop'));
    expect(loop).toMatchObject({ state: 'fixed', owner: 'Ann', fixedIn: '7.12.1', fixedAt, customers: 4, told: 2 });
    expect(loop.clock.map(({ step, sinceMs }) => [step, sinceMs === null ? null : sinceMs / day])).toEqual([
      ['seen', 0],
      ['accepted', 10],
      ['with-product', null],
      ['fixed', expect.closeTo(3.02, 2)],
      ['told', null],
    ]);
    // The first instant itself lies outside of the days before, as every beginning of a range of rates does.
    expect(loop.recurrence).toMatchObject({ before: 3, after: 2 });
    const { ratio = null, before = 0, beforeDays = 1, after = 0, afterDays = 1 } = loop.recurrence ?? {};
    expect(ratio).toBeCloseTo(after / afterDays / (before / beforeDays), 10);
    expect(loop.templates.map(({ language }) => language).sort()).toEqual(['en', 'fr']);
    expect((await ask('POST', '/api/issues/issue-1/told', { conversations: ['1'], told: false })).status).toBe(200);
    await house.deps.engine.refresh();
    expect(await share()).toMatchObject({ value: 0.25 });
    expect((await ask('PATCH', '/api/issues/issue-1', { fixedAt: null, state: 'accepted' })).status).toBe(200);
    await house.deps.engine.refresh();
    expect(await share()).toEqual({ n: 0, value: null, parts: {} });
  });

  it('keep the words for customers by language, with the name and the version filled in', async () => {
    expect((await ask('PATCH', '/api/issues/issue-1', { state: 'fixed', label: 'No sync', fixedIn: '8.0' })).status).toBe(200);
    expect((await ask('PUT', '/api/issues/issue-1/templates/en', { body: '{issue} is gone{version}.' })).status).toBe(200);
    const { templates } = await readAs(loopShape, await ask('GET', '/api/issues/issue-1/loop'));
    expect(templates.find(({ language }) => language === 'en')).toEqual({
      language: 'en',
      body: '{issue} is gone{version}.',
      isOwn: true,
      filled: 'No sync is gone in version 8.0.',
    });
    expect(templates.find(({ language }) => language === 'fr')?.filled).toContain('No sync. C’est corrigé dans la version 8.0.');
  });

  it('are grouped anew from outside: a preview first, by who may change settings, and written down', async () => {
    const manager = await house.signInAs('support_manager', 'grouping@example.com');
    expect((await ask('POST', '/api/issue-regroupings', { isPreview: true })).status).toBe(403);
    expect(await readAs(regroupingShape, await ask('GET', '/api/issue-regroupings'))).toEqual({ run: null });
    const begin = () => house.ask('/api/issue-regroupings', { method: 'POST', cookie: manager, body: { isPreview: true } });
    expect((await begin()).status).toBe(202);
    await expect
      .poll(async () => (await readAs(regroupingShape, await ask('GET', '/api/issue-regroupings'))).run?.finishedAt)
      .not.toBeNull();
    expect(await readAs(regroupingShape, await ask('GET', '/api/issue-regroupings'))).toMatchObject({
      run: { isPreview: true, reason: null, result: { conversations: 6, splits: [], merges: [] } },
    });
    const actions = (await findAudit(house.db)).map(({ action }) => action).filter((action) => action.startsWith('issues_regroup'));
    expect(actions).toEqual(['issues_regroup_previewed']);
  });

  it('cost what a reply is reckoned at', async () => {
    const manager = await house.signInAs('support_manager');
    expect((await ask('PUT', '/api/issue-cost', { minutesPerReply: 10 })).status).toBe(403);
    expect((await house.ask('/api/issue-cost', { method: 'PUT', cookie: manager, body: { minutesPerReply: 10 } })).status).toBe(200);
    expect(await readAs(issueCostShape, await ask('GET', '/api/issue-cost'))).toEqual({ minutesPerReply: 10 });
    expect(await readAs(issueShape, await ask('GET', `/api/issues/issue-1?${range}`))).toMatchObject({
      minutesPerReply: 10,
      costMs: 60 * minute,
    });
  });
});
