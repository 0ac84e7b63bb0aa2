// Scrubbing: what was deleted or overwritten leaves the files too. A database keeps old rows in free space until something else is written there.
import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { openSqliteConnection } from './sqlite-connection.ts';

/** Tables that hold words of customers, and the search index over them. */
const withTexts = ['message', 'conversation', 'score', 'dead_letter', 'conversation_search'] as const;

/**
 * Writes the database anew without its free space. True where nothing old is left; false where another process was reading and the log still holds
 * old pages. Takes about as long as copying the file, and writers wait meanwhile. Not to be called in a transaction.
 */
export async function scrubFreed(db: Db): Promise<boolean> {
  if (db.dialect === 'sqlite') return scrubSqlite(db.location);
  for (const table of withTexts) await db.run(sql`vacuum full ${sql.identifier(table)}`);
  return true;
}

function scrubSqlite(file: string): boolean {
  // A connection of its own: `vacuum` runs in no transaction, and the writer of the store is always in one when it writes.
  const connection = openSqliteConnection(file, { isReadonly: false });
  try {
    // The words of a removed entry stay in the segments of the index until they are merged.
    connection.control("insert into conversation_search (conversation_search) values ('optimize')");
    connection.control('vacuum');
    const [busy] = [connection.execute('pragma wal_checkpoint(truncate)', [], 'get')].flat();
    return busy === 0;
  } finally {
    connection.close();
  }
}
