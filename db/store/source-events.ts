// Events of one source: told again and again, kept once, and taken out where the source no longer tells them.
import { and, eq, gte, inArray } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import type { EventInput } from '../model/event.ts';
import type { Instant } from '../model/instant.ts';
import { type BusinessEvent, saveEvents } from './events.ts';
import { storableText } from './storable-text.ts';

export type EventCounts = { readonly inserted: number; readonly updated: number; readonly unchanged: number };

/** Ids of sources hold no colon, so two sources never share an id. */
function toEvent(sourceId: string, { externalId, ...rest }: EventInput): BusinessEvent {
  return { id: `${sourceId}:${storableText(externalId)}`, sourceId, ...rest, label: storableText(rest.label) };
}

const isSame = (a: BusinessEvent, b: BusinessEvent): boolean =>
  a.kind === b.kind && a.label === b.label && a.fromAt === b.fromAt && a.toAt === b.toAt && a.magnitude === b.magnitude;

/**
 * Saves events of a source; of two with one id the last counts, the other as unchanged. `wholeFrom`: these are all there are from that
 * instant on, so that others of the source from then on are removed; null where the source shows its newest ones only.
 */
export async function saveSourceEvents(
  tx: Db,
  sourceId: string,
  { events, wholeFrom }: { readonly events: readonly EventInput[]; readonly wholeFrom: Instant | null },
): Promise<EventCounts> {
  const { event } = tx.tables;
  const told = new Map(events.map((one) => toEvent(sourceId, one)).map((one) => [one.id, one]));
  const stored = await tx.query.select().from(event).where(eq(event.sourceId, sourceId));
  const known = new Map(stored.map((one) => [one.id, one]));
  const fresh = [...told.values()].filter(({ id }) => !known.has(id));
  const changed = [...told.values()].filter((one) => {
    const before = known.get(one.id);
    return before !== undefined && !isSame(before, one);
  });
  await saveEvents(tx, [...fresh, ...changed]);
  const gone = wholeFrom === null ? [] : stored.filter(({ id, fromAt }) => fromAt >= wholeFrom && !told.has(id)).map(({ id }) => id);
  if (gone.length > 0) {
    const isGone = and(eq(event.sourceId, sourceId), gte(event.fromAt, wholeFrom ?? 0), inArray(event.id, gone));
    await tx.query.delete(event).where(isGone);
  }
  return { inserted: fresh.length, updated: changed.length, unchanged: events.length - fresh.length - changed.length };
}
