// Events against the weeks before: what was planted is found, what was not is not, over clock changes and short histories.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { decayOf, type Happening, overlapping, upliftIn, windowOf } from '#api/peaks/event-uplift.ts';
import { hoursOver, usualWeeks } from '#api/peaks/usual-weeks.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import { seriesOf } from '#test/support/hour-answers.ts';
import { seededRandom } from '#test/support/random.ts';

const at = (text: string, zone: string): Instant => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
const event = (kind: Happening['kind'], fromAt: Instant, hours: number, id = 'e'): Happening => ({
  id,
  kind,
  fromAt,
  toAt: fromAt + hours * hour,
});

/** Ten by day, two by night in local time. */
const usual = (key: string) => (Number(key.slice(11, 13)) >= 8 && Number(key.slice(11, 13)) < 20 ? 10 : 2);

describe('the window of an event', () => {
  const fromAt = at('2026-06-03T10:30', 'Europe/Berlin');
  it('is its own, 72 hours for a release, 24 for one without length', () => {
    expect(windowOf(event('incident', fromAt, 5))).toEqual({ from: fromAt, to: fromAt + 5 * hour });
    expect(windowOf(event('release', fromAt, 2))).toEqual({ from: fromAt, to: fromAt + 72 * hour });
    expect(windowOf(event('market', fromAt, 0))).toEqual({ from: fromAt, to: fromAt + day });
    expect(windowOf(event('campaign', fromAt, 9000))).toEqual({ from: fromAt, to: fromAt + 56 * day });
  });

  it('names the events that overlap with it and no others', () => {
    const own = event('incident', fromAt, 5, 'own');
    const others = [
      event('release', fromAt - 3 * day, 2, 'ended'),
      event('release', fromAt - 2 * day, 2, 'still'),
      event('market', fromAt + 5 * hour, 9, 'after'),
      event('holiday', fromAt + 4 * hour, 9, 'late'),
    ];
    expect(overlapping(own, [own, ...others]).map(({ id }) => id)).toEqual(['still', 'late']);
  });
});

describe.each([
  { zone: 'Europe/Berlin', change: '2026-03-29', name: 'spring' },
  { zone: 'Europe/Berlin', change: '2026-10-25', name: 'autumn' },
  { zone: 'America/New_York', change: '2026-03-08', name: 'spring' },
  { zone: 'America/New_York', change: '2026-11-01', name: 'autumn' },
  { zone: 'Asia/Kolkata', change: '2026-05-10', name: 'half hour, no change' },
])('events in $zone, $name', ({ zone, change }) => {
  const midnight = at(`${change}T00:00`, zone);
  const range = { from: midnight - 70 * day, to: midnight + 20 * day };
  const flat = seriesOf(zone, range, (_from, key) => usual(key));
  const parts = (series: typeof flat, fromAt: Instant) => ({ series, before: { from: fromAt, firstAt: range.from }, asOf: range.to });

  it.each([
    ['the day of the change', 0, 24],
    ['the day after it', 1, 12],
    ['three days over it', -1, 72],
    ['hours that are shown twice or not at all', 0, 5],
  ])('find nothing on %s where every local hour is as usual', (_name, days, hours) => {
    const fromAt = Temporal.Instant.fromEpochMilliseconds(midnight).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds;
    const found = upliftIn(parts(flat, fromAt), { from: fromAt, to: fromAt + hours * hour });
    expect({ state: found.state, weeks: found.weeks, uplift: found.figure?.uplift, spread: found.figure?.spread }).toEqual({
      state: 'whole',
      weeks: 8,
      uplift: 0,
      spread: 0,
    });
  });

  it('compare local hours: 10:00 to 12:00 after the change with 10:00 to 12:00 before it', () => {
    const fromAt = at(`${change}T10:00`, zone) + 7 * day;
    const hours = hoursOver(flat, { from: fromAt, to: fromAt + 2 * hour }, range.to);
    expect(usualWeeks(flat, hours, { from: fromAt, firstAt: range.from })).toEqual(Array.from({ length: 8 }, () => 20));
    // By offsets instead of local hours, weeks beyond the change would count 19:00 to 21:00 or 7:00 to 9:00.
    expect(hours.map((one) => one.count)).toEqual([10, 10]);
  });
});

