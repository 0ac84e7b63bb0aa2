// The kept counts of sources are those that counting anew would give, whatever was saved, saved again and removed.
import { count, eq, max } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { findScorerTally } from '#db/store/source-tally.ts';
import { findSources, removeSource, saveSource } from '#db/store/sources.ts';
import { combineScorers } from '#ingest/scores/index.ts';
import { scoreMessages } from '#ingest/stages/scored.ts';
import { incoming, incomingMessage, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { standInScorers, standInSet } from '#test/support/stand-in-scorers.ts';
import { describeStores } from '#test/support/stores.ts';

const moved = combineScorers({ ...standInSet, harm: { ...standInSet.harm, version: '2' } });

/** The same figures, counted. */
async function counted(db: Db) {
  const { conversation, source } = db.tables;
  const bySource = await db.query
    .select({ id: source.id, conversations: count(conversation.id), lastMessageAt: max(conversation.lastMessageAt) })
    .from(source)
    .leftJoin(conversation, eq(conversation.sourceId, source.id))
    .groupBy(source.id)
    .orderBy(source.id);
  const byScorer = await db.query
    .select({ scorer: conversation.scorer, conversations: count() })
    .from(conversation)
    .groupBy(conversation.scorer);
  return { bySource, byScorer: byScorer.sort((a, b) => b.conversations - a.conversations) };
}

async function kept(db: Db) {
  const bySource = (await findSources(db)).map(({ id, conversations, lastMessageAt }) => ({ id, conversations, lastMessageAt }));
  return { bySource, byScorer: await findScorerTally(db) };
}

await describeStores('the counts of sources', ({ openStore }) => {
  it('agree with a count after new, changed, unscored and removed conversations', async () => {
    const db = await openStore();
    for (const id of ['chat', 'empty', 'mail']) await saveSource(db, { id, label: id, kind: 'file' });
    const save = async (sourceId: string, ids: readonly number[], text: string, scorers = standInScorers) =>
      await saveConversations(db, {
        sourceId,
        conversations: ids.map((id) => {
          const at = monday + id * minute;
          const spoken = incoming(`c${id}`, { messages: [incomingMessage(`m${id}`, { at, body: text })] });
          return text === 'unscored' ? spoken : scoreMessages(spoken, scorers).conversation;
        }),
        now: monday,
        settings: plainSettings,
      });
    await save('mail', [1, 2, 3, 4, 5, 6], 'first');
    await save('mail', [2, 3, 7], 'second', moved);
    await save('mail', [3], 'unscored');
    await save('mail', [1], 'first', moved);
    await save('chat', [1, 9], 'first');
    const after = await kept(db);
    expect(after).toEqual(await counted(db));
    expect(after).toEqual({
      bySource: [
        { id: 'chat', conversations: 2, lastMessageAt: monday + 9 * minute },
        { id: 'empty', conversations: 0, lastMessageAt: null },
        { id: 'mail', conversations: 7, lastMessageAt: monday + 7 * minute },
      ],
      byScorer: [
        { scorer: standInScorers.version, conversations: 6 },
        { scorer: moved.version, conversations: 2 },
        { scorer: null, conversations: 1 },
      ],
    });
    await removeSource(db, 'mail');
    expect(await kept(db)).toEqual(await counted(db));
  });

  it('would be found out if they went wrong (the control)', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    await saveConversations(db, { sourceId: 'mail', conversations: [incoming('a')], now: monday, settings: plainSettings });
    expect(await kept(db)).toEqual(await counted(db));
    await db.query.update(db.tables.sourceTally).set({ conversations: 2 });
    expect(await kept(db)).not.toEqual(await counted(db));
  });
});
