// Calendars and promises in words, in both screen languages.
import { describe, expect, it } from 'vitest';
import { defaultCalendars as houseCalendars } from '#db/facts/default-settings.ts';
import { words as english } from '#test/support/words/en.ts';
import { words as chinese } from '#test/support/words/zh.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { type CalendarTerms, calendarDiff } from '../../../dashboard/src/lib/settings/calendar/calendar-diff.ts';
import { defaultCalendars, openCalendarText } from '../../../dashboard/src/lib/settings/calendar/calendar-text.ts';
import { emptyWeek, wholeDay } from '../../../dashboard/src/lib/settings/calendar/week.ts';
import type { PromiseTerms } from '../../../dashboard/src/lib/settings/promise/promise-draft.ts';
import { openPromiseText } from '../../../dashboard/src/lib/settings/promise/promise-text.ts';
import type { Words } from '../../../dashboard/src/lib/words/words.ts';

const now = () => Date.parse('2026-11-23T08:00:00Z');
const format = (words: Words) => openFormat({ words, zone: 'Asia/Shanghai', now });
const calendarText = (words: Words) => openCalendarText(words, format(words));
const promiseText = (words: Words) => openPromiseText(words, format(words));

const office = [{ open: 480, close: 1200 }];
const split = [
  { open: 480, close: 720 },
  { open: 780, close: 1200 },
];
const business: CalendarTerms = { zone: 'Asia/Shanghai', week: [office, office, office, office, office, [], []], exceptions: [] };
const holiday = (date: string, label: string) => ({ date, kind: 'holiday' as const, label, region: 'CN', intervals: [] });

describe('calendars in words', () => {
  it('names weeks as people do', () => {
    const weeks = [
      business.week,
      emptyWeek,
      emptyWeek.map(() => [wholeDay]),
      [split, [], [{ open: 1320, close: 1800 }], [], [], office, office],
    ];
    expect(weeks.map((week) => calendarText(english).week(week))).toEqual([
      'Mon – Fri 08:00–20:00',
      'never open',
      '24 hours, every day',
      'Mon 08:00–12:00, 13:00–20:00; Wed 22:00–06:00 (next day); Sat, Sun 08:00–20:00',
    ]);
    expect(weeks.map((week) => calendarText(chinese).week(week))).toEqual([
      '周一至周五 08:00–20:00',
      '从不营业',
      '每天 24 小时',
      '周一 08:00–12:00、13:00–20:00；周三 22:00–次日 06:00；周六、周日 08:00–20:00',
    ]);
    expect([calendarText(english).weekly(business.week), calendarText(chinese).weekly(business.week)]).toEqual([
      '60 hours a week',
      '每周 60 小时',
    ]);
  });

  it('says what changed, a sentence each, and that nothing did', () => {
    const after: CalendarTerms = {
      zone: 'Europe/Berlin',
      week: [split, split, office, office, office, [], office],
      exceptions: [holiday('2027-01-01', 'New Year')],
    };
    expect(calendarText(english).diff(calendarDiff(business, after))).toEqual([
      'Mon, Tue: 08:00–20:00 becomes 08:00–12:00, 13:00–20:00.',
      'Sun: closed becomes 08:00–20:00.',
      'Time zone: Asia/Shanghai becomes Europe/Berlin.',
      'Added: New Year (1 Jan 2027).',
    ]);
    expect(calendarText(chinese).diff(calendarDiff(after, business)).slice(-2)).toEqual([
      '时区：由 Europe/Berlin 改为 Asia/Shanghai。',
      '移除：New Year（2027年1月1日）。',
    ]);
    expect(calendarText(english).diff(calendarDiff(business, business))).toEqual(['Nothing has changed.']);
  });

  it('counts special days where naming them would fill the screen', () => {
    const days = [1, 2, 3, 4, 5].map((day) => holiday(`2027-05-0${day}`, 'Day'));
    expect(calendarText(english).diff(calendarDiff(business, { ...business, exceptions: days }))).toEqual([
      'Added: 5 special days of 2027.',
    ]);
  });

  it('translates the names of a new workspace’s calendars, and no other', () => {
    const known = houseCalendars('Asia/Shanghai', [], []).map(({ id, label }) => ({ id, label }));
    expect([...defaultCalendars]).toEqual(known);
    expect(known.map((calendar) => calendarText(chinese).name(calendar))).toEqual(['标准营业时间', '全天候']);
    expect(calendarText(chinese).name({ id: 'business', label: 'Desk Berlin' })).toBe('Desk Berlin');
  });
});

describe('promises in words', () => {
  const terms = (type: PromiseTerms['type'], durationMs: number | null, workingDays: number | null = null): PromiseTerms => ({
    type,
    durationMs,
    workingDays,
    calendarId: 'business',
  });
  const all = [
    terms('calendar', 86_400_000),
    terms('working-time', 300_000),
    terms('working-time', 3_600_000),
    terms('working-days', null, 1),
    terms('working-days', null, 3),
    terms('working-days', null, 12),
  ];

  it('keeps the unit in which a time was promised, and the three readings apart', () => {
    expect(all.map((one) => promiseText(english).line(['kind:email'], one))).toEqual([
      'E-mail: within 24 hours on the clock',
      'E-mail: within 5 minutes of opening hours',
      'E-mail: within 1 hour of opening hours',
      'E-mail: by the end of the next working day',
      'E-mail: by the end of the 3rd working day',
      'E-mail: by the end of the 12th working day',
    ]);
    expect(all.map((one) => promiseText(chinese).line(['kind:chat', 'telegram'], one))).toEqual([
      '在线聊天、Telegram：24 小时内（自然时间）',
      '在线聊天、Telegram：营业时间 5 分钟内',
      '在线聊天、Telegram：营业时间 1 小时内',
      '在线聊天、Telegram：下一个工作日结束前',
      '在线聊天、Telegram：第 3 个工作日结束前',
      '在线聊天、Telegram：第 12 个工作日结束前',
    ]);
  });

  it('tells the weekday and time of a due instant in its own zone, and the year only where it is another', () => {
    const due = (at: string, zone: string, words: Words) => promiseText(words).due(at, zone);
    // Runtimes differ in the comma after the weekday, and in nothing else.
    expect(due('2026-11-24T10:00:00Z', 'Asia/Shanghai', english)).toMatch(/^Tue,? 24 Nov,? 18:00$/);
    expect(due('2026-11-24T10:00:00Z', 'Europe/Berlin', english)).toMatch(/^Tue,? 24 Nov,? 11:00$/);
    expect(due('2026-11-24T10:00:00Z', 'Asia/Shanghai', chinese)).toMatch(/^11月24日周二 ?18:00$/);
    // Midnight of the new year in Shanghai is still the old year in UTC.
    expect(due('2026-12-31T16:30:00Z', 'Asia/Shanghai', chinese)).toContain('2027');
  });

  it('says what a new version changes', () => {
    const [clock, minutes] = [terms('calendar', 86_400_000), { ...terms('working-time', 300_000), calendarId: 'always' }];
    const name = (id: string) => id;
    expect(promiseText(english).diff(clock, minutes, name)).toEqual([
      'It was "within 24 hours on the clock" and becomes "within 5 minutes of opening hours".',
      'It is counted on "always" instead of "business".',
    ]);
    expect(promiseText(english).diff(clock, clock, name)).toEqual(['Nothing has changed.']);
  });
});
