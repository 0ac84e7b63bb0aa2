// Categories as they are called now: what was stored under a former one is read under what became of it, and never rewritten.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';

/** A stored category, or what it has become. */
export function categoryNow(db: Db, stored: SQLWrapper): SQL<string | null> {
  const { categoryAlias: alias } = db.tables;
  return sql<string | null>`coalesce((select ${alias.becomes} from ${alias} where ${alias.was} = ${stored}), ${stored})`;
}

/** A label of any field: those of categories as `categoryNow`, all others as they are. */
export function labelNow(db: Db, field: SQLWrapper, stored: SQLWrapper): SQL<string | null> {
  return sql<string | null>`case when ${field} = 'category' then ${categoryNow(db, stored)} else ${stored} end`;
}

/** What former categories are now, for whoever reads whole rows. */
export async function readCategoryNow(db: Db): Promise<(stored: string | null) => string | null> {
  const rows = await db.query.select().from(db.tables.categoryAlias);
  const becomes = new Map(rows.map((row) => [row.was, row.becomes]));
  return (stored) => (stored === null ? null : (becomes.get(stored) ?? stored));
}
