// What people decide about notices: whether customers are told anything and under which key, and what is set by hand for a while.
import { asc, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import type { Instant } from '../model/instant.ts';
import { type NoticeOverride, type NoticeSetting, noticeSettingSchema } from '../model/notice.ts';
import { storableText } from './storable-text.ts';

const key = 'notice';

/** Null where nobody has decided yet: then customers are told nothing. */
export async function findNoticeSetting(db: Db): Promise<NoticeSetting | null> {
  const { setting } = db.tables;
  const [row] = await db.query.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return row === undefined ? null : noticeSettingSchema.parse(row.value);
}

export async function saveNoticeSetting(db: Db, value: NoticeSetting): Promise<void> {
  const { setting } = db.tables;
  await db.query.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}

/** Takes the decision back. */
export async function removeNoticeSetting(db: Db): Promise<void> {
  const { setting } = db.tables;
  await db.query.delete(setting).where(eq(setting.key, key));
}

/** What is set by hand and has not expired, by channel. */
export async function findOverrides(db: Db, at: Instant): Promise<NoticeOverride[]> {
  const { noticeOverride } = db.tables;
  return await db.query.select().from(noticeOverride).where(gt(noticeOverride.expiresAt, at)).orderBy(asc(noticeOverride.channel));
}

/** Sets one by hand, in place of what was set before for the channel. */
export async function saveOverride(db: Db, override: NoticeOverride): Promise<void> {
  const { noticeOverride } = db.tables;
  const texts = Object.fromEntries(Object.entries(override.texts).map(([language, text]) => [language, storableText(text)]));
  const { channel, ...rest } = { ...override, texts };
  await db.query
    .insert(noticeOverride)
    .values({ channel, ...rest })
    .onConflictDoUpdate({ target: noticeOverride.channel, set: rest });
}

/** Nothing happens where none is set. */
export async function removeOverride(db: Db, channel: string): Promise<void> {
  const { noticeOverride } = db.tables;
  await db.query.delete(noticeOverride).where(eq(noticeOverride.channel, channel));
}

export async function forgetExpiredOverrides(db: Db, now: Instant): Promise<void> {
  const { noticeOverride } = db.tables;
  await db.query.delete(noticeOverride).where(lte(noticeOverride.expiresAt, now));
}
