// Replies by people in the order of their conversations: who answered when, and what had been waiting since when.
import { and, asc, eq, gt, gte, isNotNull, lt, lte } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import type { InstantRange } from '../model/metric.ts';
import type { Reply } from '../model/staffing.ts';

/** `last`: to go on from; null where the end was reached. */
export type ReplyPage = { readonly replies: readonly Reply[]; readonly last: number | null };

/**
 * The substantive replies inside `[from, to)` of the next `limit` conversations after an id that had any message in the range or later.
 * Two queries a page.
 */
export async function readReplies(
  db: Db,
  range: InstantRange,
  page: { readonly after: number; readonly limit: number },
): Promise<ReplyPage> {
  const { conversation, message, wait } = db.tables;
  const heads = await db.query
    .select({ id: conversation.id })
    .from(conversation)
    .where(and(gt(conversation.id, page.after), gte(conversation.lastMessageAt, range.from)))
    .orderBy(asc(conversation.id))
    .limit(page.limit);
  const [first, last] = [heads[0]?.id, heads.at(-1)?.id];
  if (first === undefined || last === undefined) return { replies: [], last: null };
  const rows = await db.query
    .select({
      at: message.at,
      agent: message.authorKey,
      conversation: message.conversationId,
      channel: conversation.channel,
      language: conversation.language,
      waitingSince: wait.fromAt,
      ordinal: wait.ordinal,
    })
    .from(message)
    .innerJoin(conversation, eq(conversation.id, message.conversationId))
    .leftJoin(wait, and(eq(wait.conversationId, message.conversationId), eq(wait.untilMessage, message.externalId)))
    .where(
      and(
        gte(message.conversationId, first),
        lte(message.conversationId, last),
        eq(message.countsAsReply, true),
        isNotNull(message.authorKey),
        gte(message.at, range.from),
        lt(message.at, range.to),
      ),
    )
    .orderBy(asc(message.conversationId), asc(message.at));
  const replies = rows.flatMap(({ at, agent, ordinal, ...rest }) =>
    at === null || agent === null ? [] : [{ ...rest, at, agent, isFirst: ordinal === 1 }],
  );
  return { replies, last: heads.length < page.limit ? null : last };
}
