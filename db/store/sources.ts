// Sources: where conversations come from, each under one id that its records keep.
import { and, asc, count, desc, eq, isNotNull, isNull, sql, sum } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { removeSearchOfSource } from '../dialect/search.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import { removeDemoCampaigns } from './annotation-campaigns.ts';
import { nextEpoch } from './change-state.ts';
import { removeEmptyIssues } from './issues.ts';
import { removeDemoModels } from './learned-models.ts';
import { findNoticeSetting, removeNoticeSetting } from './notice-settings.ts';
import { removeReplayed } from './notices.ts';
import { removeDemoRounds } from './quality-rounds.ts';
import { removeTally } from './source-tally.ts';

export type Source = { readonly id: string; readonly label: string; readonly kind: string; readonly isDemo: boolean };
/** A source whose kind is `demo` belongs to the demo company unless `isDemo` says otherwise. */
export type SourceInput = { readonly id: string; readonly label: string; readonly kind: string; readonly isDemo?: boolean };
export type SourceRecord = Source & { readonly conversations: number; readonly lastMessageAt: Instant | null };

/** All sources by id, with what is in the store of each. Asked every few seconds, so it counts nothing: see `moveTally`. */
export async function findSources(db: Db): Promise<SourceRecord[]> {
  const { conversation, source, sourceTally } = db.tables;
  // For each source the end of an index: grouping would read the whole of it.
  const last = db.query
    .select({ at: conversation.lastMessageAt })
    .from(conversation)
    .where(and(eq(conversation.sourceId, source.id), isNotNull(conversation.lastMessageAt)))
    .orderBy(desc(conversation.lastMessageAt))
    .limit(1);
  return await db.query
    .select({
      id: source.id,
      label: source.label,
      kind: source.kind,
      isDemo: source.isDemo,
      conversations: sql`coalesce(${sum(sourceTally.conversations)}, 0)`.mapWith(Number),
      lastMessageAt: sql<Instant | null>`(${last})`.mapWith(conversation.lastMessageAt),
    })
    .from(source)
    .leftJoin(sourceTally, eq(sourceTally.sourceId, source.id))
    .groupBy(source.id, source.label, source.kind, source.isDemo)
    .orderBy(asc(source.id));
}

/** Adds a source or changes its label and kind. */
export async function saveSource(db: Db, input: SourceInput): Promise<Source> {
  const { source } = db.tables;
  const saved = { id: input.id, label: input.label, kind: input.kind, isDemo: input.isDemo ?? input.kind === 'demo' };
  await db.query
    .insert(source)
    .values(saved)
    .onConflictDoUpdate({ target: source.id, set: { label: saved.label, kind: saved.kind, isDemo: saved.isDemo } });
  return saved;
}

/** Removes a source with all that came from it: conversations, staff, events, dead letters, cursor, connection, gaps, keys. `not_found` where there is none. */
export async function removeSource(db: Db, id: string): Promise<{ readonly conversations: number }> {
  const { conversation, cursor, deadLetter, event, hookDelivery, pushAnswer, source, sourceConnection, sourceGap, sourceKey, staff } =
    db.tables;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const [known] = await tx.query.select({ id: source.id }).from(source).where(eq(source.id, id));
    if (known === undefined) throw new AppError('not_found', `no source "${id}"`);
    const [held] = await tx.query.select({ n: count() }).from(conversation).where(eq(conversation.sourceId, id));
    await removeSearchOfSource(tx, id);
    await tx.query.delete(conversation).where(eq(conversation.sourceId, id));
    for (const table of [event, staff, deadLetter, cursor, sourceConnection, sourceGap, sourceKey, pushAnswer, hookDelivery])
      await tx.query.delete(table).where(eq(table.sourceId, id));
    await removeTally(tx, id);
    await tx.query.delete(source).where(eq(source.id, id));
    await nextEpoch(tx);
    return { conversations: held?.n ?? 0 };
  });
}

/** Removes the demo company: every source marked demo, with all that came from it. */
export async function removeDemo(db: Db): Promise<{ readonly sources: number; readonly conversations: number }> {
  const { source } = db.tables;
  return await inTransaction(db, async (tx) => {
    const demo = await tx.query.select({ id: source.id }).from(source).where(eq(source.isDemo, true)).orderBy(asc(source.id));
    await removeDemoCampaigns(tx);
    await removeDemoRounds(tx);
    await removeDemoModels(tx);
    let conversations = 0;
    for (const { id } of demo) conversations += (await removeSource(tx, id)).conversations;
    // Replayed notices are about the demo's customers, and the demo alone may have switched notices on.
    await removeReplayed(tx);
    if ((await findNoticeSetting(tx))?.isForDemo === true) await removeNoticeSetting(tx);
    await removeEmptyIssues(tx);
    return { sources: demo.length, conversations };
  });
}

/** External ids of the newest conversations of a source that still count, newest first. */
export async function findNewestOf(db: Db, sourceId: string, limit: number): Promise<string[]> {
  const { conversation } = db.tables;
  const rows = await db.query
    .select({ externalId: conversation.externalId })
    .from(conversation)
    .where(and(eq(conversation.sourceId, sourceId), isNull(conversation.exclusion)))
    .orderBy(desc(conversation.place))
    .limit(limit);
  return rows.map(({ externalId }) => externalId);
}
