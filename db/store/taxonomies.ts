// Taxonomies that were applied here, each under the next number; the newest is in force. With each, where the categories went that it took away.
import { asc, desc } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { categoryAliases, type VersionedMove } from '../facts/category-aliases.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { CategoryMove } from '../model/taxonomy-change.ts';
import { nextEpoch } from './change-state.ts';

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

/** Where categories went, oldest version first. */
export async function findCategoryMoves(db: Db): Promise<VersionedMove[]> {
  const { taxonomyMove } = db.tables;
  return await db.query.select().from(taxonomyMove).orderBy(asc(taxonomyMove.version), asc(taxonomyMove.was));
}

export type TaxonomyTurn = {
  /** All leaves that are in force from now on. */
  readonly leaves: readonly string[];
  /** Where those go that are taken away. */
  readonly moves: readonly CategoryMove[];
  /** The version that was in force when it was decided; `conflict` where another one is by now. */
  readonly basedOn?: number;
};

/** Puts a taxonomy in force and gives its number. Nothing that was stored under former categories is rewritten: readers find it under what became of it. */
export async function saveTaxonomy(db: Db, applied: Omit<AppliedTaxonomy, 'version'>, turn: TaxonomyTurn): Promise<number> {
  const { categoryAlias, taxonomyMove, taxonomyVersion } = db.tables;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const before = await getTaxonomyVersion(tx);
    if (turn.basedOn !== undefined && turn.basedOn !== before)
      throw new AppError('conflict', `version ${before} came into force meanwhile; look at the differences again`);
    const version = before + 1;
    await tx.query.insert(taxonomyVersion).values({ ...applied, version });
    if (turn.moves.length > 0) await tx.query.insert(taxonomyMove).values(turn.moves.map((move) => ({ ...move, version })));
    const aliases = categoryAliases(await findCategoryMoves(tx), turn.leaves);
    await tx.query.delete(categoryAlias);
    if (aliases.length > 0) await tx.query.insert(categoryAlias).values(aliases);
    // Figures hold categories as they were read; they have to read them anew.
    await nextEpoch(tx);
    return version;
  });
}
