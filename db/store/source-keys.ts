// Keys of senders by source: added, found again, used, revoked. A key of the push API is kept as a hash, a signing secret sealed.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { KeyRecord } from '../model/push.ts';
import { storableText } from './storable-text.ts';

export type StoredKey = KeyRecord & { readonly hash: string | null; readonly sealed: string | null };
export type StoredKeyInput = Omit<StoredKey, 'id' | 'lastUsedAt' | 'revokedAt'>;

/** Adds a key; gives its id. */
export async function addSourceKey(db: Db, input: StoredKeyInput): Promise<number> {
  const { sourceKey } = db.tables;
  const row = { ...input, label: storableText(input.label), lastUsedAt: null, revokedAt: null };
  const [added] = await db.query.insert(sourceKey).values(row).returning({ id: sourceKey.id });
  if (added === undefined) throw new AppError('internal', 'the key was not written down');
  return added.id;
}

/** All keys of a source as people see them, revoked ones too, oldest first. */
export async function findSourceKeys(db: Db, sourceId: string): Promise<KeyRecord[]> {
  const { sourceKey } = db.tables;
  const rows = await db.query.select().from(sourceKey).where(eq(sourceKey.sourceId, sourceId)).orderBy(asc(sourceKey.id));
  return rows.map(({ hash: _hash, sealed: _sealed, ...key }) => key);
}

/** The keys of a source that still open it, with what they are checked by. */
export async function findOpenKeys(db: Db, sourceId: string): Promise<StoredKey[]> {
  const { sourceKey } = db.tables;
  return await db.query
    .select()
    .from(sourceKey)
    .where(and(eq(sourceKey.sourceId, sourceId), isNull(sourceKey.revokedAt)))
    .orderBy(asc(sourceKey.id));
}

/** Whether any source is open to senders. */
export async function hasOpenKeys(db: Db): Promise<boolean> {
  const { sourceKey } = db.tables;
  const found = await db.query.select({ id: sourceKey.id }).from(sourceKey).where(isNull(sourceKey.revokedAt)).limit(1);
  return found.length > 0;
}

/** Writes down that a key was used. */
export async function saveKeyUse(db: Db, id: number, now: Instant): Promise<void> {
  const { sourceKey } = db.tables;
  await db.query.update(sourceKey).set({ lastUsedAt: now }).where(eq(sourceKey.id, id));
}

/** From now on the key opens nothing; what sealed it is thrown away. `not_found` where there is no such open key. */
export async function revokeSourceKey(db: Db, id: number, now: Instant): Promise<KeyRecord> {
  const { sourceKey } = db.tables;
  const [revoked] = await db.query
    .update(sourceKey)
    .set({ revokedAt: now, hash: null, sealed: null })
    .where(and(eq(sourceKey.id, id), isNull(sourceKey.revokedAt)))
    .returning();
  if (revoked === undefined) throw new AppError('not_found', `no open key ${id}`);
  const { hash: _hash, sealed: _sealed, ...key } = revoked;
  return key;
}
