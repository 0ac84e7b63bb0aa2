// Complaints in the store: told from what was scored, with their clocks, their way up the ladder, and the proof of what they claim.
import { expect, it } from 'vitest';
import type { IncomingConversation } from '#db/model/conversation.ts';
import type { Db } from '#db/open.ts';
import { readChangeState, readFacts } from '#db/store/columns.ts';
import { findComplaintReviews, saveComplaintReview } from '#db/store/complaint-reviews.ts';
import { findComplaints, findLadders, findProof } from '#db/store/complaints.ts';
import { findConversations, saveConversations } from '#db/store/conversations.ts';
import { removeOwnAddress, saveOwnAddress } from '#db/store/save-own-address.ts';
import { saveSource } from '#db/store/sources.ts';
import { rescore } from '#ingest/rescore.ts';
import { openComplaintScorer } from '#ingest/scores/complaint.ts';
import { combineScorers } from '#ingest/scores/index.ts';
import { scoreMessages } from '#ingest/stages/scored.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const scorers = combineScorers({ complaint: await openComplaintScorer() });
const hour = 60 * minute;
const day = 24 * hour;

/** What one customer wrote in one message, unanswered unless told otherwise. */
function wrote(id: string, body: string, words: Partial<IncomingConversation> & { at?: number } = {}): IncomingConversation {
  const { at = monday, ...rest } = words;
  return incoming(id, {
    openedAt: at,
    customerKey: `c1_${id}`,
    subject: null,
    messages: [incomingMessage(`${id}-1`, { at, body })],
    ...rest,
  });
}

const tweet = (id: string, body: string, words: Parameters<typeof wrote>[2] = {}) => wrote(id, body, { channel: 'twitter', ...words });

