// The instant at which an hour of local time begins.

/** From `2026-03-29T02` in a zone to epoch milliseconds; null for an hour that the clocks skip; the first of two for one they repeat. */
export function instantOfHour(key: string, zone: string): number | null {
  const wanted = `${key}:00`;
  const asIfUtc = Date.parse(`${wanted}:00Z`);
  if (!Number.isFinite(asIfUtc)) return null;
  // Zones lie between UTC-12 and UTC+14; trying the offsets around the guess finds the earliest instant that reads so.
  const local = openLocalText(zone);
  const offset = asIfUtc - Date.parse(`${local(asIfUtc)}:00Z`);
  for (const shift of [-3_600_000, -1_800_000, 0, 1_800_000, 3_600_000]) {
    const at = asIfUtc + offset + shift;
    if (local(at) === wanted) return at;
  }
  return null;
}

/** Writes instants as `2026-03-29T02:00` in the zone. */
function openLocalText(zone: string): (at: number) => string {
  const style = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const part = new Map(style.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${part.get('year')}-${part.get('month')}-${part.get('day')}T${part.get('hour')}:${part.get('minute')}`;
  };
}
