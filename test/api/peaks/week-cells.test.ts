// The grid of hours of the week: clock changes, holidays, half-hour zones, and every cell the number of its own list.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { answerPlan, type Setting } from '#api/engine/answer.ts';
import { rowsOfPlan } from '#api/engine/rows.ts';
import type { WeekCell } from '#api/peaks/week-cells.ts';
import { reportWeek } from '#api/peaks/week-report.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { AppError } from '#db/model/errors.ts';
import { day, daySchema, hour, type Instant, minute } from '#db/model/instant.ts';
import type { InstantRange, MetricId, Plan } from '#db/model/metric.ts';
import { calendarOf } from '#test/support/fact-settings.ts';
import { seededRandom } from '#test/support/random.ts';
import { randomFacts } from '#test/support/random-facts.ts';
import { zones } from '#test/support/random-plan.ts';
import { conversation, planOf, settingOf, wait } from '#test/support/small-facts.ts';

const midnight = (date: string, zone: string): Instant => Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
const weeks = (monday: string, count: number, zone: string): InstantRange => ({
  from: midnight(monday, zone),
  to: Temporal.PlainDate.from(monday).add({ weeks: count }).toZonedDateTime(zone).epochMilliseconds,
});

type Asked = { readonly zone: string; readonly range: InstantRange; readonly calendar: Calendar; readonly asOf?: Instant };

async function cellsOf(setting: Setting, { zone, range, calendar, asOf = range.to + 30 * day }: Asked): Promise<Map<string, WeekCell>> {
  const { groupBy: _g, metric: _m, range: _r, ...plan } = planOf('arrivals', { zone, asOf });
  const { cells } = await reportWeek({ ask: (one) => Promise.resolve(answerPlan(setting, one)), plan: { ...plan, range }, calendar });
  return new Map(cells.map((cell) => [cell.key, cell]));
}

/** One arrival in each hour of the time line, at its half. */
function everyHour({ from, to }: InstantRange) {
  return Array.from({ length: (to - from) / hour }, (_, index) => {
    const at = from + index * hour + 30 * minute;
    return conversation(index + 1, { waits: [wait(at, 10)] });
  });
}

describe('hours of the week over a clock change', () => {
  it.each([
    { zone: 'Europe/Berlin', monday: '2026-03-09', key: '6-02', hours: 2, others: 3 },
    { zone: 'Europe/Berlin', monday: '2026-10-12', key: '6-02', hours: 3, others: 2 },
    { zone: 'America/New_York', monday: '2026-02-16', key: '6-02', hours: 2, others: 3 },
    { zone: 'America/New_York', monday: '2026-10-19', key: '6-01', hours: 3, others: 2 },
    { zone: 'Asia/Kolkata', monday: '2026-03-09', key: '6-02', hours: 3, others: 3 },
  ])('in $zone from $monday: $key came $hours times', async ({ zone, monday, key, hours, others }) => {
    // Two weeks end with the autumn change, three with the spring change: both have an hour that differs.
    const range = weeks(monday, others, zone);
    const calendar = calendarOf('always', zone, true);
    const cells = await cellsOf(settingOf(everyHour(range), { calendars: [calendar] }), { zone, range, calendar });
    const counted = [...cells.values()].filter((cell) => cell.key !== key);
    expect(new Set(counted.map((cell) => `${cell.hours} ${cell.n} ${cell.median} ${cell.perOpenHour}`))).toEqual(
      new Set([`${others} ${others} 1 1`]),
    );
    const { n, median, perOpenHour, openMs } = cells.get(key) ?? {};
    expect([cells.get(key)?.hours, n, median, perOpenHour, openMs]).toEqual([hours, hours, 1, 1, hours * hour]);
  });

  it('leaves an hour of the only Sunday out where it does not exist, and says nothing of it rather than 0', async () => {
    const zone = 'Europe/Berlin';
    const range = weeks('2026-03-23', 1, zone);
    const calendar = calendarOf('always', zone, true);
    const cells = await cellsOf(settingOf(everyHour(range), { calendars: [calendar] }), { zone, range, calendar });
    expect(cells.get('6-02')).toEqual({
      key: '6-02',
      hours: 0,
      n: 0,
      median: null,
      openMs: 0,
      openN: 0,
      perOpenHour: null,
      backlog: null,
      latest: null,
      wait: { n: 0, p90: null, interval: null },
      negative: { n: 0, value: null, interval: null },
    });
    expect(cells.get('6-03')?.n).toBe(1);
  });
});

