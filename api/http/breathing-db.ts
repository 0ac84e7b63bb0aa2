// A store that lets others breathe: before each transaction of long work, requests and signals get their turn.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Db } from '#db/open.ts';

/** A request takes several turns of the event loop: accepted, read, answered, closed. */
const turns = 8;

/**
 * SQLite answers without ever leaving the thread, so a loop over it never gives way by itself: no page would be served and
 * no signal heard until the demo is loaded or a restatement done.
 */
export function breathingDb(db: Db): Db {
  return {
    ...db,
    isolate: async (isolation, work) => {
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      return await db.isolate(isolation, work);
    },
  };
}
