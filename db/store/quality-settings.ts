// Weights of the criteria, in versions that are only ever added; version 1 is the one that ships.
import { asc } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import { type QualitySetting, type QualityTerms, shippedQualityTerms } from '../model/quality.ts';

/** What people set, oldest first; the shipped terms are not among it. */
export async function findQualitySettings(db: Db): Promise<QualitySetting[]> {
  const { qualitySetting } = db.tables;
  return await db.query.select().from(qualitySetting).orderBy(asc(qualitySetting.version));
}

/** What holds now. */
export async function currentQualityTerms(db: Db): Promise<QualityTerms> {
  return (await findQualitySettings(db)).at(-1) ?? shippedQualityTerms;
}

/** The terms that a review was scored under. */
export async function getQualityTerms(db: Db, version: number): Promise<QualityTerms> {
  if (version === shippedQualityTerms.version) return shippedQualityTerms;
  const found = (await findQualitySettings(db)).find((setting) => setting.version === version);
  if (found === undefined) throw new AppError('not_found', `no version ${version} of the weights`);
  return found;
}

/** Adds a version; `conflict` where its number is taken. */
export async function saveQualitySetting(db: Db, setting: QualitySetting): Promise<void> {
  const { qualitySetting } = db.tables;
  await inTransaction(db, async (tx) => {
    const { version } = qualitySetting;
    const added = await tx.query.insert(qualitySetting).values(setting).onConflictDoNothing().returning({ version });
    if (added.length > 0) return;
    throw new AppError('conflict', `the weights have a version ${setting.version} already; look at them again before you save`);
  });
}
