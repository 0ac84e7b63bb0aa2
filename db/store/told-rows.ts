// What customers had been told when their first wait began, read for a batch of conversations.
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { Told } from '../model/fact-record.ts';
import { hasNotices } from './notices.ts';

type ToldRow = [conversationId: number, minMs: number, maxMs: number];

/** By conversation: the range of the notice that stood for its channel when its first wait began; no entry where none did. */
export async function readTold(tx: Db, ids: readonly number[]): Promise<Map<number, Told>> {
  // Most stores have no log at all, and a million waits need not look into an empty one.
  if (!(await hasNotices(tx))) return new Map();
  const { wait, conversation, notice } = tx.tables;
  // The last one that began before it: one step in the primary key, however long the log is.
  const lastShown = sql`(select max(earlier.shown_at) from ${notice} earlier where earlier.channel = ${conversation.channel} and earlier.shown_at <= ${wait.fromAt})`;
  const rows = await tx.rows<ToldRow>(
    tx.query
      .select({ conversationId: wait.conversationId, minMs: notice.minMs, maxMs: notice.maxMs })
      .from(wait)
      .innerJoin(conversation, eq(conversation.id, wait.conversationId))
      .innerJoin(notice, and(eq(notice.channel, conversation.channel), eq(notice.shownAt, lastShown)))
      .where(and(inList(tx, wait.conversationId, ids), eq(wait.ordinal, 1), gt(notice.untilAt, wait.fromAt)))
      .toSQL(),
  );
  return new Map(rows.map(([id, minMs, maxMs]) => [id, { minMs, maxMs }]));
}
