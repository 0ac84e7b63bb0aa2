// Business events: releases, incidents and the like, laid over charts beside what customers did then.
import { and, asc, count, eq, gt, inArray, lt } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import { type EventKind, eventKinds } from '../model/event.ts';
import type { Instant } from '../model/instant.ts';
import type { InstantRange } from '../model/metric.ts';
import { storableText } from './storable-text.ts';

export type BusinessEvent = {
  readonly id: string;
  /** Null for one that was typed in. */
  readonly sourceId: string | null;
  readonly kind: EventKind;
  readonly label: string;
  readonly fromAt: Instant;
  readonly toAt: Instant;
  /** On the event's own scale, such as the percentage of a price move; null where there is none. */
  readonly magnitude: number | null;
};

/** Events that touch `[from, to)`, earliest first; all of them without a range. An event without length touches its own instant. */
export async function findEvents(db: Db, range: InstantRange | null, kinds: readonly EventKind[] = eventKinds): Promise<BusinessEvent[]> {
  const { event } = db.tables;
  // One millisecond stands for the length of an event that has none.
  const touches = range === null ? undefined : and(lt(event.fromAt, range.to), gt(event.toAt, range.from - 1));
  return await db.query
    .select()
    .from(event)
    .where(and(touches, inArray(event.kind, [...kinds])))
    .orderBy(asc(event.fromAt), asc(event.id));
}

/** How many there are of each source; a source without any is not in it. */
export async function countEvents(db: Db): Promise<ReadonlyMap<string, number>> {
  const { event } = db.tables;
  const rows = await db.query.select({ sourceId: event.sourceId, n: count() }).from(event).groupBy(event.sourceId);
  return new Map(rows.flatMap(({ sourceId, n }) => (sourceId === null ? [] : [[sourceId, n]])));
}

/** One that was typed in. `not_found` where there is none, `conflict` where it came from a source, which would bring it back. */
export async function getTypedEvent(db: Db, id: string): Promise<BusinessEvent> {
  const { event } = db.tables;
  const [found] = await db.query.select().from(event).where(eq(event.id, id));
  if (found === undefined) throw new AppError('not_found', 'no such event');
  if (found.sourceId !== null) throw new AppError('conflict', `this event comes from the source "${found.sourceId}"; change it there`);
  return found;
}

/** Adds events or, by id, changes them. */
export async function saveEvents(db: Db, events: readonly BusinessEvent[]): Promise<void> {
  const { event } = db.tables;
  await inTransaction(db, async (tx) => {
    for (const { id, ...rest } of events) {
      const change = { ...rest, label: storableText(rest.label) };
      await tx.query
        .insert(event)
        .values({ id, ...change })
        .onConflictDoUpdate({ target: event.id, set: change });
    }
  });
}

/** Removes one event; nothing happens where there is none. */
export async function removeEvent(db: Db, id: string): Promise<void> {
  const { event } = db.tables;
  await db.query.delete(event).where(eq(event.id, id));
}
