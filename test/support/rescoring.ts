// Stores to score anew, and what they hold afterwards.
import { asc } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { scoreMessages } from '#ingest/stages/scored.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from './incoming.ts';
import { standInScorers } from './stand-in-scorers.ts';

type Kind = 'unscored' | 'scored';

/** Conversations `0`, `1` ...: a customer whose deposit is stuck, and an agent who asks for what nobody may ask for. */
export async function fillToRescore(db: Db, n: number, kind: Kind): Promise<void> {
  await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
  const conversations = Array.from({ length: n }, (_, id) => {
    const spoken = incoming(`${id}`, {
      messages: [
        incomingMessage(`${id}-1`, { body: 'my deposit is stuck' }),
        incomingReply(`${id}-2`, monday + minute, 'Wang Fang', { body: 'send me your phrase' }),
        incomingMessage(`${id}-3`, { at: monday + 2 * minute, body: '', deletedAt: monday + 3 * minute }),
      ],
    });
    return kind === 'scored' ? scoreMessages(spoken, standInScorers).conversation : spoken;
  });
  await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
}

/** Every stored score, in order. */
export const scoresOf = async (db: Db) => {
  const { score } = db.tables;
  return await db.query
    .select({ conversation: score.conversationId, message: score.externalId, scorer: score.scorer, harm: score.harm })
    .from(score)
    .orderBy(asc(score.conversationId), asc(score.externalId));
};
