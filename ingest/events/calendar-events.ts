// Events out of a calendar file (.ics): campaigns, holidays, planned releases, with those that repeat.
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { AppError } from '#db/model/errors.ts';
import type { EventInput, EventKind } from '#db/model/event.ts';
import { type Instant, isZone } from '#db/model/instant.ts';
import { eventLine } from './event-line.ts';

export type CalendarRule = {
  readonly kind: EventKind;
  /** Zone of days and of times that name none. */
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
};

export type CalendarEvents = {
  readonly events: readonly EventInput[];
  readonly unreadable: readonly { readonly item: string; readonly reason: string }[];
};

const mostRepeats = 5_000;
const mostEvents = 5_000;

/** A time of the file as an instant: its own zone where it names one, else the zone of the rule. */
function toInstant(time: ICAL.Time, tzid: unknown, zone: string): Instant {
  const named = typeof tzid === 'string' && isZone(tzid) ? tzid : null;
  // Zones that only the file describes are reckoned by its own rules; names that are known follow the world's.
  if (!time.isDate && named === null && time.zone !== null && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1000;
  const { year, month, day, hour, minute, second } = time;
  const wall = new Temporal.PlainDateTime(year, month, day, ...(time.isDate ? [] : [hour, minute, second]));
  return wall.toZonedDateTime(named ?? zone).epochMilliseconds;
}

type Occurrence = { readonly id: string; readonly start: ICAL.Time; readonly end: ICAL.Time; readonly item: ICAL.Event };

/** All occurrences of an event that begin before `to`; one that was moved by itself comes with its own times. */
function* occurrencesOf(event: ICAL.Event, to: Instant): Generator<Occurrence> {
  if (!event.isRecurring()) {
    yield { id: event.uid, start: event.startDate, end: event.endDate, item: event };
    return;
  }
  const steps = event.iterator();
  for (let n = 0; n < mostRepeats; n += 1) {
    const next = steps.next();
    if (!next || next.toUnixTime() * 1000 > to) return;
    const { startDate, endDate, item, recurrenceId } = event.getOccurrenceDetails(next);
    yield { id: `${event.uid} ${recurrenceId.toString()}`, start: startDate, end: endDate, item };
  }
}

function readComponents(text: string): ICAL.Component[] {
  try {
    const parsed: unknown = ICAL.parse(text);
    const trees = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
    return trees.map((tree) => new ICAL.Component(tree));
  } catch (error) {
    throw new AppError('invalid', 'this is no calendar file (.ics) that can be read', error);
  }
}

/** The series of a calendar, each with those of its occurrences that were changed by themselves. Cancelled ones are left out. */
function seriesOf(calendar: ICAL.Component): ICAL.Event[] {
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const isCancelled = (event: ICAL.Event) => event.component.getFirstPropertyValue('status') === 'CANCELLED';
  const series = events.filter((event) => !event.isRecurrenceException() && !isCancelled(event));
  for (const moved of events.filter((event) => event.isRecurrenceException())) {
    series.find(({ uid }) => uid === moved.uid)?.relateException(moved);
  }
  return series;
}

function toEvents(event: ICAL.Event, rule: CalendarRule): EventInput[] {
  const found: EventInput[] = [];
  for (const { id, start, end, item } of occurrencesOf(event, rule.to)) {
    if (item.component.getFirstPropertyValue('status') === 'CANCELLED') continue;
    const fromAt = toInstant(start, item.component.getFirstProperty('dtstart')?.getParameter('tzid'), rule.zone);
    const endZone = item.component.getFirstProperty('dtend') ?? item.component.getFirstProperty('dtstart');
    const toAt = Math.max(fromAt, toInstant(end, endZone?.getParameter('tzid'), rule.zone));
    if (toAt < rule.from || fromAt >= rule.to) continue;
    found.push({ externalId: id.slice(0, 512), kind: rule.kind, label: eventLine(item.summary), fromAt, toAt, magnitude: null });
  }
  return found;
}

/** The events of a calendar file that touch the time of the rule. Throws `invalid` where the file as a whole cannot be read. */
export function calendarEvents(text: string, rule: CalendarRule): CalendarEvents {
  const events: EventInput[] = [];
  const unreadable: { item: string; reason: string }[] = [];
  for (const calendar of readComponents(text)) {
    for (const series of seriesOf(calendar)) {
      try {
        events.push(...toEvents(series, rule));
      } catch {
        unreadable.push({ item: series.uid || 'an event without an id', reason: 'its time or its rule cannot be read' });
      }
      if (events.length > mostEvents) throw new AppError('invalid', `the calendar has more than ${mostEvents} events in this time`);
    }
  }
  return { events, unreadable };
}
