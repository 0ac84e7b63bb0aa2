// Business events: releases, incidents and the like, laid over charts beside what customers did then.
import { and, asc, eq, gt, lt } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inTransaction } from '../dialect/transaction.ts';
import type { Instant } from '../model/instant.ts';
import type { InstantRange } from '../model/metric.ts';
import { storableText } from './storable-text.ts';

export const eventKinds = ['release', 'incident', 'market', 'campaign', 'holiday'] as const;
export type EventKind = (typeof eventKinds)[number];

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
export async function findEvents(db: Db, range: InstantRange | null): Promise<BusinessEvent[]> {
  const { event } = db.tables;
  return await db.query
    .select()
    .from(event)
    // One millisecond stands for the length of an event that has none.
    .where(range === null ? undefined : and(lt(event.fromAt, range.to), gt(event.toAt, range.from - 1)))
    .orderBy(asc(event.fromAt), asc(event.id));
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
