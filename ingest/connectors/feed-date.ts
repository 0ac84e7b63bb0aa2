// The times of feeds: by RFC 822 with named zones, by ISO 8601 in part or whole, and without a zone.
import { day, hour, type Instant, minute } from '#db/model/instant.ts';

// Zones that are named in feeds and that the engine does not know; hours from UTC.
const zones: Readonly<Record<string, number>> = {
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  MET: 1,
  EET: 2,
  EEST: 3,
  MSK: 3,
  IST: 5.5,
  SGT: 8,
  HKT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  AKST: -9,
  AKDT: -8,
  HST: -10,
};
const knownZone = /(?:Z|UTC?|GMT|[ECMP][SD]T|[+-]\d\d:?\d\d)$/i;
const iso = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?/;
const earliest = Date.UTC(2000, 0, 1);

function toOffset(hours: number): string {
  const minutes = Math.abs(hours) * (hour / minute);
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${hours < 0 ? '-' : '+'}${part(minutes / 60)}${part(minutes % 60)}`;
}

/** Null where it is no time, or none that can be right: before 2000, or more than a day ahead of `now`. Without a zone it is taken as UTC. */
export function parseFeedDate(text: string | null | undefined, now: Instant): Instant | null {
  const clean = (text ?? '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*\([^)]*\)$/, '');
  if (clean === '') return null;
  const [name = ''] = /[A-Z]{3,4}$/.exec(clean) ?? [];
  const offset = zones[name];
  const named = offset === undefined ? clean : `${clean.slice(0, -name.length)}${toOffset(offset)}`;
  const isIso = iso.test(named);
  const hasTime = /\d:\d\d/.test(named);
  const whole = isIso
    ? named
        .replace(' ', 'T')
        .replace(/T(\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*/, 'T$1')
        .replace(',', '.')
    : named;
  const at = Date.parse(isIso ? (hasTime && !knownZone.test(whole) ? `${whole}Z` : whole) : knownZone.test(whole) ? whole : `${whole} UTC`);
  return Number.isNaN(at) || at < earliest || at > now + day ? null : at;
}
