// Events out of files: our own CSV, calendar files and tables of prices, under a source of their own.
import { parse } from 'csv-parse/sync';
import type { Db } from '#db/dialect/db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { AppError } from '#db/model/errors.ts';
import { type EventInput, type EventKind, eventKinds } from '#db/model/event.ts';
import { type Instant, isZone } from '#db/model/instant.ts';
import { type EventCounts, saveSourceEvents } from '#db/store/source-events.ts';
import { findSources, saveSource } from '#db/store/sources.ts';
import { openDateReader } from '../formats/date-format.ts';
import { readNumber, readWord } from '../formats/field-values.ts';
import { calendarEvents } from './calendar-events.ts';
import { eventLabel, redactedEvent } from './event-label.ts';
import { marketEvents } from './market-events.ts';
import { readPrices } from './price-table.ts';

export const eventFormats = ['csv', 'ics', 'prices'] as const;
export type EventFormat = (typeof eventFormats)[number];

export type EventRule = {
  readonly kind: EventKind;
  readonly zone: string;
  readonly name: string;
  readonly dayColumn: string;
  readonly priceColumn: string;
  readonly days: number;
  readonly deviations: number;
  readonly leastPercent: number;
};

export type EventFile = {
  readonly events: readonly EventInput[];
  readonly wholeFrom: Instant | null;
  readonly rejects: readonly { readonly item: string; readonly reason: string }[];
};

/** A file is read without a clock, and a rule of a calendar may have no end. */
const calendarTime = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2035, 0, 1) };

/** Reads a file of events. Throws `invalid` where it cannot be read as a whole. */
export function readEventFile(text: string, format: EventFormat, rule: EventRule): EventFile {
  const { kind, zone, name } = rule;
  if (!isZone(zone)) throw new AppError('invalid', '--zone: not an IANA time zone such as Asia/Shanghai');
  switch (format) {
    case 'csv':
      return readEventCsv(text, zone);
    case 'ics': {
      const { events, unreadable } = calendarEvents(text, { kind, zone, ...calendarTime });
      return { events: events.map(redactedEvent), wholeFrom: calendarTime.from, rejects: unreadable };
    }
    case 'prices': {
      if (!Number.isInteger(rule.days) || rule.days < 10) throw new AppError('invalid', '--days: a whole number from 10 on');
      return { ...marketEvents(name, readPrices(text, rule), rule), rejects: [] };
    }
    default:
      return format satisfies never;
  }
}

const dates = ['iso', 'yyyy-MM-dd', 'yyyy-MM-dd HH:mm', 'yyyy-MM-dd HH:mm:ss'];

/** Columns `kind`, `from`, `label`, and where they are there `to`, `magnitude`, `id`; in any order. A row is known again by its id, else by kind, begin and label. */
function readEventCsv(text: string, zone: string): EventFile {
  const rows = parseRows(text);
  const readDate = openDateReader(dates, zone);
  const events: EventInput[] = [];
  const rejects: { item: string; reason: string }[] = [];
  rows.forEach((row, index) => {
    try {
      const kind = readWord(row.kind, 'kind', eventKinds, {});
      const fromAt = readDate(row.from ?? '', 'from').at;
      const toAt = (row.to ?? '').trim() === '' ? fromAt : readDate(row.to ?? '', 'to').at;
      if (toAt < fromAt) throw new AppError('invalid', 'to lies before from');
      const label = eventLabel(row.label);
      const externalId = (row.id ?? '').trim() || `${kind} ${fromAt} ${label}`;
      events.push({ externalId, kind, label, fromAt, toAt, magnitude: readNumber(row.magnitude, 'magnitude', [-1e9, 1e9]) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      rejects.push({ item: `row ${index + 2}`, reason: error.message });
    }
  });
  return { events, wholeFrom: null, rejects };
}

function parseRows(text: string): Record<string, string>[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, { bom: true, columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()), skipEmptyLines: true });
  } catch (error) {
    throw new AppError('invalid', 'this is no CSV that can be read', error);
  }
  const [first = {}] = rows;
  const missing = ['kind', 'from', 'label'].filter((name) => !Object.hasOwn(first, name));
  if (missing.length > 0) throw new AppError('invalid', `the file has no column ${missing.map((name) => `"${name}"`).join(', ')}`);
  return rows;
}

/** Saves the events of a file; the source is made where it is new. */
export async function importEvents(db: Db, sourceId: string, { events, wholeFrom }: EventFile): Promise<EventCounts> {
  return await inTransaction(db, async (tx) => {
    const known = (await findSources(tx)).find(({ id }) => id === sourceId);
    if (known?.isDemo) throw new AppError('conflict', `--source: "${sourceId}" belongs to the demo; choose another name`);
    if (known === undefined) await saveSource(tx, { id: sourceId, label: sourceId, kind: 'file' });
    return await saveSourceEvents(tx, sourceId, { events, wholeFrom });
  });
}
