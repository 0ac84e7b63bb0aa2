// Whose replies a user wrote, so that they may see the reviews of these and of nobody else's.
import { asc, eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';

/** All of them, by user. */
export async function findOwners(db: Db): Promise<{ readonly userId: string; readonly agent: string }[]> {
  const { qualityOwn } = db.tables;
  return await db.query.select().from(qualityOwn).orderBy(asc(qualityOwn.userId));
}

/** Says that a user is a member of staff, by name; null takes it back. `not_found` for a user or a name that nobody has. */
export async function saveOwner(db: Db, userId: string, agent: string | null): Promise<void> {
  const { qualityOwn, staff, user } = db.tables;
  const [known] = await db.query.select({ id: user.id }).from(user).where(eq(user.id, userId));
  if (known === undefined) throw new AppError('not_found', 'no such user');
  if (agent === null) {
    await db.query.delete(qualityOwn).where(eq(qualityOwn.userId, userId));
    return;
  }
  const [member] = await db.query.select({ key: staff.key }).from(staff).where(eq(staff.name, agent)).limit(1);
  if (member === undefined) throw new AppError('not_found', 'nobody on the staff has this name');
  await db.query.insert(qualityOwn).values({ userId, agent }).onConflictDoUpdate({ target: qualityOwn.userId, set: { agent } });
}

/** The staff name of a user, with all keys of that name; null where nobody said who they are. */
export async function findOwnStaff(db: Db, userId: string): Promise<{ readonly agent: string; readonly keys: readonly string[] } | null> {
  const { qualityOwn, staff } = db.tables;
  const [own] = await db.query.select().from(qualityOwn).where(eq(qualityOwn.userId, userId));
  if (own === undefined) return null;
  const rows = await db.query.select({ key: staff.key }).from(staff).where(eq(staff.name, own.agent));
  return { agent: own.agent, keys: rows.map(({ key }) => key) };
}
