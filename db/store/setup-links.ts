// One-time links: the first admin's and invites. Only a hash of each token is stored.
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { Role } from '../model/role.ts';

export type SetupLink = {
  readonly tokenHash: string;
  readonly purpose: 'setup' | 'invite';
  /** The account that waits for its password; null for the first admin. */
  readonly userId: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
};

export async function saveSetupLink(db: Db, link: Omit<SetupLink, 'usedAt'>): Promise<void> {
  await db.query.insert(db.tables.setupLink).values({ ...link, usedAt: null });
}

/** Null where the link is unknown, used or past its time: the three look alike. */
export async function findSetupLink(db: Db, tokenHash: string, now: Instant): Promise<SetupLink | null> {
  const { setupLink } = db.tables;
  const [link] = await db.query
    .select()
    .from(setupLink)
    .where(and(eq(setupLink.tokenHash, tokenHash), isUsable(db, now)));
  return link ?? null;
}

/** Links that still work, oldest first. */
export async function findSetupLinks(db: Db, now: Instant): Promise<SetupLink[]> {
  const { setupLink } = db.tables;
  return await db.query.select().from(setupLink).where(isUsable(db, now)).orderBy(asc(setupLink.createdAt), asc(setupLink.tokenHash));
}

/** Uses the link up, in one statement: of two who come at once one gets it. `not_found` where it is unknown, used or past its time. */
export async function takeSetupLink(db: Db, tokenHash: string, now: Instant): Promise<SetupLink> {
  const { setupLink } = db.tables;
  const [link] = await db.query
    .update(setupLink)
    .set({ usedAt: now })
    .where(and(eq(setupLink.tokenHash, tokenHash), isUsable(db, now)))
    .returning();
  if (link === undefined) throw new AppError('not_found', 'this link does not work: it was used, is too old, or never was');
  return link;
}

/** Makes all other links of an account, or all set-up links (null), useless. */
export async function removeSetupLinks(db: Db, userId: string | null): Promise<void> {
  const { setupLink } = db.tables;
  await db.query.delete(setupLink).where(userId === null ? eq(setupLink.purpose, 'setup') : eq(setupLink.userId, userId));
}

function isUsable(db: Db, now: Instant) {
  const { setupLink } = db.tables;
  return and(isNull(setupLink.usedAt), gt(setupLink.expiresAt, now));
}
