// Calendar files: whole days in a zone, times in theirs, repeats with their exceptions, and what cannot be read.
import { describe, expect, it } from 'vitest';
import { calendarEvents } from '#ingest/events/calendar-events.ts';
import { redactedEvent } from '#ingest/events/event-label.ts';

const rule = {
  kind: 'campaign',
  zone: 'Asia/Shanghai',
  from: Date.parse('2026-01-01T00:00:00Z'),
  to: Date.parse('2027-01-01T00:00:00Z'),
} as const;
const file = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//a test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');

const read = (...events: readonly string[]) =>
  calendarEvents(file(...events), rule).events.map(({ externalId, label, fromAt, toAt }) => [
    externalId,
    label,
    new Date(fromAt).toISOString().slice(0, 16),
    new Date(toAt).toISOString().slice(0, 16),
  ]);

describe('a calendar file', () => {
  it('gives whole days in the zone that was asked for, and times in the zone they name', () => {
    expect(
      read(
        event('UID:day', 'DTSTART;VALUE=DATE:20261111', 'DTEND;VALUE=DATE:20261113', 'SUMMARY:Double Eleven'),
        event('UID:utc', 'DTSTART:20260301T100000Z', 'DTEND:20260301T113000Z', 'SUMMARY:In UTC'),
        event('UID:zone', 'DTSTART;TZID=Europe/Berlin:20260701T100000', 'DURATION:PT1H', 'SUMMARY:Berlin in summer'),
        event('UID:float', 'DTSTART:20260701T100000', 'SUMMARY:No zone\\, no end'),
      ),
    ).toEqual([
      ['day', 'Double Eleven', '2026-11-10T16:00', '2026-11-12T16:00'],
      ['utc', 'In UTC', '2026-03-01T10:00', '2026-03-01T11:30'],
      ['zone', 'Berlin in summer', '2026-07-01T08:00', '2026-07-01T09:00'],
      ['float', 'No zone, no end', '2026-07-01T02:00', '2026-07-01T02:00'],
    ]);
  });

  it('gives every repeat at its own wall time, without those that were taken out, moved or cancelled', () => {
    const weekly = [
      'UID:w',
      'DTSTART;TZID=Europe/Berlin:20260318T090000',
      'DTEND;TZID=Europe/Berlin:20260318T100000',
      'RRULE:FREQ=WEEKLY;COUNT=5',
      'SUMMARY:Weekly',
    ];
    expect(
      read(
        event(...weekly, 'EXDATE;TZID=Europe/Berlin:20260325T090000'),
        event(
          'UID:w',
          'RECURRENCE-ID;TZID=Europe/Berlin:20260401T090000',
          'DTSTART;TZID=Europe/Berlin:20260402T120000',
          'DTEND;TZID=Europe/Berlin:20260402T130000',
          'SUMMARY:Moved',
        ),
        event(
          'UID:w',
          'RECURRENCE-ID;TZID=Europe/Berlin:20260408T090000',
          'DTSTART;TZID=Europe/Berlin:20260408T090000',
          'STATUS:CANCELLED',
          'SUMMARY:Off',
        ),
        event('UID:gone', 'DTSTART:20260301T100000Z', 'STATUS:CANCELLED', 'SUMMARY:Cancelled'),
      ),
    ).toEqual([
      ['w 2026-03-18T09:00:00', 'Weekly', '2026-03-18T08:00', '2026-03-18T09:00'],
      ['w 2026-04-01T09:00:00', 'Moved', '2026-04-02T10:00', '2026-04-02T11:00'],
      // Summer time has begun: nine o'clock is an hour earlier in UTC.
      ['w 2026-04-15T09:00:00', 'Weekly', '2026-04-15T07:00', '2026-04-15T08:00'],
    ]);
  });

  it('follows a zone that only the file describes', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Our office',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0545',
      'TZOFFSETTO:+0545',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    expect(read(...zone, event('UID:z', 'DTSTART;TZID=Our office:20260701T100000', 'SUMMARY:Quarter past'))).toEqual([
      ['z', 'Quarter past', '2026-07-01T04:15', '2026-07-01T04:15'],
    ]);
  });

  it('is bounded: a rule without end stops at the end of the time that was asked for', () => {
    const daily = event('UID:d', 'DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY', 'SUMMARY:Daily');
    expect(read(daily).length).toBe(366);
    const endless = event('UID:s', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY', 'SUMMARY:Every second');
    expect(read(endless).length).toBe(5000);
    expect(() => calendarEvents(file(endless, daily), rule)).toThrow('more than 5000 events');
  });

  it('is one line that is redacted before it is kept, and says what it could not read', () => {
    const { events } = calendarEvents(file(event('UID:s', 'DTSTART:20260301T100000Z', 'SUMMARY:ask jo@example.org\\nfor it')), rule);
    expect(events.map((one) => [one.label, redactedEvent(one).label])).toEqual([['ask jo@example.org for it', 'ask [EMAIL] for it']]);
    expect(() => calendarEvents('hello', rule)).toThrow('this is no calendar file (.ics) that can be read');
    expect(
      calendarEvents(file(event('UID:x', 'SUMMARY:no time'), event('UID:y', 'DTSTART:20260301T100000Z', 'SUMMARY:fine')), rule),
    ).toMatchObject({
      events: [{ externalId: 'y' }],
      unreadable: [{ item: 'x' }],
    });
  });
});