describe('a planted event', () => {
  const zone = 'Asia/Shanghai';
  const fromAt = at('2026-06-03T09:00', zone);
  const range = { from: fromAt - 70 * day, to: fromAt + 20 * day };
  const noisy = (seed: number, extra: (from: Instant) => number, span = range) => {
    const { next } = seededRandom(seed);
    // Two dice around the usual count: as uneven as chance, never below 0.
    return seriesOf(zone, span, (from, key) => Math.round(usual(key) * (next() + next())) + extra(from));
  };
  const within = (from: Instant, hours: number) => from >= fromAt && from < fromAt + hours * hour;
  const window = { from: fromAt, to: fromAt + 6 * hour };
  const find = (seed: number, extra: (from: Instant) => number) =>
    upliftIn(
      {
        series: noisy(seed, extra, { from: fromAt - 57 * day, to: fromAt + day }),
        before: { from: fromAt, firstAt: range.from },
        asOf: range.to,
      },
      window,
    );

  it('of 30 an hour for 6 hours is found within its interval, and none is where none was planted, in at least 95 of 100 seeds', () => {
    const seeds = Array.from({ length: 100 }, (_, seed) => seed + 1);
    const holds = (value: number, interval: readonly [number, number] | undefined) =>
      interval !== undefined && interval[0] <= value && value <= interval[1];
    const planted = seeds.map((seed) => find(seed, (from) => (within(from, 6) ? 30 : 0)).figure);
    const nothing = seeds.map((seed) => find(seed, () => 0).figure);
    expect(planted.filter((figure) => holds(180, figure?.interval)).length).toBeGreaterThanOrEqual(95);
    expect(planted.filter((figure) => (figure?.interval[0] ?? 0) > 0).length).toBe(100);
    expect(nothing.filter((figure) => holds(0, figure?.interval)).length).toBeGreaterThanOrEqual(95);
  });

  it('is back to the usual range when it ends, and was not raised where there was none', () => {
    const decay = (extra: (from: Instant) => number, asOf = range.to) =>
      decayOf({ series: noisy(5, extra), before: { from: fromAt, firstAt: range.from }, asOf }, fromAt);
    expect(decay((from) => (within(from, 48) ? 20 : 0))).toEqual({ state: 'back', afterMs: 48 * hour });
    expect(decay(() => 0)).toEqual({ state: 'not-raised', afterMs: null });
    expect(decay((from) => (from >= fromAt ? 20 : 0))).toEqual({ state: 'not-yet', afterMs: null });
    expect(decay((from) => (within(from, 48) ? 20 : 0), fromAt + 40 * hour)).toEqual({ state: 'not-yet', afterMs: null });
  });

  it('does not raise its own baseline, however long it lasts', () => {
    const series = seriesOf(zone, range, (from, key) => usual(key) + (from >= fromAt ? 50 : 0));
    const found = upliftIn(
      { series, before: { from: fromAt, firstAt: range.from }, asOf: range.to },
      { from: fromAt, to: fromAt + 10 * day },
    );
    // Ten days before the first of them: of weeks 2 to 9 those that were recorded.
    expect([found.weeks, found.figure?.uplift]).toEqual([8, 50 * 240]);
  });

  it('says that it has not begun, that it goes on, or that there are not enough weeks, and gives no number then', () => {
    const series = seriesOf(zone, range, (_from, key) => usual(key));
    const ask = (firstAt: Instant, asOf: Instant) => upliftIn({ series, before: { from: fromAt, firstAt }, asOf }, window);
    expect(ask(range.from, fromAt - 1)).toEqual({ state: 'not-begun', counted: null, n: 0, weeks: 0, figure: null });
    const open = ask(range.from, fromAt + 2.5 * hour);
    expect([open.state, open.counted, open.n]).toEqual(['open', { from: fromAt, to: fromAt + 2 * hour }, 20]);
    expect(ask(fromAt - 22 * day, range.to)).toEqual({
      state: 'not-enough-weeks',
      counted: window,
      n: 60,
      weeks: 3,
      figure: null,
    });
    expect(ask(fromAt - 29 * day, range.to).weeks).toBe(4);
  });

  it('that begins and ends inside an hour counts whole hours and says which', () => {
    const series = seriesOf(zone, range, (_from, key) => usual(key));
    const found = upliftIn(
      { series, before: { from: fromAt, firstAt: range.from }, asOf: range.to },
      { from: fromAt + 20 * 60_000, to: fromAt + 100 * 60_000 },
    );
    expect([found.counted, found.n]).toEqual([{ from: fromAt, to: fromAt + 2 * hour }, 20]);
  });
});
