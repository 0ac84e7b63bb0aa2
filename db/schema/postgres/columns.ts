// Column kinds of the PostgreSQL schema, named as in the SQLite schema so that the two files read alike.
import { bigint, boolean, customType, doublePrecision, integer, jsonb, timestamp } from 'drizzle-orm/pg-core';

/** Text that sorts by its bytes, as SQLite does; without the collation both databases would page through the same list differently. */
export const words = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });

/** Epoch milliseconds, or a count that may pass two thousand million; read as a JavaScript number. */
export const instant = () => bigint({ mode: 'number' });
export const count = () => integer();
export const real = () => doublePrecision();
export const flag = () => boolean();
export const json = () => jsonb();

/** A Date, for the tables of the sign-in library only: it insists on them. */
export const date = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

/** The row number of a table that is not shared with anything outside. */
export const rowNumber = () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity();
