// What staffing was told of a channel, in versions that are only ever added.
import { asc } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import type { StaffingSetting } from '../model/staffing.ts';

/** All versions, by channel and oldest first. */
export async function findStaffingSettings(db: Db): Promise<StaffingSetting[]> {
  const { staffingSetting } = db.tables;
  return await db.query.select().from(staffingSetting).orderBy(asc(staffingSetting.channel), asc(staffingSetting.version));
}

/** Adds a version; `conflict` where its number is taken. */
export async function saveStaffingSetting(db: Db, setting: StaffingSetting): Promise<void> {
  const { staffingSetting } = db.tables;
  await inTransaction(db, async (tx) => {
    const added = await tx.query
      .insert(staffingSetting)
      .values(setting)
      .onConflictDoNothing()
      .returning({ version: staffingSetting.version });
    if (added.length > 0) return;
    throw new AppError(
      'conflict',
      `staffing of "${setting.channel}" has a version ${setting.version} already; look at it again before you save`,
    );
  });
}
