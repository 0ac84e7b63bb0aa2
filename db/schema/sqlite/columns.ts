// Column kinds of the SQLite schema, named as in the PostgreSQL schema so that the two files read alike.
import { real as double, integer, text } from 'drizzle-orm/sqlite-core';

export const words = () => text();

/** Epoch milliseconds, or a count that may pass two thousand million; read as a JavaScript number. */
export const instant = () => integer({ mode: 'number' });
export const count = () => integer({ mode: 'number' });
export const real = () => double();
export const flag = () => integer({ mode: 'boolean' });
export const json = () => text({ mode: 'json' });

/** A Date, for the tables of the sign-in library only: it insists on them. */
export const date = () => integer({ mode: 'timestamp_ms' });

/** The row number of a table that is not shared with anything outside. */
export const rowNumber = () => integer({ mode: 'number' }).primaryKey({ autoIncrement: true });
