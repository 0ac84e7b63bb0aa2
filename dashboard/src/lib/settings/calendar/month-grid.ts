// A month as rows of weeks, Monday first, and the keys that walk over its days.
import { addDays, firstOfMonth, weekday } from '../../format/date.ts';

/** Seven places a row; null for days of the neighbouring months. */
export type MonthRows = readonly (readonly (string | null)[])[];

/** The rows of the month that `day` lies in: as many as it needs, four to six. */
export function monthRows(day: string): MonthRows {
  const first = firstOfMonth(day);
  const next = firstOfMonth(day, 1);
  const places: (string | null)[] = Array.from({ length: weekday(first) }, () => null);
  for (let date = first; date < next; date = addDays(date, 1)) places.push(date);
  while (places.length % 7 !== 0) places.push(null);
  return Array.from({ length: places.length / 7 }, (_, row) => places.slice(row * 7, row * 7 + 7));
}

/** The first days of the twelve months of a year. */
export function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`);
}

const steps: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => firstOfMonth(day, -1),
  PageDown: (day) => firstOfMonth(day, 1),
  Home: (day) => firstOfMonth(day),
  End: (day) => addDays(firstOfMonth(day, 1), -1),
};

/** The day that a key leads to; null for keys that lead nowhere. */
export function dayAfterKey(day: string, key: string): string | null {
  return steps[key]?.(day) ?? null;
}
