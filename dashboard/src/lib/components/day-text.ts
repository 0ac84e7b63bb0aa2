// A day as people type it.
import { isDay } from '../format/date.ts';

/** `YYYY-MM-DD` of `2026-11-27`, `2026/11/7`, `2026.11.27`, `20261127` or `2026年11月27日`; null for what is no day, such as 30 February. */
export function parseDay(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (found === null) return null;
  const [, year = '', month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
