// A store that lets others breathe: before each transaction of long work, requests and signals get their turn.
import { setImmediate as breath } from 'node:timers/promises';
import type { Db } from '#db/open.ts';

/**
 * SQLite answers without ever leaving the thread, so a loop over it never gives way by itself: no page would be served and
 * no signal heard until the demo is loaded or a restatement done.
 */
export function breathingDb(db: Db): Db {
  return {
    ...db,
    isolate: async (isolation, work) => {
      await breath();
      return await db.isolate(isolation, work);
    },
  };
}
