// One-time links: the first admin's and invites. Only the hash of a token is kept; used, expired and unknown look alike.
import { createHash } from 'node:crypto';
import { AppError } from '#db/model/errors.ts';
import { hour, type Instant } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { findSetupLink, removeSetupLinks, type SetupLink, saveSetupLink } from '#db/store/setup-links.ts';
import type { Account } from './accounts.ts';
import type { AppDeps } from './app-env.ts';
import { toIso } from './to-iso.ts';

export const linkLifeMs = 24 * hour;

/** What is stored of a token: enough to know it again, not enough to use it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The page of a link. The token stands behind `#`, so it reaches no server log and no Referer header. */
export function linkPath(token: string): string {
  return `/setup#token=${token}`;
}

/** A new link for the first admin; earlier ones die. Returns its path, to be printed once. */
export async function openAdminLink(db: Db, token: string, now: Instant): Promise<string> {
  await removeSetupLinks(db, null);
  await saveSetupLink(db, { ...linkOf(token, now), purpose: 'setup', userId: null, email: null, role: 'admin' });
  return linkPath(token);
}

/** A link by which the person of an account sets a password; earlier links of the same person die. */
export async function openInvite(
  { db, clock, randomToken }: Pick<AppDeps, 'db' | 'clock' | 'randomToken'>,
  origin: string,
  account: Pick<Account, 'id' | 'email' | 'role'>,
): Promise<{ readonly inviteLink: string; readonly expiresAt: string }> {
  const token = randomToken();
  const { id: userId, email, role } = account;
  const link = linkOf(token, clock());
  await removeSetupLinks(db, userId);
  await saveSetupLink(db, { ...link, purpose: 'invite', userId, email, role });
  return { inviteLink: `${origin}${linkPath(token)}`, expiresAt: toIso(link.expiresAt) };
}

function linkOf(token: string, now: Instant) {
  return { tokenHash: hashToken(token), createdAt: now, expiresAt: now + linkLifeMs };
}

/** The link of a token. Every reason why it does not work is the same `not_found`: nothing tells which tokens ever existed. */
export async function getOpenLink(db: Db, token: string, now: Instant): Promise<SetupLink> {
  const link = await findSetupLink(db, hashToken(token), now);
  if (link === null) throw new AppError('not_found', 'this link does not work, or not any more');
  return link;
}
