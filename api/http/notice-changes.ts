// What people change about notices, from the page or the command line: stored, written to the audit log, and in force at once.
import type { Db } from '#db/dialect/db.ts';
import { AppError } from '#db/model/errors.ts';
import { type Instant, minute } from '#db/model/instant.ts';
import type { NoticeOverride, NoticeSetting } from '#db/model/notice.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findNoticeSetting, findOverrides, removeOverride, saveNoticeSetting, saveOverride } from '#db/store/notice-settings.ts';
import { endNotices } from '#db/store/notices.ts';
import type { NoticeKeeper } from './notice-keeper.ts';

export type ChangeParts = {
  readonly db: Db;
  readonly clock: () => Instant;
  readonly randomToken: () => string;
  readonly notices: NoticeKeeper;
};

/** Who changes something, as the audit log names them. */
export type Changer = { readonly actor: string; readonly role?: string | null; readonly address?: string | null };

const nothingYet: Omit<NoticeSetting, 'key'> = { isOn: false, channels: [], isForDemo: false };

async function renew(notices: NoticeKeeper): Promise<void> {
  notices.forget();
  await notices.write();
}

/** Switches notices on or off, or chooses their channels. The first change makes the key. */
export async function changeNoticeSetting(
  { db, clock, randomToken, notices }: ChangeParts,
  { isOn, channels }: { readonly isOn?: boolean | undefined; readonly channels?: readonly string[] | undefined },
  who: Changer,
): Promise<void> {
  const before = (await findNoticeSetting(db)) ?? { ...nothingYet, key: randomToken() };
  const next = { ...before, isOn: isOn ?? before.isOn, channels: [...new Set(channels ?? before.channels)] };
  await saveNoticeSetting(db, next);
  if (!next.isOn) await endNotices(db, null, clock());
  const details = { isOn: next.isOn, channels: next.channels };
  await saveAudit(db, { at: clock(), ...who, action: 'notice_changed', subject: 'notice', details });
  await renew(notices);
}

/** A new key; pages with the old one show nothing from then on. `conflict` where there has never been one. */
export async function changeNoticeKey({ db, clock, randomToken }: ChangeParts, who: Changer): Promise<string> {
  const before = await findNoticeSetting(db);
  if (before === null) throw new AppError('conflict', 'notices were never switched on, so there is no key to change');
  const key = randomToken();
  await saveNoticeSetting(db, { ...before, key });
  await saveAudit(db, { at: clock(), ...who, action: 'notice_key_changed', subject: 'notice', details: {} });
  return key;
}

export type OverrideChange = {
  readonly channel: string;
  readonly waitMinutes: { readonly min: number; readonly max: number } | null;
  readonly texts: NoticeOverride['texts'];
  readonly expiresAt: Instant;
  readonly setBy: string;
};

/** Sets the notice of a channel by hand; `invalid` where it would have expired already. */
export async function setNoticeOverride({ db, clock, notices }: ChangeParts, change: OverrideChange, who: Changer): Promise<void> {
  const { channel, waitMinutes, texts, expiresAt, setBy } = change;
  const setAt = clock();
  if (expiresAt <= setAt) throw new AppError('invalid', 'expiresAt: lies in the past');
  const range = waitMinutes === null ? { minMs: null, maxMs: null } : { minMs: waitMinutes.min * minute, maxMs: waitMinutes.max * minute };
  await saveOverride(db, { channel, ...range, texts, setBy, setAt, expiresAt });
  // Texts for customers are public, so the log of who did what may hold them.
  const details = { waitMinutes, texts, expiresAt: new Date(expiresAt).toISOString() };
  await saveAudit(db, { at: setAt, ...who, action: 'notice_set_by_hand', subject: channel, details });
  await renew(notices);
}

/** Goes back to what is predicted; `not_found` where nothing is set by hand. */
export async function dropNoticeOverride({ db, clock, notices }: ChangeParts, channel: string, who: Changer): Promise<void> {
  if (!(await findOverrides(db, clock())).some((one) => one.channel === channel)) {
    throw new AppError('not_found', `nothing is set by hand for ${channel}`);
  }
  await removeOverride(db, channel);
  await saveAudit(db, { at: clock(), ...who, action: 'notice_by_hand_removed', subject: channel, details: {} });
  await renew(notices);
}
