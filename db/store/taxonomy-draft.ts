// The one draft of a taxonomy: saved over, found, discarded.
import type { Db } from '../dialect/db.ts';
import type { Instant } from '../model/instant.ts';

export type StoredDraft = {
  /** Null: the shipped taxonomy. Its own form belongs to whoever reads taxonomies. */
  readonly document: unknown;
  /** The version that it is to bring back; null for one that was written. */
  readonly ofVersion: number | null;
  readonly savedAt: Instant;
  readonly savedBy: string;
};

export async function findTaxonomyDraft(db: Db): Promise<StoredDraft | null> {
  const { document, ofVersion, savedAt, savedBy } = db.tables.taxonomyDraft;
  const [row] = await db.query.select({ document, ofVersion, savedAt, savedBy }).from(db.tables.taxonomyDraft);
  return row ?? null;
}

export async function saveTaxonomyDraft(db: Db, draft: StoredDraft): Promise<void> {
  const { taxonomyDraft } = db.tables;
  await db.query
    .insert(taxonomyDraft)
    .values({ id: 1, ...draft })
    .onConflictDoUpdate({ target: taxonomyDraft.id, set: draft });
}

export async function removeTaxonomyDraft(db: Db): Promise<void> {
  await db.query.delete(db.tables.taxonomyDraft);
}
