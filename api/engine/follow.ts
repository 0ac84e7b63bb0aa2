// Following the store: columns built from its facts at the start, and kept current by its change number.
import type { Db } from '#db/dialect/db.ts';
import type { Calendar } from '#db/model/calendar.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import type { ServicePromise } from '#db/model/promise.ts';
import { findCalendars } from '#db/store/calendars.ts';
import { readChangeState, readFacts } from '#db/store/columns.ts';
import { findPromises } from '#db/store/promises.ts';
import { Columns } from './columns.ts';

/** The columns with the settings of the same moment. */
export type Followed = {
  readonly columns: Columns;
  readonly epoch: number;
  /** Conversations taken over since the columns were last written to a file. */
  readonly taken: number;
  readonly calendars: readonly Calendar[];
  readonly promises: readonly ServicePromise[];
};

/** Conversations read at a time: each read is five queries, and a page of this size stays small in memory. */
const pageSize = 4000;

/** Reads everything there is. */
export async function loadColumns(db: Db): Promise<Followed> {
  const state = await readChangeState(db);
  const columns = new Columns();
  let taken = 0;
  await eachPage(db, 0, (page) => {
    columns.apply(page);
    taken += page.length;
  });
  columns.settle();
  columns.change = Math.max(columns.change, state.change);
  return { columns, epoch: state.epoch, taken, calendars: await findCalendars(db), promises: await findPromises(db) };
}

/**
 * Takes over what changed since; a new epoch (something was removed or renamed) loads everything anew. The changes are put
 * in at once after all have been read, so that no question sees half of a page.
 */
export async function followChanges(db: Db, followed: Followed): Promise<Followed> {
  const state = await readChangeState(db);
  if (state.epoch !== followed.epoch || state.change < followed.columns.change) return await loadColumns(db);
  const calendars = await findCalendars(db);
  const promises = await findPromises(db);
  const changed: FactRecord[] = [];
  if (state.change > followed.columns.change) {
    await eachPage(db, followed.columns.change, (page) => changed.push(...page));
    followed.columns.apply(changed);
    followed.columns.change = Math.max(followed.columns.change, state.change);
  }
  // Opening hours are worked out once per calendar object, so an unchanged calendar keeps its object.
  const kept = JSON.stringify(calendars) === JSON.stringify(followed.calendars) ? followed.calendars : calendars;
  return { columns: followed.columns, epoch: state.epoch, taken: followed.taken + changed.length, calendars: kept, promises };
}

async function eachPage(db: Db, afterChange: number, take: (page: readonly FactRecord[]) => void): Promise<void> {
  // A change is one transaction, so all of it had been read when its number was.
  let position = { afterChange, afterId: Number.MAX_SAFE_INTEGER };
  for (;;) {
    const page = await readFacts(db, { ...position, limit: pageSize });
    take(page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    position = { afterChange: last.change, afterId: last.id };
  }
}
