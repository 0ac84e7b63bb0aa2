// Days and times in the reader's language and the workspace's zone, and the arithmetic of days.

const dayMs = 86_400_000;

/** The calendar day `YYYY-MM-DD` of an instant in a zone. */
export function dayIn(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string) => parts.find((piece) => piece.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The hour 0-23 of an instant in a zone. */
export function hourIn(zone: string, at: number): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at));
}

/** A day some days later (or earlier, for negative counts). Days have no zone, so this never meets daylight saving. */
export function addDays(day: string, count: number): string {
  return new Date(noon(day) + count * dayMs).toISOString().slice(0, 10);
}

/** The first day of the month that lies `count` months after the month of `day`. */
export function firstOfMonth(day: string, count = 0): string {
  const at = new Date(noon(day));
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count, 1, 12)).toISOString().slice(0, 10);
}

/** The same day of the month a year earlier; 29 February becomes 28 February. */
export function yearBefore(day: string): string {
  const year = Number(day.slice(0, 4)) - 1;
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/** Number of days in `[from, to]`, both inclusive. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / dayMs) + 1;
}

/** 0 for Monday ... 6 for Sunday. */
export function weekday(day: string): number {
  return (new Date(noon(day)).getUTCDay() + 6) % 7;
}

/** True for `YYYY-MM-DD` that exists; 2026-02-30 does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = noon(text);
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** `12 Mar` / `3月12日`; with the year where it is not `thisYear`. */
export function formatDay(day: string, locale: string, thisYear?: string): string {
  const style: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric', month: 'short' };
  if (thisYear !== undefined && day.slice(0, 4) !== thisYear) style.year = 'numeric';
  return new Intl.DateTimeFormat(locale, style).format(noon(day));
}

/** `Thu 12 Mar 2026` / `2026年3月12日周四`, for hover texts and tooltips. */
export function formatLongDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
    noon(day),
  );
}

/** `Mar 2026` / `2026年3月`. */
export function formatMonth(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(noon(day));
}

/** `20 Feb – 19 Mar`, one day alone where both are the same; with years where either day is not in `thisYear`. */
export function formatDayRange(from: string, to: string, locale: string, thisYear: string): string {
  if (from === to) return formatDay(from, locale, thisYear);
  const shown = from.slice(0, 4) === thisYear && to.slice(0, 4) === thisYear ? thisYear : '';
  return `${formatDay(from, locale, shown)} – ${formatDay(to, locale, shown)}`;
}

/** `12 Mar, 14:05` / `3月12日 14:05` in the zone, with the year where it is not `thisYear`; `-` for null. */
export function formatTime(at: string | number | null | undefined, locale: string, zone: string, thisYear?: string): string {
  const style: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  };
  const instant = typeof at === 'string' ? Date.parse(at) : (at ?? Number.NaN);
  if (thisYear !== undefined && Number.isFinite(instant) && dayIn(zone, instant).slice(0, 4) !== thisYear) style.year = 'numeric';
  return formatWith(at, locale, style);
}

/** `14:05` in the zone; `-` for null. */
export function formatClock(at: string | number | null | undefined, locale: string, zone: string): string {
  return formatWith(at, locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Everything down to the second with the zone's name, for hover texts; `-` for null. */
export function formatExactTime(at: string | number | null | undefined, locale: string, zone: string): string {
  return formatWith(at, locale, {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
}

function formatWith(at: string | number | null | undefined, locale: string, style: Intl.DateTimeFormatOptions): string {
  if (at === null || at === undefined) return '-';
  const instant = typeof at === 'number' ? at : Date.parse(at);
  if (!Number.isFinite(instant)) return '-';
  return new Intl.DateTimeFormat(locale, style).format(instant);
}

/** Noon of a day in UTC: far from both ends, so that no rounding can leave the day. */
function noon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}
