// Minutes of a day as people write them, and back: 08:00, 24:00, and hours that run into the next day.

export const dayMinutes = 1440;

/** `480` is `08:00`, `1440` is `24:00`; what lies in the next day is told by its own clock: `1800` is `06:00`. */
export function clockText(minutes: number): string {
  const shown = minutes > dayMinutes ? minutes - dayMinutes : minutes;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** Minutes after midnight of `8`, `830`, `8:30`, `08.30`, `８：３０` or `24:00`; null for what is no time of day. */
export function parseClock(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const found = /^(\d{1,2})(?:\s*[:.h时点]\s*(\d{2})?\s*分?)?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (found === null) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2] ?? '0');
  return Number(found[2] ?? '0') > 59 || minutes > dayMinutes ? null : minutes;
}

export type TypedHours = { readonly hours: { readonly open: number; readonly close: number } } | { readonly problem: 'open' | 'close' };

/**
 * Opening hours out of two typed times. A close at or before the opening lies in the next day: 22:00-06:00 is a night, 00:00-00:00 a whole
 * day. An opening at 24:00 is the next day's 00:00 and therefore refused.
 */
export function parseHours(openText: string, closeText: string): TypedHours {
  const open = parseClock(openText);
  if (open === null || open === dayMinutes) return { problem: 'open' };
  const close = parseClock(closeText);
  if (close === null) return { problem: 'close' };
  return { hours: { open, close: close <= open ? close + dayMinutes : close } };
}