await describeStores('complaints', ({ openStore }) => {
  const openWithSource = async () => {
    const db = await openStore();
    await saveSource(db, { id: 'desk', label: 'Desk', kind: 'file' });
    return db;
  };
  const save = async (db: Db, ...conversations: IncomingConversation[]) => {
    const scored = conversations.map((one) => scoreMessages(one, scorers).conversation);
    return await saveConversations(db, { sourceId: 'desk', conversations: scored, now: monday, settings: plainSettings });
  };
  const recordOf = async (db: Db, externalId: string) => {
    const records = await readFacts(db, { afterChange: 0, afterId: 0, limit: 100 });
    return records.find((record) => record.externalId === externalId);
  };
  const idOf = async (db: Db, externalId: string) => (await recordOf(db, externalId))?.id ?? 0;
  const complaintOf = async (db: Db, externalId: string) => (await recordOf(db, externalId))?.complaint;

  it('are told from their words, in private and in public, with both clocks where they are formal', async () => {
    const db = await openWithSource();
    await save(
      db,
      wrote('a', 'How do I export my history?'),
      wrote('b', 'This is a formal complaint'),
      tweet('c', 'Support never answers'),
    );
    expect(await complaintOf(db, 'a')).toBeUndefined();
    const clock = { fromAt: monday, untilAt: null, state: 'open', exclusion: null, dueAt: null, workingMs: null };
    const without = { calendarId: null, promiseId: null, promiseVersion: null };
    expect(await complaintOf(db, 'b')).toEqual({
      rung: 'formal',
      at: monday,
      isByHand: false,
      claim: null,
      climb: null,
      clocks: [
        { stage: 'complaint-acknowledged', ...clock, ...without },
        { stage: 'complaint-decided', ...clock, ...without },
      ],
    });
    expect(await complaintOf(db, 'c')).toEqual({
      rung: 'public',
      at: monday,
      isByHand: false,
      clocks: [],
      claim: { at: monday, verdict: 'never-received', isConfirmed: false },
      climb: null,
    });
  });

  it('are found by their rung, private requests and quiet posts included', async () => {
    const db = await openWithSource();
    await save(
      db,
      wrote('a', 'Hello'),
      wrote('b', 'This is a formal complaint'),
      tweet('c', 'Support never answers'),
      tweet('d', 'Nice app'),
    );
    const found = async (rung: string) =>
      (await findConversations(db, { filters: { complaint: [rung] } })).conversations.map(({ externalId }) => externalId);
    expect(await Promise.all(['ticket', 'formal', 'public', 'none', 'regulator'].map(found))).toEqual([['a'], ['b'], ['c'], ['d'], []]);
  });

  it('climb: the same author, before it and within 90 days', async () => {
    const db = await openWithSource();
    const same = { customerKey: 'c1_one' };
    await save(
      db,
      wrote('old', 'Hello', { ...same, at: monday - 91 * day }),
      wrote('ask', 'Where is my money?', same),
      tweet('loud', 'Support never answers', { ...same, at: monday + 2 * day }),
      wrote('last', 'I have filed a complaint with the FCA', { ...same, at: monday + 5 * day }),
      tweet('other', 'Support never answers', { at: monday + 2 * day }),
    );
    const complaints = await findComplaints(db, [await idOf(db, 'last'), await idOf(db, 'other')]);
    const ladders = await findLadders(db, complaints);
    expect([...ladders.values()].map((steps) => steps.map(({ rung, at }) => [rung, (at - monday) / day]))).toEqual([
      [
        ['ticket', 0],
        ['public', 2],
        ['regulator', 5],
      ],
      [['public', 2]],
    ]);
  });

  it('climb within one conversation from the request that it began as', async () => {
    const db = await openWithSource();
    const messages = [incomingMessage('1'), incomingMessage('2', { at: monday + day, body: 'This is now a formal complaint' })];
    await save(db, incoming('a', { messages }));
    expect(await complaintOf(db, 'a')).toMatchObject({ at: monday + day, climb: { from: 'ticket', at: monday } });
  });

  it('prove a claim by the ticket that it names, by what both mention, and by the author', async () => {
    const db = await openWithSource();
    const mention = { kind: 'TX_HASH', key: 'same-hash' };
    await save(
      db,
      wrote('LF-1234', 'Where is it?', {}),
      wrote('b', 'Where is it?', { messages: [incomingMessage('b-1', { mentions: [mention] })] }),
      wrote('c', 'Where is it?', { customerKey: 'c1_three' }),
      tweet('by-number', 'LF-1234 and nobody replies', { at: monday + day }),
      tweet('by-mention', '', { messages: [incomingMessage('m', { at: monday + day, body: 'Nobody replies', mentions: [mention] })] }),
      tweet('by-author', 'Nobody replies', { at: monday + day, customerKey: 'c1_three' }),
      tweet('by-nothing', 'Nobody replies', { at: monday + day }),
    );
    const proofOf = async (externalId: string) => {
      const proof = await findProof(db, await idOf(db, externalId));
      return [
        proof?.complaint.verdict,
        ...(proof?.conversations.slice(1) ?? []).map((one) => [one.externalId, ...one.reasons, one.strength]),
      ];
    };
    expect(await proofOf('by-number')).toEqual(['true', ['LF-1234', 'ticket-number', 'fair']]);
    expect(await proofOf('by-mention')).toEqual(['true', ['b', 'same-mention', 'fair']]);
    expect(await proofOf('by-author')).toEqual(['true', ['c', 'same-customer', 'strong']]);
    expect(await proofOf('by-nothing')).toEqual(['never-received']);
  });

  it('are not matched by an address of our own, and judged again when it is told or taken back', async () => {
    const db = await openWithSource();
    const mention = { kind: 'EMAIL', key: `m1_${'a'.repeat(32)}` };
    await save(
      db,
      wrote('b', 'Where is it?', { messages: [incomingMessage('b-1', { mentions: [mention] })] }),
      tweet('claim', '', { messages: [incomingMessage('m', { at: monday + day, body: 'Nobody replies', mentions: [mention] })] }),
    );
    const verdict = async () => (await complaintOf(db, 'claim'))?.claim?.verdict;
    expect(await verdict()).toBe('true');
    const before = await readChangeState(db);
    await saveOwnAddress(db, { ...mention, label: 'Support mail', addedAt: monday });
    expect(await verdict()).toBe('never-received');
    expect((await readChangeState(db)).change).toBeGreaterThan(before.change);
    await removeOwnAddress(db, mention.key);
    expect(await verdict()).toBe('true');
  });

  it('judge a claim again when the request that it speaks of comes in later, and tell readers', async () => {
    const db = await openWithSource();
    await save(db, tweet('claim', 'Nobody replies', { at: monday + day, customerKey: 'c1_one' }));
    const { change } = await readChangeState(db);
    expect((await complaintOf(db, 'claim'))?.claim?.verdict).toBe('never-received');
    const answered = [incomingMessage('1'), incomingReply('2', monday + minute)];
    await save(db, incoming('ask', { customerKey: 'c1_one', messages: answered }));
    expect((await complaintOf(db, 'claim'))?.claim?.verdict).toBe('answered');
    const followed = await readFacts(db, { afterChange: change, afterId: Number.MAX_SAFE_INTEGER, limit: 10 });
    expect(followed.map(({ externalId }) => externalId)).toEqual(['claim', 'ask']);
  });

  it('judge a claim again when the ticket that it names comes in later, by its id or by its texts, once', async () => {
    const db = await openWithSource();
    const later = { at: monday + day };
    await save(db, tweet('by-id', 'LF-1234 and nobody replies', later), tweet('by-text', 'Ticket 98765: nobody replies', later));
    await save(db, tweet('by-none', 'Ticket 55555: nobody replies', later));
    const verdicts = async () =>
      await Promise.all(['by-id', 'by-text', 'by-none'].map(async (id) => (await complaintOf(db, id))?.claim?.verdict));
    expect(await verdicts()).toEqual(['never-received', 'never-received', 'never-received']);
    const { change } = await readChangeState(db);
    const tickets = [
      incoming('LF-1234', { messages: [incomingMessage('1'), incomingReply('2', monday + minute)] }),
      wrote('other', 'You gave me case number 98765 for it'),
      wrote('4321', 'No number that anybody names, but 55555 euros'),
    ];
    await save(db, ...tickets);
    expect(await verdicts()).toEqual(['answered', 'true', 'never-received']);
    const followed = await readFacts(db, { afterChange: change, afterId: Number.MAX_SAFE_INTEGER, limit: 10 });
    expect(followed.map(({ externalId }) => externalId).sort()).toEqual(['4321', 'LF-1234', 'by-id', 'by-text', 'other']);
    const settled = await readChangeState(db);
    await save(db, ...tickets);
    expect([await verdicts(), await readChangeState(db)]).toEqual([['answered', 'true', 'never-received'], settled]);
  });

  it('follow what a person says, keep what the machine says, and go back when it is taken back', async () => {
    const db = await openWithSource();
    await save(db, tweet('a', 'Nobody replies'));
    const conversationId = await idOf(db, 'a');
    const review = { conversationId, by: 'user-1', at: monday, note: null };
    await saveComplaintReview(db, { ...review, kind: 'verdict', value: 'true', note: 'asked by phone' });
    await saveComplaintReview(db, { ...review, kind: 'rung', value: 'formal' });
    expect(await complaintOf(db, 'a')).toMatchObject({
      rung: 'formal',
      isByHand: true,
      claim: { verdict: 'true', isConfirmed: true },
      clocks: [{ stage: 'complaint-acknowledged' }, { stage: 'complaint-decided' }],
    });
    expect((await findComplaints(db, [conversationId])).get(conversationId)).toMatchObject({
      machineRung: 'public',
      machineVerdict: 'never-received',
    });
    await saveComplaintReview(db, { ...review, kind: 'rung', value: 'none' });
    expect(await complaintOf(db, 'a')).toMatchObject({ rung: 'none', clocks: [], claim: null });
    await saveComplaintReview(db, { ...review, kind: 'rung', value: null });
    await saveComplaintReview(db, { ...review, kind: 'verdict', value: null });
    expect(await complaintOf(db, 'a')).toMatchObject({
      rung: 'public',
      isByHand: false,
      claim: { verdict: 'never-received', isConfirmed: false },
    });
    expect((await findComplaintReviews(db, conversationId)).map(({ kind, value, machine, note }) => [kind, value, machine, note])).toEqual([
      ['verdict', 'true', 'never-received', 'asked by phone'],
      ['rung', 'formal', 'public', null],
      ['rung', 'none', 'public', null],
      ['rung', null, 'public', null],
      ['verdict', null, 'never-received', null],
    ]);
  });

  it('keep what people said when the conversation comes in again', async () => {
    const db = await openWithSource();
    await save(db, wrote('a', 'Hello'));
    await saveComplaintReview(db, { conversationId: await idOf(db, 'a'), by: 'u', at: monday, note: null, kind: 'rung', value: 'formal' });
    await save(db, wrote('a', 'Hello there'));
    expect((await complaintOf(db, 'a'))?.rung).toBe('formal');
  });

  it('refuse a verdict on what claims nothing', async () => {
    const db = await openWithSource();
    await save(db, wrote('a', 'Hello'));
    const review = { conversationId: await idOf(db, 'a'), by: 'u', at: monday, note: null, kind: 'verdict', value: 'true' } as const;
    await expect(saveComplaintReview(db, review)).rejects.toMatchObject({ code: 'invalid' });
    await expect(saveComplaintReview(db, { ...review, conversationId: 999 })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are told in what was stored before there was a scorer, once it is scored again', async () => {
    const db = await openWithSource();
    await saveConversations(db, {
      sourceId: 'desk',
      conversations: [wrote('a', 'This is a formal complaint')],
      now: monday,
      settings: plainSettings,
    });
    expect(await complaintOf(db, 'a')).toBeUndefined();
    await rescore({ db, scorers, clock: () => monday, isAll: false });
    expect((await complaintOf(db, 'a'))?.rung).toBe('formal');
  });
});
