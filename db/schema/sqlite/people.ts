// SQLite tables of people: our staff, the users who sign in, and what the sign-in library keeps about them.
import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../model/instant.ts';
import type { Role } from '../../model/role.ts';
import { count, date, flag, instant, json, words } from './columns.ts';
import { source } from './feedback.ts';

export const staff = sqliteTable('staff', {
  key: words().primaryKey(),
  sourceId: words()
    .notNull()
    .references(() => source.id),
  name: words().notNull(),
  team: words(),
  languages: json().$type<string[]>().notNull(),
  activeFrom: words().$type<Day>(),
  activeTo: words().$type<Day>(),
});

export const user = sqliteTable('user', {
  id: words().primaryKey(),
  name: words().notNull(),
  email: words().notNull().unique('user_email'),
  emailVerified: flag().notNull().default(false),
  image: words(),
  createdAt: date().notNull(),
  updatedAt: date().notNull(),
  role: words().$type<Role>().notNull().default('viewer'),
  disabled: flag().notNull().default(false),
  isDemo: flag().notNull().default(false),
  screenLanguage: words(),
  twoFactorEnabled: flag().default(false),
});

export const session = sqliteTable(
  'session',
  {
    id: words().primaryKey(),
    expiresAt: date().notNull(),
    token: words().notNull().unique('session_token'),
    createdAt: date().notNull(),
    updatedAt: date().notNull(),
    ipAddress: words(),
    userAgent: words(),
    userId: words()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
  },
  (table) => [index('session_user').on(table.userId)],
);

export const account = sqliteTable(
  'account',
  {
    id: words().primaryKey(),
    accountId: words().notNull(),
    providerId: words().notNull(),
    userId: words()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: words(),
    refreshToken: words(),
    idToken: words(),
    accessTokenExpiresAt: date(),
    refreshTokenExpiresAt: date(),
    scope: words(),
    password: words(),
    createdAt: date().notNull(),
    updatedAt: date().notNull(),
  },
  (table) => [index('account_user').on(table.userId)],
);

export const verification = sqliteTable(
  'verification',
  {
    id: words().primaryKey(),
    identifier: words().notNull(),
    value: words().notNull(),
    expiresAt: date().notNull(),
    createdAt: date().notNull(),
    updatedAt: date().notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

export const twoFactor = sqliteTable(
  'two_factor',
  {
    id: words().primaryKey(),
    secret: words().notNull(),
    backupCodes: words().notNull(),
    userId: words()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    verified: flag().default(true),
    failedVerificationCount: count().default(0),
    lockedUntil: date(),
  },
  (table) => [index('two_factor_secret').on(table.secret), index('two_factor_user').on(table.userId)],
);

export const setupLink = sqliteTable('setup_link', {
  tokenHash: words().primaryKey(),
  purpose: words().$type<'setup' | 'invite'>().notNull(),
  userId: words(),
  email: words(),
  role: words().$type<Role>().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});
