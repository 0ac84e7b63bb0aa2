// The tones of replies read anew: for waits that were stored before there were words for them, or by other words.
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { insertRows } from '../dialect/write-rows.ts';
import { replyTone } from '../quality/reply-tone.ts';
import type { MessageRow } from './derived-rows.ts';

/** Judges the replies that ended waits of these conversations; gives the ids of those of which any came out different. */
export async function retellTones(tx: Db, messages: ReadonlyMap<number, readonly MessageRow[]>): Promise<Set<number>> {
  const { wait } = tx.tables;
  const waits = await tx.query
    .select()
    .from(wait)
    .where(inList(tx, wait.conversationId, [...messages.keys()]));
  const told = waits.map((row) => {
    const reply = messages.get(row.conversationId)?.find(({ externalId }) => externalId === row.untilMessage);
    return { row, tone: reply === undefined ? null : (replyTone(reply.body, reply.language)?.tone ?? null) };
  });
  const different = new Set(told.filter(({ row, tone }) => row.tone !== tone).map(({ row }) => row.conversationId));
  if (different.size === 0) return different;
  await tx.query.delete(wait).where(inList(tx, wait.conversationId, [...different]));
  await insertRows(
    tx,
    wait,
    told.flatMap(({ row, tone }) => (different.has(row.conversationId) ? [{ ...row, tone }] : [])),
  );
  return different;
}
