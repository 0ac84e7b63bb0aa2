// Conversations over HTTP: the list with filters and search, and one conversation as a whole timeline.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationListShape, conversationShape } from '#api/http/shapes/conversation.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { sampleStart, saveSamples } from '#test/support/sample-conversations.ts';

const day = 86_400_000;
const minute = 60_000;
const iso = (at: number) => new Date(at).toISOString();
let house: TestApp;
let cookie: string;

beforeAll(async () => {
  house = await openTestApp({ now: sampleStart + 30 * day });
  await saveSamples(house.db, house.deps.clock());
  cookie = await house.signInAs('support_manager');
});
afterAll(() => house.close());

const list = async (query = '') => await readAs(conversationListShape, await house.ask(`/api/conversations${query}`, { cookie }));
const idsOf = ({ conversations }: { conversations: { externalId: string }[] }) => conversations.map((one) => one.externalId);

const unscored = { sentiment: null, sentimentScore: null, urgency: null, risks: [] };

describe('the list of conversations', () => {
  it('has the newest first, with what a row shows', async () => {
    const { n, conversations, nextCursor } = await list();
    expect([n, nextCursor, idsOf({ conversations })]).toEqual([6, null, ['s5', 's4', 's3', 's2', 's1', 's0']]);
    expect(conversations[0]).toEqual({
      id: expect.any(String),
      externalId: 's5',
      source: 'mail',
      channel: 'chat',
      subject: 'Subject 5',
      language: 'en',
      category: 'transfer',
      team: null,
      country: null,
      status: 'open',
      exclusion: null,
      isComplaint: false,
      openedAt: iso(sampleStart + 5 * day),
      arrivedAt: iso(sampleStart + 5 * day),
      lastMessageAt: iso(sampleStart + 5 * day + 5 * minute),
      snippet: 'Where is my transfer number 5? 转账去哪了',
      agent: null,
      messageCount: 2,
      state: 'open_overdue',
      dueAt: iso(sampleStart + 5 * day + 5 * minute),
      firstReplyMs: null,
      ...unscored,
    });
  });

  it('refuses a mention that is no key, and finds nothing under one that nobody gave', async () => {
    expect((await house.ask('/api/conversations?mention=jo@example.org', { cookie })).status).toBe(400);
    expect((await list(`?mention=m1_${'k'.repeat(32)}`)).n).toBe(0);
  });

  it('comes in pages that together are the whole', async () => {
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { n: number; conversations: { externalId: string }[]; nextCursor: string | null } = await list(
        `?limit=4${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      expect(page.n).toBe(6);
      found.push(...idsOf(page));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(['s5', 's4', 's3', 's2', 's1', 's0']);
  });

  it('takes filters, several values of one as alternatives', async () => {
    expect(idsOf(await list('?channel=chat'))).toEqual(['s5', 's3', 's1']);
    expect(idsOf(await list('?channel=chat&channel=email&category=transfer'))).toEqual(['s5', 's4', 's2', 's1']);
    expect(idsOf(await list('?agent=none'))).toEqual(['s5', 's2']);
  });

  it('takes days of the zone, both included', async () => {
    expect(idsOf(await list('?from=2026-03-03&to=2026-03-04'))).toEqual(['s2', 's1']);
    // Ten in the morning in Shanghai is the evening before in San Francisco.
    expect(idsOf(await list('?from=2026-03-03&to=2026-03-04&zone=America/Los_Angeles'))).toEqual(['s3', 's2']);
  });

  it('finds two Chinese characters and words of the messages', async () => {
    expect((await list(`?search=${encodeURIComponent('转账')}`)).n).toBe(6);
    expect((await list('?search=hello')).n).toBe(2);
    expect((await list(`?search=${encodeURIComponent('" OR 1=1 --')}`)).n).toBe(0);
  });

  it('is refused for a cursor that no list gave', async () => {
    expect((await house.ask('/api/conversations?cursor=x%27', { cookie })).status).toBe(400);
  });
});

describe('one conversation', () => {
  it('is its timeline: messages, waits, hours, and nothing of the customer', async () => {
    const { conversations } = await list('?from=2026-03-03&to=2026-03-03');
    const at = sampleStart + day;
    const found = await readAs(conversationShape, await house.ask(`/api/conversations/${conversations[0]?.id}`, { cookie }));
    const message = {
      actor: 'customer',
      agent: null,
      author: 'c1_customer-',
      visibility: 'public',
      kind: 'message',
      language: 'en',
      needsAnswer: true,
      needsAnswerReason: null,
      countsAsReply: false,
      replyReason: 'not_an_agent',
      inReplyTo: null,
      redactions: [],
      deletedAt: null,
      score: null,
    };
    const reply = { ...message, actor: 'agent', agent: '王芳', author: 'agent:wang', needsAnswer: false };
    expect(found).toEqual({
      id: conversations[0]?.id,
      externalId: 's1',
      source: 'mail',
      sourceLabel: 'Mailbox',
      channel: 'chat',
      channelKind: 'chat',
      subject: 'Subject 1',
      language: 'en',
      category: 'transfer',
      team: null,
      country: null,
      status: 'open',
      exclusion: null,
      isComplaint: false,
      openedAt: iso(at),
      arrivedAt: iso(at),
      lastMessageAt: iso(at + 7 * minute),
      customer: 'c1_customer-',
      tags: ['sample'],
      mentions: [],
      mergedInto: null,
      ...unscored,
      ...{ sentimentOpening: null, sentimentClosing: null, scoredCategory: null, scoredCategoryConfidence: null, scorer: null },
      sourceCategory: 'transfer',
      revision: 1,
      asOf: iso(house.deps.clock()),
      messages: [
        { ...message, id: 's1-m1', at: iso(at), body: 'Where is my transfer number 1? 转账去哪了' },
        { ...message, id: 's1-m2', at: iso(at + 3 * minute), body: 'Hello?' },
        {
          ...reply,
          id: 's1-m3',
          at: iso(at + 5 * minute),
          visibility: 'private',
          body: 'Looks like the usual delay',
          replyReason: 'private_note',
        },
        {
          ...reply,
          id: 's1-m4',
          at: iso(at + 7 * minute),
          body: 'It arrived a minute ago.',
          countsAsReply: true,
          replyReason: 'substantive',
        },
      ],
      waits: [
        {
          ordinal: 1,
          from: iso(at),
          until: iso(at + 7 * minute),
          state: 'answered',
          exclusion: null,
          nudges: 1,
          calendarMs: 7 * minute,
          workingMs: 7 * minute,
          dueAt: iso(at + 5 * minute),
          promise: {
            id: 'chat',
            version: 1,
            label: 'Chat: 5 minutes',
            terms: { type: 'working-time', durationMs: 5 * minute, workingDays: null, calendarId: 'always' },
          },
          calendar: { id: 'always', version: 1, label: 'Around the clock' },
          fromMessage: 's1-m1',
          untilMessage: 's1-m4',
          answeredBy: '王芳',
          firstAnyAt: iso(at + 7 * minute),
          languageMatch: true,
          arrivedOutOfHours: false,
          repliedOutOfHours: false,
          clamped: false,
        },
      ],
      episodes: [
        {
          ordinal: 1,
          openedAt: iso(at),
          solvedAt: null,
          solvedBy: null,
          calendarMs: null,
          workingMs: null,
          countsAsSolved: false,
          reopened: false,
        },
      ],
      ratings: [],
      statusChanges: [],
      openHours: [{ from: iso(at), to: iso(at + 7 * minute) }],
    });
  });
});
