// Conversations: saved a page at a time, found by filters and words, read in full.
import type { Db } from '../dialect/db.ts';
import { inSnapshot, inTransaction } from '../dialect/transaction.ts';
import { readDetail } from './conversation-detail.ts';
import { readList, readTitles } from './conversation-list.ts';
import type { ConversationDetail, ConversationPage, ConversationQuery } from './conversation-records.ts';
import type { Page, SavedCounts } from './page.ts';
import { savePage } from './save-page.ts';

export type {
  ConversationDetail,
  ConversationHead,
  ConversationItem,
  ConversationPage,
  ConversationQuery,
  MessageRecord,
} from './conversation-records.ts';
export type { FactSettings, Page, SavedCounts } from './page.ts';

/**
 * Saves one page in one transaction: conversations, facts, staff, search index, dead letters, cursor and change number.
 * A conversation whose content did not change is left alone; one that did gets the next revision. Of several with the same
 * external id in one page the last wins. `not_found` where the source was not saved before.
 */
export async function saveConversations(db: Db, page: Page): Promise<SavedCounts> {
  return await inTransaction(db, async (tx) => await savePage(tx, page));
}

/** A page of conversations, newest first (by arrival, else opening, to within eight seconds; then by id). */
export async function findConversations(db: Db, query: ConversationQuery): Promise<ConversationPage> {
  return await inSnapshot(db, async (tx) => await readList(tx, query));
}

/** One conversation with everything that is known of it. `not_found` where there is none. */
export async function getConversation(db: Db, id: number): Promise<ConversationDetail> {
  return await inSnapshot(db, async (tx) => await readDetail(tx, id));
}

/** What each of these conversations is about: subject, else the beginning of the first customer message; empty where both are. */
export async function findTitles(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  return await inSnapshot(db, async (tx) => await readTitles(tx, ids));
}
