// The FAQ in the store, on both databases: who asks, who came back, what people keep, and what becomes of it when issues are merged.
import { expect, it } from 'vitest';
import type { FaqEntry, FaqText } from '#db/model/issue-outcome.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { adoptFaq, findFaqDemand, findFaqEntries, findFaqTexts, removeFaqText, saveFaqEntry, saveFaqText } from '#db/store/faq.ts';
import { findFaqQuestions, findFaqThreads } from '#db/store/faq-threads.ts';
import { savePlacements } from '#db/store/issue-members.ts';
import { addIssue } from '#db/store/issues.ts';
import { saveSource } from '#db/store/sources.ts';
import { newIssue } from '#ingest/issues/bear-issues.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores, type OpenStore } from '#test/support/stores.ts';

const entry: FaqEntry = { issueId: 'issue-1', state: 'published', link: 'https://a.example', publishedAt: 5, updatedAt: 5, updatedBy: 'u' };
const text: FaqText = { issueId: 'issue-1', language: 'en', question: 'Why?', answer: 'So.', updatedAt: 5, updatedBy: 'u' };

async function openFilled(openStore: OpenStore) {
  const db = await openStore();
  await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
  const conversations = ['a', 'b', 'c', 'd'].map((id, at) =>
    incoming(id, {
      messages: [
        incomingMessage('m', { body: `text ${id}`, at: monday + at }),
        incomingMessage('p', { actor: 'agent', visibility: 'private', body: 'a note' }),
        incomingReply('r', monday + at + minute),
      ],
      ratings: [{ externalId: 's', kind: 'csat', value: 5, scaleMin: 1, scaleMax: 5, at: monday + 9 * minute }],
      ...(id === 'd' ? { exclusion: 'spam' as const } : {}),
    }),
  );
  await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  for (const id of ['issue-1', 'issue-2'])
    await addIssue(db, newIssue(id, { described: { label: id, summary: id, exemplars: [] }, centre: '', now: monday }));
  const placed = { issueId: 'issue-1', placedBy: 'machine', placedAt: monday, revision: 1, apart: null } as const;
  const rest = { message: 'm', textHash: null, version: null, replies: 1, toldAt: null } as const;
  await savePlacements(
    db,
    // Two conversations of one customer, a second posting of another's complaint, and spam.
    [
      { conversationId: 1, voice: 'ann', copyOf: null, score: 0.4 },
      { conversationId: 2, voice: 'ann', copyOf: null, score: 0.9 },
      { conversationId: 3, voice: 'ben', copyOf: 1, score: 0.8 },
      { conversationId: 4, voice: 'eve', copyOf: null, score: 0.9 },
    ].map((one) => ({ ...placed, ...rest, ...one, arrivedAt: monday + one.conversationId - 1 })),
  );
  return db;
}

await describeStores('the FAQ', ({ openStore }) => {
  it('counts customers and who came back, without spam; another posting is no second time', async () => {
    const db = await openFilled(openStore);
    expect(await findFaqDemand(db)).toEqual([{ issueId: 'issue-1', customers: 2, returning: 1, conversations: 3 }]);
  });

  it('reads what was said in public, newest conversation first, and questions nearest to the middle first', async () => {
    const db = await openFilled(openStore);
    const threads = await findFaqThreads(db, 'issue-1', 2);
    expect(threads.map(({ conversationId, messages, ratings }) => [conversationId, messages.map(({ actor }) => actor), ratings])).toEqual([
      [3, ['customer', 'agent'], [{ at: monday + 9 * minute, isGood: true }]],
      [2, ['customer', 'agent'], [{ at: monday + 9 * minute, isGood: true }]],
    ]);
    expect(await findFaqQuestions(db, 'issue-1', 10)).toEqual([
      { conversationId: 2, language: 'en', body: 'text b' },
      { conversationId: 1, language: 'en', body: 'text a' },
    ]);
  });

  it('keeps texts by language, and hands them on where their issue is merged, unless the other has its own', async () => {
    const db = await openFilled(openStore);
    await saveFaqEntry(db, { ...entry, state: 'candidate' });
    await saveFaqEntry(db, entry);
    for (const one of [
      text,
      { ...text, language: 'de' },
      { ...text, answer: 'Because.' },
      { ...text, issueId: 'issue-2', language: 'de', answer: 'Own.' },
    ])
      await saveFaqText(db, one);
    expect(await findFaqTexts(db, 'issue-1')).toEqual([
      { ...text, language: 'de' },
      { ...text, answer: 'Because.' },
    ]);
    await adoptFaq(db, 'issue-1', 'issue-2');
    expect([...(await findFaqEntries(db)).values()]).toEqual([{ ...entry, issueId: 'issue-2' }]);
    expect(await findFaqTexts(db)).toEqual([
      { ...text, issueId: 'issue-2', language: 'de', answer: 'Own.' },
      { ...text, issueId: 'issue-2', answer: 'Because.' },
    ]);
    expect([await removeFaqText(db, 'issue-2', 'de'), await removeFaqText(db, 'issue-2', 'de')]).toEqual([true, false]);
  });
});
