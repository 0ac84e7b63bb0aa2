// `huiyin calendar`: working time and due instants, for checking a promise by hand.
import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { calendarVersionAt, workingMs } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { findCalendars } from '#db/store/calendars.ts';
import { findPromises } from '#db/store/promises.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { previewPromise } from '../http/promise-preview.ts';
import { toInstant } from '../http/range.ts';
import { toIso } from '../http/to-iso.ts';
import type { CommandContext } from './context.ts';
import { print, withStore } from './context.ts';
import { spokenDuration } from './words.ts';

/** An instant, or a wall-clock time in the zone; of an hour that comes twice the first one is meant. */
export function parseMoment(text: string, zone: string, name: string): Instant {
  const at = toInstant(text);
  if (at !== null) return at;
  try {
    return Temporal.PlainDateTime.from(text.trim().replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    throw new AppError('invalid', `${name}: not a time such as 2026-03-27T19:30 (in ${zone}) or 2026-03-27T18:30:00Z`);
  }
}

async function getNamed<T extends { readonly id: string; readonly label: string }>(
  things: readonly T[],
  name: string,
  kind: string,
): Promise<T> {
  const found = things.find((thing) => thing.id === name) ?? things.find((thing) => thing.label.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new AppError('not_found', `no ${kind} "${name.slice(0, 64)}"; there are: ${things.map((thing) => thing.id).join(', ')}`);
}

const zoneOf = (calendar: Calendar): string => calendar.versions.at(-1)?.zone ?? 'UTC';

async function work(db: Db, from: string, to: string, name: string) {
  const calendar = await getNamed(await findCalendars(db), name, 'calendar');
  const zone = zoneOf(calendar);
  const [begin, end] = [parseMoment(from, zone, 'FROM'), parseMoment(to, zone, 'TO')];
  const version = calendarVersionAt(calendar, begin);
  return {
    calendar: calendar.id,
    version: version?.version ?? null,
    zone: version?.zone ?? zone,
    from: toIso(begin),
    to: toIso(end),
    workingMs: workingMs(calendar, begin, end),
    calendarMs: Math.max(0, end - begin),
  };
}

async function due(db: Db, at: string, name: string, now: Instant) {
  const [calendars, promises, { zone }] = await Promise.all([findCalendars(db), findPromises(db), getWorkspace(db)]);
  const promise = await getNamed(promises, name, 'promise');
  const calendar = calendars.find((one) => one.id === promise.versions.at(-1)?.calendarId);
  const instant = parseMoment(at, calendar === undefined ? zone : zoneOf(calendar), 'AT');
  const { examples: _, isOpenAt, ...preview } = previewPromise({ promiseId: promise.id }, { at: instant, now, calendars, promises, zone });
  return { ...preview, isOpenAt };
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The wall clock of a zone with its offset at that instant: `Fri 2026-03-27 19:30:00+01:00`. */
function inZone(iso: string, zone: string): string {
  const local = Temporal.Instant.from(iso).toZonedDateTimeISO(zone);
  return `${weekdays[local.dayOfWeek - 1] ?? ''} ${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'second' })}${local.offset}`;
}

export function registerCalendar(program: Command, context: CommandContext): void {
  const calendar = program.command('calendar').description('working time and due instants');
  calendar
    .command('work')
    .argument('<from>', 'an instant, or a time in the zone of the calendar')
    .argument('<to>')
    .requiredOption('--calendar <name>', 'id or label of the calendar')
    .option('--json', 'print JSON')
    .description('working time between two instants')
    .action(async (from: string, to: string, options: { calendar: string; json?: boolean }) => {
      const found = await withStore(context, (db) => work(db, from, to, options.calendar));
      print(context, options.json, found, () =>
        [
          `calendar  ${found.calendar} version ${found.version ?? '-'} (${found.zone})`,
          `from      ${inZone(found.from, found.zone)}`,
          `to        ${inZone(found.to, found.zone)}`,
          `working   ${spokenDuration(found.workingMs)} (${found.workingMs} ms)`,
          `calendar  ${spokenDuration(found.calendarMs)} (${found.calendarMs} ms)`,
          '',
        ].join('\n'),
      );
    });
  calendar
    .command('due')
    .argument('<at>', 'an instant, or a time in the zone of the calendar')
    .argument('<promise>', 'id or label of the promise')
    .option('--json', 'print JSON')
    .description('until when an answer keeps the promise')
    .action(async (at: string, promise: string, options: { json?: boolean }) => {
      const found = await withStore(context, (db) => due(db, at, promise, context.clock()));
      print(context, options.json, found, () =>
        [
          `promise  ${found.promise?.id ?? '-'} version ${found.promise?.version ?? '-'} (${found.promise?.type ?? '-'})`,
          `at       ${inZone(found.at, found.zone)} (${found.isOpenAt ? 'open' : 'closed'})`,
          `due      ${found.dueAt === null ? 'never' : `${inZone(found.dueAt, found.zone)} = ${found.dueAt}`}`,
          '',
        ].join('\n'),
      );
    });
}
