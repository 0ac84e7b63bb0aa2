// The FAQ over the API: candidates, evidence, the words of people, and the file, without names of agents.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { faqListShape, faqShape } from '#api/http/shapes/faq.ts';
import { day } from '#db/model/instant.ts';
import { findAudit } from '#db/store/audit.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';

let house: TestApp;
let cookie: string;
const now = monday + 10 * day;
const said = [
  'Why does my watch not sync with the phone any more?',
  'Since the update my watch refuses to sync with the phone',
  'the watch will not sync, the phone says it failed',
  'syncing the watch with my phone is broken',
  'my watch does not sync with my phone',
  'watch and phone do not sync, again',
];

beforeAll(async () => {
  house = await openTestApp({ now, openEngine: (location, clock) => openEngine({ location, clock, inProcess: true }) });
  cookie = await house.signInAs('product_manager');
  await saveSource(house.db, { id: 'mail', label: 'Mail', kind: 'file' });
  const conversations = said.map((body, at) => {
    // The last two are one customer, who came back.
    const customerKey = `c1_${Math.min(at, 4)}`;
    const from = monday + at * day;
    return incoming(`c${at}`, {
      status: 'solved',
      statusChanges: [{ at: from + 10 * minute, status: 'solved', by: 'agent' }],
      customerKey,
      messages: [
        incomingMessage('m', { body, at: from, authorKey: customerKey }),
        incomingReply('r', from + minute, 'Wang Fang', { body: `Hi,\n\nplease remove the watch and pair it again.\n\nWang Fang, Acme` }),
      ],
    });
  });
  await saveConversations(house.db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  await house.deps.issues.placeNew();
});
afterAll(() => house.close());

const ask = (method: string, path: string, body?: unknown) => house.ask(path, { method, cookie, body });
const read = async () => await readAs(faqShape, await ask('GET', '/api/issues/issue-1/faq'));

describe('the FAQ over the API', () => {
  it('lists issues by customers and by who came back', async () => {
    const { entries } = await readAs(faqListShape, await ask('GET', '/api/faq'));
    expect(entries).toEqual([
      {
        issueId: 'issue-1',
        label: expect.any(String),
        state: 'candidate',
        link: null,
        publishedAt: null,
        customers: 5,
        returning: 1,
        conversations: 6,
        kept: [],
      },
    ]);
  });

  it('shows how it is asked and what helped, and never who answered', async () => {
    const faq = await read();
    expect(faq).toMatchObject({
      read: 6,
      short: 0,
      answers: [{ language: 'en', text: 'Please remove the watch and pair it again.', sent: 6, judged: 6, settled: 6, rated: 0 }],
      drafts: [{ language: 'en', answer: 'Please remove the watch and pair it again.', kept: null }],
    });
    expect(faq.questions[0]?.proposed).toBe(said[0]);
    expect(JSON.stringify(faq)).not.toMatch(/Wang|Fang/);
    expect((await ask('GET', '/api/issues/issue-99/faq')).status).toBe(404);
  });

  it('keeps what people write, without the secrets in it, and drops it again', async () => {
    const text = { question: 'Why does it not sync?', answer: 'Pair it again. Questions: jo@example.com' };
    expect((await ask('PUT', '/api/issues/issue-1/faq/en', text)).status).toBe(200);
    expect((await read()).drafts[0]).toEqual({
      language: 'en',
      question: 'Why does it not sync?',
      answer: expect.stringMatching(/^Pair it again\. Questions: \[/),
      kept: { at: '2026-03-12T02:00:00.000Z', by: expect.any(String) },
    });
    for (const wrong of [{ ...text, answer: ' ' }, { ...text, question: 'two\nlines' }, { question: 'a' }])
      expect((await ask('PUT', '/api/issues/issue-1/faq/en', wrong)).status).toBe(400);
    expect((await ask('PUT', '/api/issues/issue-1/faq/..%2Fx', text)).status).toBe(400);
    expect((await ask('DELETE', '/api/issues/issue-1/faq/de')).status).toBe(404);
  });

  it('is published with its address, and comes as a file for those who may export', async () => {
    expect((await ask('PUT', '/api/issues/issue-1/faq', { state: 'published', link: 'https://help.example/sync' })).status).toBe(200);
    expect((await ask('PUT', '/api/issues/issue-1/faq', { link: 'javascript:alert(1)' })).status).toBe(400);
    expect(await read()).toMatchObject({ state: 'published', link: 'https://help.example/sync', publishedAt: '2026-03-12T02:00:00.000Z' });
    const file = await ask('GET', '/api/faq/export?issue=issue-1');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="faq.md"');
    expect(await file.text()).toMatch(
      /^# FAQ\n\n## Why does it not sync\?\n\n<!-- issue-1; en; published; 5 customers; https:\/\/help.example\/sync -->\n\nPair it again\. Questions: \\\[/,
    );
    expect((await house.ask('/api/faq/export', { cookie: await house.signInAs('annotator') })).status).toBe(403);
    expect((await ask('DELETE', '/api/issues/issue-1/faq/en')).status).toBe(200);
    expect(await (await ask('GET', '/api/faq/export?kept=true')).text()).toBe('# FAQ\n\n');
    expect(await (await ask('GET', '/api/faq/export')).text()).toContain('proposal, not read by anybody yet');
    expect((await findAudit(house.db)).map(({ action }) => action).filter((action) => action.startsWith('faq'))).toEqual([
      'faq_text_dropped',
      'faq_changed',
      'faq_text_changed',
    ]);
  });
});
