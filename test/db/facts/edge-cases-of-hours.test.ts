// The edge cases of response times that are about hours, zones and calendars, one by one, by name.
import { describe, expect, it } from 'vitest';
import { isOpen, workingMs, workingMsByOwner } from '#db/facts/working-time.ts';
import { hour, minute } from '#db/model/instant.ts';
import { calendarOf, exceptionOf, factsOf, hours, local, said, utc, type VersionWords, weekOf } from './compose.ts';

const berlin = 'Europe/Berlin';
const asked = said('c1', 'customer', '2026-03-18T09:00');
const answered = said('a1', 'agent', '2026-03-18T10:00');
const everyDay = (...texts: readonly string[]) => weekOf(hours(...texts), hours(...texts));

describe('edge cases of hours', () => {
  it('Reply outside hours took 0 working time, which is true and flagged, with the calendar time beside it', () => {
    const late = said('c1', 'customer', local('2026-03-18T21:00', berlin));
    const [wait] = factsOf([late, said('a1', 'agent', local('2026-03-18T21:30', berlin))]).waits;
    expect([wait?.workingMs, wait?.calendarMs, wait?.repliedOutOfHours]).toEqual([0, 30 * minute, true]);
  });

  it('Arrives out of hours: the working clock starts at the next opening, and the wait says so', () => {
    const saturday = said('c1', 'customer', local('2026-03-21T10:00', berlin));
    const [wait] = factsOf([saturday, said('a1', 'agent', local('2026-03-23T08:30', berlin))]).waits;
    expect([wait?.workingMs, wait?.calendarMs, wait?.arrivedOutOfHours, wait?.repliedOutOfHours]).toEqual([
      30 * minute,
      46 * hour + 30 * minute,
      true,
      false,
    ]);
  });

  it('Edge of day: intervals are half-open, so the closing instant is closed and the opening instant is open', () => {
    const at = (time: string) => local(`2026-03-18T${time}`, berlin);
    expect([
      isOpen(calendarOf(), at('08:00')),
      isOpen(calendarOf(), at('20:00')),
      workingMs(calendarOf(), at('20:00'), at('20:00') + 12 * hour),
      workingMs(calendarOf(), at('19:59:59.999'), at('20:00')),
    ]).toEqual([true, false, 0, 1]);
  });

  it('24/7 calendar has no seam at midnight', () => {
    const always = calendarOf({ week: everyDay('00:00-24:00') });
    const from = local('2026-03-18T23:59:59.999', berlin);
    expect([workingMs(always, from, from + 2), workingMs(always, from, from + 48 * hour)]).toEqual([2, 48 * hour]);
  });

  it('Several intervals / lunch / overnight: any list of intervals counts, across midnight too', () => {
    const lunch = calendarOf({ week: weekOf(hours('08:00-12:00', '13:00-17:00', '22:00-30:00')) });
    const day = (from: string, to: string) => workingMs(lunch, local(from, berlin), local(to, berlin)) / hour;
    expect([
      day('2026-03-18T11:00', '2026-03-18T14:00'),
      day('2026-03-18T21:00', '2026-03-19T08:00'),
      // Friday's night ends on Saturday morning, when nothing else is open.
      day('2026-03-21T00:00', '2026-03-22T00:00'),
    ]).toEqual([2, 8, 6]);
  });

  it('Holidays close what begins on their date; half days have their own hours; the night before still runs to its end', () => {
    const exceptions = [exceptionOf('2026-03-18', 'holiday'), exceptionOf('2026-03-19', 'half_day', '08:00-12:00')];
    const worked = (week: ReturnType<typeof weekOf>, date: string) =>
      workingMs(calendarOf({ week, exceptions }), local(`${date}T00:00`, berlin), local(`${date}T23:59`, berlin)) / hour;
    const dayDesk = weekOf(hours('08:00-20:00'));
    expect([worked(dayDesk, '2026-03-18'), worked(dayDesk, '2026-03-19'), worked(everyDay('22:00-30:00'), '2026-03-18')]).toEqual([
      0, 4, 6,
    ]);
  });

  it('Calendar edited later: a new version counts from its first day on, so earlier waits keep their numbers', () => {
    const wait = (...versions: readonly VersionWords[]) => factsOf([asked, answered], { calendars: [calendarOf(...versions)] }).waits[0];
    const edited = { validFrom: '2026-03-19', week: weekOf([]) };
    const [before, after] = [wait({}), wait({}, edited)];
    expect([after, after?.calendarVersion, after?.workingMs]).toEqual([before, 1, hour]);
    // A wait across the edit counts each version for its own time.
    const across = factsOf([asked, said('a1', 'agent', '2026-03-20T09:00')], { calendars: [calendarOf({}, edited)] }).waits[0];
    expect(across?.workingMs).toBe(workingMs(calendarOf(), utc('2026-03-18T09:00'), local('2026-03-19T00:00', berlin)));
  });

  it('Schedule moved between teams: each calendar counts for the time that it owned the wait', () => {
    const [berlinDesk, shanghaiDesk] = [calendarOf(), calendarOf({ zone: 'Asia/Shanghai' })];
    const from = local('2026-03-18T18:00', berlin);
    const handed = local('2026-03-19T00:00', berlin);
    const to = local('2026-03-19T04:00', berlin);
    const owners = [
      { fromAt: from, calendar: berlinDesk },
      { fromAt: handed, calendar: shanghaiDesk },
    ];
    // Two hours in Berlin until 20:00, then Shanghai from its 08:00 (01:00 in Berlin) on; one calendar for all would say 2 or 3 hours.
    expect([workingMsByOwner(owners, from, to), workingMs(berlinDesk, from, to), workingMs(shanghaiDesk, from, to)]).toEqual([
      5 * hour,
      2 * hour,
      3 * hour,
    ]);
  });

  it('DST: an IANA zone gives the Monday after the change its hours by the clock on the wall', () => {
    const monday = (date: string) => local(`${date}T08:00`, berlin) - utc(`${date}T00:00`);
    const worked = ['2026-03-30', '2026-10-26'].map((date) =>
      workingMs(calendarOf(), local(`${date}T00:00`, berlin), local(`${date}T08:10`, berlin)),
    );
    expect([monday('2026-03-23'), monday('2026-03-30'), worked]).toEqual([7 * hour, 6 * hour, [10 * minute, 10 * minute]]);
  });

  it('Viewer zone vs company zone: facts are instants and hours of the company, no zone of a reader enters them (buckets: api/engine)', () => {
    const read = () => factsOf([asked, answered]).waits;
    const here = process.env.TZ;
    const seen = ['America/New_York', 'Asia/Kolkata'].map((zone) => {
      process.env.TZ = zone;
      return read();
    });
    if (here === undefined) delete process.env.TZ;
    else process.env.TZ = here;
    expect(seen).toEqual([read(), read()]);
  });

  it('Business hours switched off on an inbox: no calendar gives null, never 0', () => {
    const timeless = [asked, said('a1', 'agent', '2026-03-18T09:30')];
    const fields = (words: Parameters<typeof factsOf>[1]) => {
      const [wait] = factsOf(timeless, words).waits;
      return [wait?.calendarMs, wait?.workingMs, wait?.dueAt, wait?.calendarId];
    };
    expect([
      fields({ calendars: [] }),
      fields({ promises: [] }),
      fields({ channel: 'carrier pigeon' }),
      fields({ calendars: [calendarOf({ validFrom: '2026-06-01' })] }),
    ]).toEqual(Array.from({ length: 4 }, () => [30 * minute, null, null, null]));
  });

  it('Date basis: a wait carries both dates, arrival and reply, so that a chart can choose one (the choice: api/metrics)', () => {
    const [wait] = factsOf([said('c1', 'customer', '2026-03-31T23:00'), said('a1', 'agent', '2026-04-01T08:00')]).waits;
    expect([wait?.fromAt, wait?.untilAt]).toEqual([utc('2026-03-31T23:00'), utc('2026-04-01T08:00')]);
  });
});
