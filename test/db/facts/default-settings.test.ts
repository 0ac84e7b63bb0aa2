// What a new workspace starts with: holidays, calendars and promises.
import { describe, expect, it } from 'vitest';
import { defaultCalendars, defaultPromises } from '#db/facts/default-settings.ts';
import { dueInstant } from '#db/facts/due-instant.ts';
import { holidayRegions, publicHolidays } from '#db/facts/holidays.ts';
import { promiseInForce } from '#db/facts/promise-in-force.ts';
import { isOpen, workingMs } from '#db/facts/working-time.ts';
import { calendarVersionSchema } from '#db/model/calendar.ts';
import { hour, minute } from '#db/model/instant.ts';
import { promiseVersionSchema } from '#db/model/promise.ts';
import { local } from './compose.ts';

const zone = 'Asia/Shanghai';
const dates = (region: string, year: number) => publicHolidays(region, year, zone).map(({ date }) => date.slice(5));

describe('publicHolidays', () => {
  it('are named once, in the script of the region', () => {
    const named = (region: string) => [...new Set(publicHolidays(region, 2026, zone).map(({ label }) => label))];
    expect(named('CN')).toEqual(['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']);
    expect(named('US')).toContain('Memorial Day');
  });

  it('knows the statutory days of China under the rule of each time, without the days of parts of the people', () => {
    expect([dates('CN', 2026), dates('CN', 2024)]).toEqual([
      // Since 2025 the spring festival has four days, beginning on the eve, and labour day two.
      ['01-01', '02-16', '02-17', '02-18', '02-19', '04-05', '05-01', '05-02', '06-19', '09-25', '10-01', '10-02', '10-03'],
      ['01-01', '02-10', '02-11', '02-12', '04-04', '05-01', '06-10', '09-17', '10-01', '10-02', '10-03'],
    ]);
  });

  it('knows what all of Germany and France keep, the bank holidays of England and the federal ones of the United States', () => {
    expect([dates('DE', 2026), dates('FR', 2026), dates('GB', 2026), dates('US', 2026)]).toEqual([
      ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26'],
      ['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25'],
      ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-26', '12-28'],
      ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '07-04', '09-07', '10-12', '11-11', '11-26', '12-25'],
    ]);
  });

  it('gives one exception a date, with both names where two feasts fall together', () => {
    expect(publicHolidays('CN', 2020, zone).filter(({ date }) => date === '2020-10-01')).toEqual([
      { date: '2020-10-01', kind: 'holiday', label: '国庆节 / 中秋节', region: 'CN', intervals: [] },
    ]);
  });

  it('depends neither on the zone of the calendar nor on unknown regions', () => {
    for (const region of holidayRegions)
      expect(publicHolidays(region, 2026, 'America/New_York')).toEqual(publicHolidays(region, 2026, zone));
    expect(publicHolidays('XX', 2026, zone)).toEqual([]);
  });
});

describe('defaultCalendars', () => {
  const [business, always] = defaultCalendars(zone, ['CN', 'US'], [2026, 2025]);
  if (business === undefined || always === undefined) throw new Error('two calendars are promised');

  it('are valid first versions, in force since ever, their exceptions in order', () => {
    const versions = [...business.versions, ...always.versions];
    expect(versions.map((version) => calendarVersionSchema.parse(version))).toEqual(versions);
    expect(versions.map(({ calendarId, version, validFrom, zone: own }) => [calendarId, version, validFrom, own])).toEqual([
      ['business', 1, null, zone],
      ['always', 1, null, zone],
    ]);
    const listed = business.versions[0]?.exceptions.map(({ date }) => date) ?? [];
    expect([listed.length, listed]).toEqual([49, listed.toSorted()]);
  });

  it('open Monday to Friday 08:00-20:00 except on the holidays, and around the clock', () => {
    const at = (text: string) => local(text, zone);
    expect([
      workingMs(business, at('2026-03-02T00:00'), at('2026-03-09T00:00')) / hour,
      isOpen(business, at('2026-10-01T10:00')),
      isOpen(always, at('2026-10-01T03:00')),
    ]).toEqual([60, false, true]);
  });
});

describe('defaultPromises', () => {
  const promises = defaultPromises();
  const calendars = defaultCalendars(zone, ['CN'], [2026]);

  it('are valid first versions that name the default calendars', () => {
    const versions = promises.flatMap((promise) => promise.versions);
    expect(versions.map((version) => promiseVersionSchema.parse(version))).toEqual(versions);
    expect(versions.every((version) => calendars.some(({ id }) => id === version.calendarId))).toBe(true);
    expect(promises.every((promise) => promise.versions.every((version) => version.promiseId === promise.id))).toBe(true);
  });

  it('give each kind of channel what customers of wallets are used to', () => {
    // A Friday evening, ten minutes before closing.
    const at = local('2026-03-20T19:50', zone);
    const due = (channel: string, stage: Parameters<typeof promiseInForce>[2] = 'reply') => {
      const found = promiseInForce(promises, channel, stage, at, () => zone);
      const calendar = calendars.find(({ id }) => id === found?.version.calendarId);
      return found === null || calendar === undefined ? null : dueInstant(found.version, calendar, at);
    };
    expect({
      chat: due('telegram'),
      phone: due('phone'),
      email: due('ticket'),
      form: due('web_form'),
      forum: due('discourse'),
      social: due('weibo'),
      review: due('app_store_review'),
      other: due('carrier pigeon'),
      acknowledged: due('email', 'complaint-acknowledged'),
      decided: due('carrier pigeon', 'complaint-decided'),
    }).toEqual({
      chat: at + 5 * minute,
      phone: at + 3 * minute,
      email: at + 24 * hour,
      form: at + 24 * hour,
      forum: local('2026-03-24T19:50', zone),
      social: local('2026-03-23T11:50', zone),
      review: local('2026-03-25T20:00', zone),
      other: null,
      acknowledged: local('2026-03-25T20:00', zone),
      // 15 working days with Qingming on Sunday 5 April: no day is lost.
      decided: local('2026-04-10T20:00', zone),
    });
  });
});
