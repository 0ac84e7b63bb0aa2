// The mails of several folders in the order in which they came in, a page at a time, with the place where to go on.
import { z } from 'zod';
import type { Instant } from '#db/model/instant.ts';
import { threadStateSchema } from '../mail/mail-threads.ts';
import type { ListedSince, Mailbox, MailPlace, RawMail } from '../mail/mailbox.ts';

export const imapCursorSchema = z.strictObject({
  version: z.literal(1),
  /** By folder: its `UIDVALIDITY`, and the last mail that was read in it. */
  folders: z.record(z.string(), z.strictObject({ uidValidity: z.string(), lastUid: z.number().int().min(0) })),
  threads: threadStateSchema,
  /** Addresses, hashed, in whose name mails lie in the folder of what was sent. */
  ours: z.array(z.string()),
});
export type ImapCursor = z.infer<typeof imapCursorSchema>;

export type FolderPlan = { readonly folder: string; readonly uidValidity: string; readonly places: readonly MailPlace[] };
export type FolderMail = { readonly folder: string; readonly mail: RawMail };

const pageSize = 50;

export type Bounds = { readonly since: Instant; readonly to: Instant | null };

/** What is new in each folder. Another `UIDVALIDITY` means that all its numbers are new: it is read again, and known mails stay one. */
export async function planFolders(
  mailbox: Mailbox,
  folders: readonly string[],
  { cursor, bounds }: { readonly cursor: ImapCursor; readonly bounds: Bounds },
): Promise<FolderPlan[]> {
  const plans: FolderPlan[] = [];
  for (const folder of folders) {
    const { uidValidity } = await mailbox.stateOf(folder);
    const before = cursor.folders[folder];
    const listed: ListedSince = { afterUid: before?.uidValidity === uidValidity ? before.lastUid : 0, since: bounds.since };
    const places = await mailbox.list(folder, listed);
    plans.push({ folder, uidValidity, places: places.filter(({ at }) => isWithin(at, bounds)) });
  }
  return plans;
}

/** A mail without a time of arrival is read: better twice than never. */
function isWithin(at: Instant, { since, to }: Bounds): boolean {
  return Number.isNaN(at) || (at >= since && (to === null || at < to));
}

/** Pages over all folders: always the folder whose next mail is the oldest, and within a folder by number, so that the place is one number each. */
export function* toPages(plans: readonly FolderPlan[]): Generator<ReadonlyMap<string, readonly number[]>, void, undefined> {
  const next = plans.map((plan) => ({ ...plan, at: 0 }));
  for (;;) {
    const page = new Map<string, number[]>();
    for (let taken = 0; taken < pageSize; taken += 1) {
      const oldest = next.filter(({ places, at }) => at < places.length).sort(byArrival)[0];
      const place = oldest?.places[oldest.at];
      if (oldest === undefined || place === undefined) break;
      page.set(oldest.folder, [...(page.get(oldest.folder) ?? []), place.uid]);
      oldest.at += 1;
    }
    if (page.size === 0) return;
    yield page;
  }
}

type Next = FolderPlan & { at: number };

function byArrival(a: Next, b: Next): number {
  const [left, right] = [a.places[a.at]?.at ?? Number.NaN, b.places[b.at]?.at ?? Number.NaN];
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.isNaN(left) ? -1 : 1;
  return left - right;
}

/** The mails of a page, oldest first: an answer comes behind what it answers. */
export async function readPage(mailbox: Mailbox, page: ReadonlyMap<string, readonly number[]>): Promise<FolderMail[]> {
  const mails: FolderMail[] = [];
  for (const [folder, uids] of page) {
    for (const mail of await mailbox.read(folder, uids)) mails.push({ folder, mail });
  }
  return mails.sort((a, b) => (Number.isNaN(a.mail.at) || Number.isNaN(b.mail.at) ? 0 : a.mail.at - b.mail.at));
}

/** The place behind a page. */
export function behind(
  cursor: ImapCursor,
  plans: readonly FolderPlan[],
  page: ReadonlyMap<string, readonly number[]>,
): ImapCursor['folders'] {
  const folders = { ...cursor.folders };
  for (const { folder, uidValidity } of plans) {
    const before = folders[folder];
    const start = before?.uidValidity === uidValidity ? before.lastUid : 0;
    folders[folder] = { uidValidity, lastUid: Math.max(start, ...(page.get(folder) ?? [])) };
  }
  return folders;
}
