// A day and a time on the wall of a zone, or an hour of it, as an instant, and back.

type Wall = { readonly day: string; readonly minutes: number };

const minuteMs = 60_000;

// Making one takes longer than using it a hundred times, and charts ask for hundreds of hours of one zone.
const styles = new Map<string, Intl.DateTimeFormat>();

function styleOf(zone: string): Intl.DateTimeFormat {
  const known = styles.get(zone);
  if (known !== undefined) return known;
  const style = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  styles.set(zone, style);
  return style;
}

/** What the clocks of a zone show at an instant, to the minute. */
export function wallAt(at: number, zone: string): Wall {
  const parts = styleOf(zone).formatToParts(at);
  const part = (type: string) => parts.find((piece) => piece.type === type)?.value ?? '0';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

function asUtc({ day, minutes }: Wall): number {
  return Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
}

/**
 * The first instant at which the clocks of a zone show a day and a time. A time that is skipped in spring becomes the one an hour later,
 * which is what the clocks then show; of a time that comes twice in autumn the first is meant.
 */
export function instantOf(day: string, minutes: number, zone: string): number {
  const wanted = asUtc({ day, minutes });
  const offsetAt = (at: number) => asUtc(wallAt(at, zone)) - Math.floor(at / minuteMs) * minuteMs;
  // The two offsets around the time; where they differ, clocks change that day and one of both readings shows the wanted time.
  const [before, after] = [offsetAt(wanted - 86_400_000), offsetAt(wanted + 86_400_000)];
  const right = [wanted - before, wanted - after].filter((at) => asUtc(wallAt(at, zone)) === wanted);
  return right.length === 0 ? wanted - before : Math.min(...right);
}

/** From `2026-03-29T02` in a zone to epoch milliseconds; null for an hour that the clocks skip; the first of two for one they repeat. */
export function instantOfHour(key: string, zone: string): number | null {
  const [day, minutes] = [key.slice(0, 10), Number(key.slice(11)) * 60];
  if (!Number.isFinite(asUtc({ day, minutes }))) return null;
  const at = instantOf(day, minutes, zone);
  const shown = wallAt(at, zone);
  return shown.day === day && shown.minutes === minutes ? at : null;
}
