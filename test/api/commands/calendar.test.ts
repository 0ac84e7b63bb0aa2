// `huiyin calendar`: the golden vectors of the definitions by hand, in local time and in UTC.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daySchema } from '#db/model/instant.ts';
import { saveCalendar } from '#db/store/calendars.ts';
import { savePromise } from '#db/store/promises.ts';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';

const hour = 3_600_000;
let line: CommandLine;

beforeAll(async () => {
  line = openCommandLine();
  const db = await line.openStore();
  const week = Array.from({ length: 7 }, (_, weekday) => (weekday < 5 ? [{ open: 480, close: 1200 }] : []));
  const exceptions = ['2026-12-25', '2026-12-26'].map((date) => ({
    date: daySchema.parse(date),
    kind: 'holiday' as const,
    label: 'x',
    region: 'DE',
    intervals: [],
  }));
  await saveCalendar(db, {
    id: 'berlin',
    label: 'Büro Berlin',
    versions: [{ calendarId: 'berlin', version: 1, validFrom: null, zone: 'Europe/Berlin', week, exceptions }],
  });
  const terms = { version: 1, validFrom: null, durationMs: null, workingDays: null, calendarId: 'berlin' };
  for (const [id, reading] of [
    ['day', { type: 'calendar', durationMs: 24 * hour }],
    ['hours', { type: 'working-time', durationMs: 24 * hour }],
    ['one', { type: 'working-days', workingDays: 1 }],
    ['three', { type: 'working-days', workingDays: 3 }],
  ] as const) {
    await savePromise(db, {
      id,
      label: `Promise ${id}`,
      stage: 'reply',
      channels: [id],
      versions: [{ ...terms, promiseId: id, ...reading }],
    });
  }
  await db.close();
});
afterAll(() => line.close());

describe('huiyin calendar work', () => {
  it.each([
    ['2026-03-27T19:30', '2026-03-30T08:10', 40 * 60_000, 59 * hour + 40 * 60_000],
    ['2026-10-24T12:00', '2026-10-26T08:00', 0, 45 * hour],
    ['2026-10-25T02:30+02:00', '2026-10-25T02:10+01:00', 0, 40 * 60_000],
    ['2026-03-25 19:59:30', '2026-03-25 20:00:30', 30_000, 60_000],
    ['2026-03-21T10:00', '2026-03-22T11:00', 0, 25 * hour],
    ['2026-12-24T18:00:00Z', '2026-12-28T08:00:00Z', 2 * hour, 86 * hour],
  ])('counts from %s to %s', async (from, to, workingMs, calendarMs) => {
    const { code, stdout } = await line.run('calendar', 'work', from, to, '--calendar', 'berlin', '--json');
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { calendar: 'berlin', version: 1, zone: 'Europe/Berlin', workingMs, calendarMs }]);
  });

  it('speaks to people in their zone', async () => {
    const { stdout } = await line.run('calendar', 'work', '2026-03-27T19:30', '2026-03-30T08:10', '--calendar', 'büro berlin');
    expect(stdout).toContain('working   40 min (2400000 ms)');
    expect(stdout).toContain('from      Fri 2026-03-27 19:30:00+01:00');
  });
});

describe('huiyin calendar due', () => {
  it.each([
    ['2026-03-20T18:00', 'day', '2026-03-21T17:00:00.000Z'],
    ['2026-03-20T18:00', 'hours', '2026-03-24T17:00:00.000Z'],
    ['2026-03-20T18:00', 'one', '2026-03-23T19:00:00.000Z'],
    ['2026-12-24T10:00', 'three', '2026-12-30T19:00:00.000Z'],
  ])('of %s by promise %s', async (at, promise, dueAt) => {
    const { code, stdout } = await line.run('calendar', 'due', at, promise, '--json');
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { dueAt, promise: { id: promise } }]);
  });
});

describe('bad input', () => {
  it.each([
    [['calendar', 'work', 'yesterday', '2026-03-20', '--calendar', 'berlin'], 'FROM: not a time'],
    [['calendar', 'work', '2026-03-20', '2026-03-21', '--calendar', 'paris'], 'no calendar "paris"; there are: always, berlin, business'],
    [['calendar', 'due', '2026-03-20', 'soon'], 'no promise "soon"'],
    [['calendar', 'work', '2026-03-20', '--calendar', 'berlin'], "missing required argument 'to'"],
    [['calendar', 'work', '2026-03-20', '2026-03-21'], "required option '--calendar <name>' not specified"],
  ])('%j is one clear line and exit 2', async (argv, words) => {
    const { code, stdout, stderr } = await line.run(...argv);
    expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toContain(words);
  });
});
