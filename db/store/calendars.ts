// Calendars: opening hours in versions that are only ever added, so that old figures stay what they were.
import { asc, eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inTransaction } from '../dialect/transaction.ts';
import type { Calendar, CalendarVersion } from '../model/calendar.ts';
import { AppError } from '../model/errors.ts';
import { groupBy } from './group-by.ts';

/** All calendars by id, each with its versions, oldest first. */
export async function findCalendars(db: Db): Promise<Calendar[]> {
  const { calendar, calendarVersion } = db.tables;
  const heads = await db.query.select().from(calendar).orderBy(asc(calendar.id));
  const versions = await db.query.select().from(calendarVersion).orderBy(asc(calendarVersion.calendarId), asc(calendarVersion.version));
  const byCalendar = groupBy(versions, (version) => version.calendarId);
  return heads.map((head) => ({ ...head, versions: byCalendar.get(head.id) ?? [] }));
}

/** Adds a calendar with its versions; of a known one it changes the label and adds the versions that are new to it. */
export async function saveCalendar(db: Db, input: Calendar): Promise<void> {
  const { calendar, calendarVersion } = db.tables;
  await inTransaction(db, async (tx) => {
    await tx.query
      .insert(calendar)
      .values({ id: input.id, label: input.label })
      .onConflictDoUpdate({ target: calendar.id, set: { label: input.label } });
    const known = await tx.query
      .select({ version: calendarVersion.version })
      .from(calendarVersion)
      .where(eq(calendarVersion.calendarId, input.id));
    const numbers = new Set(known.map(({ version }) => version));
    for (const version of input.versions) {
      if (!numbers.has(version.version)) await saveCalendarVersion(tx, version);
    }
  });
}

/** Adds a version. `conflict` where its number is taken: versions are never edited; `not_found` where there is no such calendar. */
export async function saveCalendarVersion(db: Db, version: CalendarVersion): Promise<void> {
  const { calendar, calendarVersion } = db.tables;
  await inTransaction(db, async (tx) => {
    const [head] = await tx.query.select({ id: calendar.id }).from(calendar).where(eq(calendar.id, version.calendarId));
    if (head === undefined) throw new AppError('not_found', `no calendar "${version.calendarId}"`);
    const added = await tx.query
      .insert(calendarVersion)
      .values(version)
      .onConflictDoNothing()
      .returning({ version: calendarVersion.version });
    if (added.length > 0) return;
    throw new AppError(
      'conflict',
      `calendar "${version.calendarId}" has a version ${version.version} already; versions are added, never edited`,
    );
  });
}
