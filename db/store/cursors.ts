// Cursors: where to go on in each source. They are written with the page that they follow, by saveConversations.
import { eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import type { Instant } from '../model/instant.ts';

/** Null where the source has to be read from its beginning. */
export async function findCursor(db: Db, sourceId: string): Promise<string | null> {
  const { cursor } = db.tables;
  const [row] = await db.query.select({ value: cursor.value }).from(cursor).where(eq(cursor.sourceId, sourceId));
  return row?.value ?? null;
}

/** Null forgets the cursor, so that the source is read anew; what is known already then counts as unchanged. */
export async function saveCursor(db: Db, sourceId: string, value: string | null, now: Instant): Promise<void> {
  const { cursor } = db.tables;
  if (value === null) await db.query.delete(cursor).where(eq(cursor.sourceId, sourceId));
  else
    await db.query
      .insert(cursor)
      .values({ sourceId, value, savedAt: now })
      .onConflictDoUpdate({ target: cursor.sourceId, set: { value, savedAt: now } });
}