describe('arrivals per open hour', () => {
  const zone = 'Asia/Kolkata';
  const range = weeks('2026-03-02', 3, zone);
  const business = calendarOf('business', zone, false);
  const holi = { date: daySchema.parse('2026-03-09'), kind: 'holiday', label: 'Holi', region: 'IN', intervals: [] } as const;
  const closed: Calendar = {
    ...business,
    versions: business.versions.map((one) => ({ ...one, exceptions: [{ ...holi, intervals: [] }] })),
  };

  it('counts a holiday neither above nor below the line', async () => {
    // Monday 09:00: 4, then a holiday with 40, then 6.
    const monday = midnight('2026-03-02', zone) + 9 * hour;
    const counts = [4, 40, 6];
    const records = counts.flatMap((count, week) =>
      Array.from({ length: count }, (_, index) =>
        conversation(week * 100 + index + 1, { waits: [wait(monday + week * 7 * day + index * minute, 5)] }),
      ),
    );
    const cell = (await cellsOf(settingOf(records, { calendars: [closed] }), { zone, range, calendar: closed })).get('0-09');
    expect({ n: cell?.n, openN: cell?.openN, openMs: cell?.openMs, perOpenHour: cell?.perOpenHour, median: cell?.median }).toEqual({
      n: 50,
      openN: 10,
      openMs: 2 * hour,
      perOpenHour: 5,
      median: 6,
    });
  });

  it('knows the hours in which we are never open, and those that are open in part', async () => {
    const half: Calendar = {
      ...business,
      versions: business.versions.map((one) => ({
        ...one,
        week: one.week.map((_, weekday) => (weekday === 0 ? [{ open: 510, close: 1200 }] : [])),
      })),
    };
    const cells = await cellsOf(settingOf([], { calendars: [half] }), { zone, range, calendar: half });
    expect(['0-07', '0-08', '0-09', '1-09'].map((key) => [key, cells.get(key)?.openMs, cells.get(key)?.perOpenHour])).toEqual([
      ['0-07', 0, null],
      ['0-08', 1.5 * hour, 0],
      ['0-09', 3 * hour, 0],
      ['1-09', 0, null],
    ]);
  });

  it('counts no hour that is not over, and the open time up to now only', async () => {
    const asOf = range.from + 9.5 * hour;
    const records = [conversation(1, { waits: [wait(range.from + 9 * hour + minute, null)] })];
    const cell = (await cellsOf(settingOf(records, { calendars: [business] }), { zone, range, calendar: business, asOf })).get('0-09');
    expect([cell?.n, cell?.hours, cell?.median, cell?.openMs, cell?.backlog]).toEqual([1, 0, null, 0.5 * hour + 1, null]);
  });
});

describe('the backlog of a cell', () => {
  it('is the middle one of the levels at the ends of its hours', async () => {
    const zone = 'UTC';
    const range = weeks('2026-03-02', 3, zone);
    const monday = range.from + 9 * hour;
    // Open over 10:00: one in the first week, three in the second, two in the third.
    const records = [1, 3, 2].flatMap((count, week) =>
      Array.from({ length: count }, (_, index) =>
        conversation(week * 10 + index + 1, { waits: [wait(monday + week * 7 * day + 30 * minute, 60)] }),
      ),
    );
    const calendar = calendarOf('always', zone, true);
    const cells = await cellsOf(settingOf(records, { calendars: [calendar] }), { zone, range, calendar });
    expect(['0-08', '0-09', '0-10'].map((key) => cells.get(key)?.backlog)).toEqual([0, 2, 0]);
    const last = { from: monday + 14 * day, to: monday + 14 * day + hour };
    expect(cells.get('0-09')?.latest).toEqual({ ...last, backlog: 2 });
    const list = rowsOfPlan(settingOf(records), planOf('backlog', { range: last, asOf: range.to + day }), { offset: 0, limit: 10 });
    expect(list.n).toBe(2);
  });
});

describe('a cell and the question behind it', () => {
  const span: InstantRange = { from: Date.UTC(2026, 1, 23), to: Date.UTC(2026, 3, 20) };
  const facts = randomFacts(3, 400, span);
  const setting = { ...settingOf(facts.records), calendars: facts.calendars, promises: facts.promises };
  const random = seededRandom(5);

  it('are the same number, and so is the list: every metric of the grid, every kind of zone, open hours or all', async () => {
    let counted = 0;
    for (const zone of zones) {
      const range = weeks('2026-03-02', 5, zone);
      const [business, always] = facts.calendars;
      const calendar = random.chance(0.5) ? business : always;
      if (calendar === undefined) throw new Error('no calendar');
      const cells = await cellsOf(setting, { zone, range, calendar });
      const plan = (metric: MetricId, times: Plan['times']): Plan => planOf(metric, { zone, range, times, asOf: range.to + 30 * day });
      for (const cell of [...cells.values()].filter(() => random.chance(0.1))) {
        const hoursOfWeek = [cell.key];
        const asked: [Plan, number, number | null][] = [
          [plan('arrivals', { hoursOfWeek }), cell.n, null],
          [plan('arrivals', { hoursOfWeek, openOn: calendar.id }), cell.openN, null],
          [plan('first-response-time', { hoursOfWeek }), cell.wait.n, cell.wait.p90],
          [plan('negative-share', { hoursOfWeek }), cell.negative.n, cell.negative.value],
        ];
        for (const [question, n, value] of asked) {
          const answer = answerPlan(setting, question);
          const list = rowsOfPlan(setting, question, { offset: 0, limit: 1000 });
          expect([
            answer.n,
            list.n,
            list.rows.length,
            answer.quantiles?.p90 ?? (question.metric === 'negative-share' ? answer.value : null),
          ]).toEqual([n, n, n, value]);
          // Told without the engine: each row lies in the hour of the cell.
          for (const row of list.rows) {
            const local = Temporal.Instant.from(row.at).toZonedDateTimeISO(zone);
            expect(`${local.dayOfWeek - 1}-${String(local.hour).padStart(2, '0')}`).toBe(cell.key);
          }
          counted += n;
        }
      }
      const whole = answerPlan(setting, planOf('arrivals', { zone, range, asOf: range.to + 30 * day }));
      expect([...cells.values()].reduce((sum, cell) => sum + cell.n, 0)).toBe(whole.n);
    }
    // Empty cells alone would prove nothing.
    expect(counted).toBeGreaterThan(250);
  });

  it('refuses hours that there are not, calendars that there are not, and levels narrowed to hours', () => {
    const ask = (metric: MetricId, times: Plan['times']) => () =>
      answerPlan(setting, planOf(metric, { range: span, times, asOf: span.to }));
    expect(ask('arrivals', { hoursOfWeek: ['7-00'] })).toThrow(AppError);
    expect(ask('arrivals', { openOn: 'nowhere' })).toThrow('there is no calendar "nowhere"');
    expect(ask('backlog', { hoursOfWeek: ['0-00'] })).toThrow('cannot be narrowed to certain hours');
  });
});
