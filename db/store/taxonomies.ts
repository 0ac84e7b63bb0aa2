// Taxonomies that were applied here, each under the next number; the newest is in force.
import { desc } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import type { Instant } from '../model/instant.ts';

export type AppliedTaxonomy = {
  readonly version: number;
  /** Null: the shipped one, taken up again. Its own form belongs to whoever reads taxonomies. */
  readonly document: unknown;
  /** The model that was learned from it, packed and in base 64; null beside a null document. */
  readonly model: string | null;
  readonly appliedAt: Instant;
  /** User id or command. */
  readonly appliedBy: string;
};

/** The number of the taxonomy in force; 0 where none was ever applied. Cheap: asked before every run of a source. */
export async function getTaxonomyVersion(db: Db): Promise<number> {
  const { taxonomyVersion } = db.tables;
  const [row] = await db.query
    .select({ version: taxonomyVersion.version })
    .from(taxonomyVersion)
    .orderBy(desc(taxonomyVersion.version))
    .limit(1);
  return row?.version ?? 0;
}

/** The taxonomy in force; null where none was ever applied. */
export async function findTaxonomy(db: Db): Promise<AppliedTaxonomy | null> {
  const { taxonomyVersion } = db.tables;
  const [row] = await db.query.select().from(taxonomyVersion).orderBy(desc(taxonomyVersion.version)).limit(1);
  return row ?? null;
}

/** All that were ever applied, newest first, without their models. */
export async function findTaxonomies(db: Db): Promise<Omit<AppliedTaxonomy, 'model'>[]> {
  const { taxonomyVersion } = db.tables;
  const { version, document, appliedAt, appliedBy } = taxonomyVersion;
  return await db.query.select({ version, document, appliedAt, appliedBy }).from(taxonomyVersion).orderBy(desc(version));
}

/** Puts a taxonomy in force and gives its number. */
export async function saveTaxonomy(db: Db, applied: Omit<AppliedTaxonomy, 'version'>): Promise<number> {
  const { taxonomyVersion } = db.tables;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const version = (await getTaxonomyVersion(tx)) + 1;
    await tx.query.insert(taxonomyVersion).values({ ...applied, version });
    return version;
  });
}
