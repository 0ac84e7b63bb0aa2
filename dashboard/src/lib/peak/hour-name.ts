// Hours of the week in words: `0-09` is "Monday, 09:00–10:00".

/** Monday first, as keys of hours count them. */
export const weekDays = [0, 1, 2, 3, 4, 5, 6] as const;
export const dayHours = Array.from({ length: 24 }, (_, hour) => hour);

export type HourOfWeek = { readonly day: number; readonly hour: number };

/** The place of a key; null for what is none. */
export function hourOfWeek(key: string): HourOfWeek | null {
  const found = /^([0-6])-([01]\d|2[0-3])$/.exec(key);
  return found === null ? null : { day: Number(found[1]), hour: Number(found[2]) };
}

export function hourKey({ day, hour }: HourOfWeek): string {
  return `${day}-${twoDigits(hour)}`;
}

/** 2024-01-01 was a Monday: its week gives the names of weekdays in any language. */
export function weekdayName(day: number, locale: string, style: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day));
}

export const twoDigits = (hour: number) => String(hour).padStart(2, '0');

/** `Monday, 09:00–10:00`; the key itself where it is none. */
export function hourName(key: string, locale: string, comma: string): string {
  const place = hourOfWeek(key);
  if (place === null) return key;
  // Midnight ends a day as 24:00: 00:00 would be taken for its beginning.
  return `${weekdayName(place.day, locale, 'long')}${comma}${twoDigits(place.hour)}:00–${twoDigits(place.hour + 1)}:00`;
}

const steps: Readonly<Record<string, readonly [day: number, hour: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads from an hour, weekdays down and hours across (or turned, on narrow screens); null for other keys. The edges hold. */
export function stepTo(from: HourOfWeek, pressed: string, isTurned: boolean): HourOfWeek | null {
  const clamp = (value: number, last: number) => Math.min(last, Math.max(0, value));
  if (pressed === 'Home') return isTurned ? { ...from, day: 0 } : { ...from, hour: 0 };
  if (pressed === 'End') return isTurned ? { ...from, day: 6 } : { ...from, hour: 23 };
  const step = steps[pressed];
  if (step === undefined) return null;
  const [down, across] = step;
  const [day, hour] = isTurned ? [across, down] : [down, across];
  return { day: clamp(from.day + day, 6), hour: clamp(from.hour + hour, 23) };
}
