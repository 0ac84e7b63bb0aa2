// SQLite tables of wait-time notices: the log of what customers were told, and what people set by hand.
import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { NoticeOrigin } from '../../model/notice.ts';
import { flag, instant, json, words } from './columns.ts';

export const notice = sqliteTable(
  'notice',
  {
    channel: words().notNull(),
    shownAt: instant().notNull(),
    untilAt: instant().notNull(),
    minMs: instant().notNull(),
    maxMs: instant().notNull(),
    origin: words().$type<NoticeOrigin>().notNull(),
    isPeak: flag().notNull(),
  },
  (table) => [primaryKey({ columns: [table.channel, table.shownAt] }), index('notice_until').on(table.untilAt)],
);

export const noticeOverride = sqliteTable('notice_override', {
  channel: words().primaryKey(),
  minMs: instant(),
  maxMs: instant(),
  texts: json().$type<Readonly<Record<string, string>>>().notNull(),
  setBy: words().notNull(),
  setAt: instant().notNull(),
  expiresAt: instant().notNull(),
});
