// Restatements: facts derived anew from the stored messages, on request and written down; nothing else moves old figures.
import { and, asc, count, desc, eq, gt } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import { takeNumbers } from './change-state.ts';
import { deriveComplaints, markChanged } from './derive-complaints.ts';
import type { ConversationRow, DerivedRows } from './derived-rows.ts';
import { getFactSettings } from './fact-settings.ts';
import { groupBy } from './group-by.ts';
import type { FactSettings } from './page.ts';
import { type StoredConversation, withMessages } from './stored-conversations.ts';
import { deriveStored, isSame, rederiveSurvivors, writeFacts } from './written-facts.ts';

export type RestatementRequest = {
  /** User id or command. */
  readonly requestedBy: string;
  readonly reason: string;
  readonly clock: () => Instant;
  /** Only what came from this source; everything where absent. */
  readonly sourceId?: string;
  /** Those of the store where absent. */
  readonly settings?: FactSettings;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Conversations to a transaction; default 500. */
  readonly batchSize?: number;
};

export type Restatement = {
  readonly id: number;
  readonly requestedBy: string;
  readonly reason: string;
  readonly startedAt: Instant;
  /** Null while it runs, and for good where it was stopped. */
  readonly finishedAt: Instant | null;
  readonly conversations: number;
  /** How many of them came out different. */
  readonly changed: number;
};

/**
 * Derives the facts of all conversations (or of those of one source) anew, in batches; those that come out the same keep their change number.
 * Stopped halfway it leaves a store in which some figures are old and some new, and a record without an end: run it again.
 */
export async function rederiveFacts(db: Db, request: RestatementRequest): Promise<Restatement> {
  const { conversation, restatement } = db.tables;
  const [all] = await db.query.select({ n: count() }).from(conversation).where(ofSource(db, request));
  const total = all?.n ?? 0;
  const [begun] = await db.query
    .insert(restatement)
    .values({
      requestedBy: request.requestedBy,
      reason: request.reason,
      startedAt: request.clock(),
      finishedAt: null,
      conversations: 0,
      changed: 0,
    })
    .returning();
  if (begun === undefined) throw new AppError('internal', 'the restatement was not written down');
  let record: Restatement = begun;
  let lastId = 0;
  for (;;) {
    request.signal?.throwIfAborted();
    const batch = await inTransaction(db, async (tx) => await rederiveBatch(tx, lastId, request));
    lastId = batch.lastId;
    record = { ...record, conversations: record.conversations + batch.conversations, changed: record.changed + batch.changed };
    const isLast = batch.conversations === 0;
    if (isLast) record = { ...record, finishedAt: request.clock() };
    const { id, ...set } = record;
    await db.query.update(restatement).set(set).where(eq(restatement.id, id));
    if (isLast) return record;
    request.onProgress?.(record.conversations, Math.max(total, record.conversations));
  }
}

/** Newest first. */
export async function findRestatements(db: Db): Promise<Restatement[]> {
  const { restatement } = db.tables;
  return await db.query.select().from(restatement).orderBy(desc(restatement.id));
}

function ofSource({ tables: { conversation } }: Db, { sourceId }: Pick<RestatementRequest, 'sourceId'>) {
  return sourceId === undefined ? undefined : eq(conversation.sourceId, sourceId);
}

type Batch = { readonly lastId: number; readonly conversations: number; readonly changed: number };

async function rederiveBatch(tx: Db, afterId: number, request: RestatementRequest): Promise<Batch> {
  const { conversation } = tx.tables;
  await lockChanges(tx);
  const settings = request.settings ?? (await getFactSettings(tx));
  const rows = await tx.query
    .select()
    .from(conversation)
    .where(and(gt(conversation.id, afterId), ofSource(tx, request)))
    .orderBy(asc(conversation.id))
    .limit(request.batchSize ?? 500);
  let changed = 0;
  const ids = rows.map(({ id }) => id);
  for (const [sourceId, ofSource] of groupBy(rows, (row) => row.sourceId)) changed += await rederiveRows(tx, sourceId, ofSource, settings);
  const complaints = await deriveComplaints(tx, { ids, settings });
  if (complaints.size > 0) await markChanged(tx, [...complaints], (await takeNumbers(tx, 0)).change);
  return { lastId: rows.at(-1)?.id ?? afterId, conversations: rows.length, changed };
}

async function rederiveRows(tx: Db, sourceId: string, rows: readonly ConversationRow[], settings: FactSettings): Promise<number> {
  const stored = await withMessages(tx, rows);
  const before = await withFacts(tx, stored);
  const after = await deriveStored(tx, sourceId, stored, settings);
  const different = after.flatMap((derived, index) => {
    const from = stored[index];
    const old = before[index];
    return from === undefined || old === undefined || isSame(old, derived) ? [] : [{ from, derived }];
  });
  if (different.length === 0) return 0;
  const { change } = await takeNumbers(tx, 0);
  await writeFacts(
    tx,
    different.map(({ from }) => from),
    different.map(({ derived }) => derived),
    change,
  );
  const externalIds = different.flatMap(({ from, derived }) =>
    derived.conversation.mergedInto !== null && derived.conversation.arrivedAt !== from.row.arrivedAt
      ? [derived.conversation.mergedInto]
      : [],
  );
  await rederiveSurvivors(tx, { sourceId, externalIds, change, settings });
  return different.length;
}

/** The facts as they are stored, in the form in which they are derived. */
async function withFacts(tx: Db, stored: readonly StoredConversation[]): Promise<DerivedRows[]> {
  const { episode, wait } = tx.tables;
  const ids = stored.map(({ row }) => row.id);
  const waits = await tx.query
    .select()
    .from(wait)
    .where(inList(tx, wait.conversationId, ids))
    .orderBy(asc(wait.conversationId), asc(wait.position));
  const episodes = await tx.query
    .select()
    .from(episode)
    .where(inList(tx, episode.conversationId, ids))
    .orderBy(asc(episode.conversationId), asc(episode.position));
  const waitsOf = groupBy(waits, ({ conversationId }) => conversationId);
  const episodesOf = groupBy(episodes, ({ conversationId }) => conversationId);
  return stored.map(({ row, messages }) => ({
    conversation: row,
    messages,
    waits: waitsOf.get(row.id) ?? [],
    episodes: episodesOf.get(row.id) ?? [],
  }));
}
