// What stored conversations are searched by, and the search index written anew from it.
import { and, asc, gt, isNotNull, or, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { changeSearch, type SearchEntry } from '../dialect/search.ts';
import { inTransaction } from '../dialect/transaction.ts';
import type { ConversationRow, DerivedRows } from './derived-rows.ts';
import { findRatingComments, type RatingComment } from './rating-comments.ts';
import { documentTerms } from './search-terms.ts';
import { findSetting, saveSetting } from './setting-values.ts';
import { findMessages } from './stored-conversations.ts';

/** Subject, every message that still has a text, and what the customer wrote with ratings; all of it redacted. */
export function toSearchEntry(
  { conversation, messages }: Pick<DerivedRows, 'conversation' | 'messages'>,
  comments: readonly RatingComment[] = [],
): SearchEntry {
  const { subject, place } = conversation;
  const texts = [...(subject === null ? [] : [subject]), ...messages.map(({ body }) => body), ...comments.map(({ comment }) => comment)];
  return { place, document: documentTerms(texts) };
}

/** Writes the index of conversations as they are stored now: what they were found by and no longer hold finds them no more. */
export async function reindex(tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const { conversation } = tx.tables;
  const rows: ConversationRow[] = await tx.query
    .select()
    .from(conversation)
    .where(inList(tx, conversation.id, ids));
  const messages = await findMessages(tx, ids);
  const comments = await findRatingComments(tx, ids);
  const entries = rows.map((row) => toSearchEntry({ conversation: row, messages: messages.get(row.id) ?? [] }, comments.get(row.id)));
  await changeSearch(
    tx,
    entries,
    rows.map(({ place }) => place),
  );
}

/** What the index holds beside subjects and messages; a store that says nothing was written when comments were not searched. */
const key = 'searched-comments';
const batchSize = 100;

/**
 * Makes comments findable that were stored before they were searched; once for each store, and gone on with where it was stopped. Gives
 * how many conversations were indexed anew.
 */
export async function indexOldComments(db: Db, signal?: AbortSignal): Promise<number> {
  let indexed = 0;
  for (;;) {
    signal?.throwIfAborted();
    const n = await inTransaction(db, async (tx) => {
      await lockChanges(tx);
      const after = await findSetting(tx, key);
      if (after === 'all') return null;
      const ids = await nextCommented(tx, typeof after === 'number' ? after : 0);
      await reindex(tx, ids);
      await saveSetting(tx, key, ids.at(-1) ?? 'all');
      return ids.length;
    });
    if (n === null) return indexed;
    indexed += n;
  }
}

async function nextCommented(tx: Db, after: number): Promise<number[]> {
  const { conversation, rating, surveyOffer } = tx.tables;
  const rated = tx.query.select({ id: rating.conversationId }).from(rating).where(isNotNull(rating.comment));
  const asked = tx.query.select({ id: surveyOffer.conversationId }).from(surveyOffer).where(isNotNull(surveyOffer.comment));
  const rows = await tx.query
    .select({ id: conversation.id })
    .from(conversation)
    .where(and(gt(conversation.id, after), or(sql`${conversation.id} in ${rated}`, sql`${conversation.id} in ${asked}`)))
    .orderBy(asc(conversation.id))
    .limit(batchSize);
  return rows.map(({ id }) => id);
}
