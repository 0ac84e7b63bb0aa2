// Public holidays of the regions we know, as dated exceptions of a calendar.
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { type CalendarException, calendarExceptionSchema } from '../model/calendar.ts';

export const holidayRegions = ['CN', 'FR', 'DE', 'GB', 'US'] as const;
export type HolidayRegion = (typeof holidayRegions)[number];

// Of the United Kingdom the bank holidays of England; of the others what the whole country keeps: a feast of one
// Land or state in a default calendar would surprise everybody else.
const partOf: Readonly<Partial<Record<HolidayRegion, string>>> = { GB: 'ENG' };

type NamedDay = { readonly date: string; readonly label: string };

function isRegion(text: string): text is HolidayRegion {
  return holidayRegions.some((region) => region === text);
}

/**
 * The spring festival and labour day as the State Council sets them: from 2025 on the eve to the third day, and 1 and 2 May; from 2014 to
 * 2024 the first to the third day, and 1 May. The library keeps the older rule (eve to second day), which is right before 2014.
 */
function chineseFestivals(year: number, found: readonly NamedDay[], firstDay: string | undefined): NamedDay[] {
  const isFestival = (label: string) => label.startsWith('春节');
  if (year < 2014 || firstDay === undefined) return [...found];
  const first = Temporal.PlainDate.from(firstDay);
  const offsets = year >= 2025 ? [-1, 0, 1, 2] : [0, 1, 2];
  const festival = offsets.map((days) => ({ date: first.add({ days }).toString(), label: '春节' }));
  const labour = year >= 2025 ? [{ date: `${year}-05-02`, label: '劳动节' }] : [];
  return [...found.filter(({ label }) => !isFestival(label)), ...festival, ...labour];
}

/** The library names some Chinese days in both scripts, `清明节 清明節`; the first, simplified, is the one of the region. */
function onceNamed(name: string): string {
  const [first = name, ...others] = name.split(' ');
  return /^\p{Script=Han}+$/u.test(first) && others.length === 1 ? first : name;
}

/**
 * The days off of a region in a year, oldest first, one exception a date. Public holidays and their substitute days only: no observances,
 * no bank or school days. Left out for China are the days that are free for a part of the people only (8 March, 4 May, 1 June, 1 August),
 * on which a support desk works as ever; bridging days and make-up workdays are announced each autumn and entered by hand.
 * A holiday is a date, whatever the zone: it closes that date in the zone of the calendar it is put into. Empty for unknown regions.
 */
export function publicHolidays(region: string, year: number, zone: string): CalendarException[] {
  if (!isRegion(region)) return [];
  const part = partOf[region];
  const library = part === undefined ? new Holidays(region, { timezone: zone }) : new Holidays(region, part, { timezone: zone });
  const found = library.getHolidays(year).filter((holiday) => {
    if (holiday.type !== 'public' || !holiday.date.endsWith('00:00:00')) return false;
    return region !== 'CN' || holiday.rule !== '06-01';
  });
  const named = found.map((holiday) => ({ date: holiday.date.slice(0, 10), label: onceNamed(holiday.name) }));
  const newYear = found.find((holiday) => holiday.rule === 'chinese 01-0-01')?.date.slice(0, 10);
  const days = region === 'CN' ? chineseFestivals(year, named, newYear) : named;
  const labels = new Map<string, string[]>();
  for (const { date, label } of days) labels.set(date, [...(labels.get(date) ?? []), label]);
  return [...labels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, names]) =>
      calendarExceptionSchema.parse({ date, kind: 'holiday', label: names.join(' / ').slice(0, 120), region, intervals: [] }),
    );
}
