// Deliveries of webhooks that were taken, by a hash of what identifies them: one that comes again has no second effect.
import { lt } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { day, type Instant } from '../model/instant.ts';

/** Longer than any sender tries again: three days by Standard Webhooks. Signatures without a time are guarded by this alone. */
export const deliveryLifeMs = 30 * day;

/** Writes a delivery down; false where it was taken before. Old ones go. */
export async function saveDelivery(
  db: Db,
  delivery: { readonly sourceId: string; readonly deliveryHash: string },
  now: Instant,
): Promise<boolean> {
  const { hookDelivery } = db.tables;
  await db.query.delete(hookDelivery).where(lt(hookDelivery.receivedAt, now - deliveryLifeMs));
  const saved = await db.query
    .insert(hookDelivery)
    .values({ ...delivery, receivedAt: now })
    .onConflictDoNothing()
    .returning({ deliveryHash: hookDelivery.deliveryHash });
  return saved.length > 0;
}
