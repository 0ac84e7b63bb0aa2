// What customers write with a rating: redacted before it is stored, shown with the rating, and gone with what it belongs to.
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openKeys } from '#db/keys.ts';
import type { Db } from '#db/open.ts';
import { findConversations, getConversation, saveConversations } from '#db/store/conversations.ts';
import { findRatingComments } from '#db/store/rating-comments.ts';
import { removeSource, saveSource } from '#db/store/sources.ts';
import type { FetchedConversation, FetchedRating } from '#ingest/fetched.ts';
import { markGone } from '#ingest/gone.ts';
import { mostCommentBytes, normalise } from '#ingest/normalise.ts';
import { openPipeline } from '#ingest/pipeline.ts';
import { redactStored } from '#ingest/redact-stored.ts';
import { fetched } from '#test/support/fetched.ts';
import { asRedacted, incoming, monday } from '#test/support/incoming.ts';
import { memoryFolder } from '#test/support/memory-folder.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';
import { describeStores } from '#test/support/stores.ts';

const rating = (comment?: string | null): FetchedRating => ({
  externalId: 'r1',
  kind: 'csat',
  value: 2,
  scaleMin: 1,
  scaleMax: 5,
  at: monday,
  ...(comment === undefined ? {} : { comment }),
});
const rated = (given: FetchedRating, change: Partial<FetchedConversation> = {}): FetchedConversation =>
  fetched('c1', { subject: 'Where is it?', customer: 'jo', ratings: [given], ...change });
const leaky = 'Slow. My password is Sonne1234, write to jo@example.org';
const clean = 'Slow. My password is [PASSWORD], write to [EMAIL]';

/** Comment and classes of every rating as the table holds them. */
async function stored(db: Db) {
  const rows = await db.query.select().from(db.tables.rating);
  return rows.map(({ comment, commentRedactions }) => [comment, commentRedactions]);
}

async function shown(db: Db) {
  const { conversations } = await findConversations(db, {});
  const details = await Promise.all(conversations.map(({ id }) => getConversation(db, id)));
  return details.flatMap(({ ratings }) => ratings.map(({ value, comment }) => [value, comment]));
}

await describeStores('comments on ratings', ({ openStore }) => {
  const open = async () => {
    const db = await openStore();
    await saveSource(db, { id: 'desk', label: 'Desk', kind: 'file' });
    const detector = { detect: () => ({ language: 'en', script: 'Latn', confidence: 1, others: [] }) };
    const pipeline = openPipeline({ db, keys: await openKeys(memoryFolder()), detector, scorers: standInScorers, clock: () => monday });
    return {
      db,
      take: async (given: FetchedRating, change?: Partial<FetchedConversation>) => await pipeline.take('desk', [rated(given, change)]),
    };
  };

  it('are redacted before they are stored, and shown with the rating', async () => {
    const { db, take } = await open();
    await take(rating(leaky));
    expect(await stored(db)).toEqual([[clean, ['PASSWORD', 'EMAIL']]]);
    expect(await shown(db)).toEqual([[2, clean]]);
  });

  it('are no news the second time; another comment is, and none takes it away', async () => {
    const { db, take } = await open();
    await take(rating('Slow.'));
    expect(await take(rating('Slow.'))).toMatchObject({ updated: 0, unchanged: 1 });
    expect(await take(rating('Slow, but kind.'))).toMatchObject({ updated: 1, unchanged: 0 });
    expect(await shown(db)).toEqual([[2, 'Slow, but kind.']]);
    await take(rating('  '));
    expect(await stored(db)).toEqual([[null, null]]);
    // A rating that never had one is the same as before comments were kept.
    expect(await take(rating())).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it('stay when a part of the conversation comes without the rating', async () => {
    const { db, take } = await open();
    await take(rating(leaky), { coverage: 'part' });
    await take(rating(), { coverage: 'part', ratings: [] });
    expect(await shown(db)).toEqual([[2, clean]]);
  });

  it('go when the conversation is deleted at its source; the rating itself stays in the figures', async () => {
    const { db, take } = await open();
    await take(rating(leaky));
    const [row] = await db.query.select().from(db.tables.conversation);
    await db.query.insert(db.tables.surveyOffer).values({
      tokenHash: 'h1',
      conversationId: row?.id ?? 0,
      episode: 1,
      kind: 'csat',
      channel: 'email',
      language: 'en',
      offeredAt: monday,
      expiresAt: monday + 1,
      reminders: 0,
      answeredAt: monday,
      value: 1,
      scaleMin: 1,
      scaleMax: 5,
      comment: 'And rude.',
      commentRedactions: [],
    });
    expect(await shown(db)).toEqual([
      [2, clean],
      [1, 'And rude.'],
    ]);
    await markGone({ db, clock: () => monday }, 'desk', ['c1']);
    expect(await shown(db)).toEqual([
      [2, null],
      [1, null],
    ]);
    expect(await stored(db)).toEqual([[null, null]]);
  });

  it('go with their source', async () => {
    const { db, take } = await open();
    await take(rating('Slow.'));
    const [row] = await db.query.select().from(db.tables.conversation);
    expect((await findRatingComments(db, [row?.id ?? 0])).size).toBe(1);
    await removeSource(db, 'desk');
    expect([await stored(db), (await findRatingComments(db, [row?.id ?? 0])).size]).toEqual([[], 0]);
  });

  it('are redacted once more when the rules have learned something', async () => {
    const { db } = await open();
    const left = { ...rating(), comment: asRedacted(leaky), commentRedactions: [] };
    await saveConversations(db, { sourceId: 'desk', conversations: [incoming('c1', { ratings: [left] })], now: monday });
    expect(await stored(db)).toEqual([[leaky, []]]);
    expect(await redactStored({ db, scorers: standInScorers, clock: () => monday })).toMatchObject({ found: 2, updated: 1 });
    expect(await stored(db)).toEqual([[clean, ['PASSWORD', 'EMAIL']]]);
    const { conversation } = db.tables;
    expect((await db.query.select().from(conversation).where(eq(conversation.externalId, 'c1'))).length).toBe(1);
  });
});

it('a comment that is too long is cut, and the conversation says so', () => {
  const long = normalise(rated(rating('中'.repeat(10_000))));
  expect([long.tags, Buffer.byteLength(long.ratings[0]?.comment ?? '')]).toEqual([
    ['truncated'],
    mostCommentBytes - (mostCommentBytes % 3),
  ]);
  expect(normalise(rated(rating('short'))).tags).toEqual([]);
});
