// "Is one of these", with one statement text for any number of values.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from './db.ts';

/** True where the column holds one of the values. One placeholder a value would make a new statement for every length. */
export function inList(db: Db, column: SQLWrapper, values: readonly (string | number)[]): SQL {
  if (db.dialect === 'sqlite') return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
  return sql`${column} = any(${sql.param([...values])})`;
}
