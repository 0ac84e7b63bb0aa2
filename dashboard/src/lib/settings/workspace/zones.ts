// Time zones to choose from, found by city, region, name or offset.

export type ZoneChoice = { readonly zone: string; readonly offset: string; readonly name: string };

function part(zone: string, locale: string, style: 'shortOffset' | 'longGeneric', at: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style }).formatToParts(at);
  return parts.find((piece) => piece.type === 'timeZoneName')?.value ?? '';
}

/** `UTC+8`, `UTC-3:30`, `UTC`: what a zone is ahead of UTC at an instant. */
export function offsetText(zone: string, at: number): string {
  return part(zone, 'en', 'shortOffset', at).replace('GMT', 'UTC');
}

/** Every zone that this browser knows, with its offset at an instant and its name in a language. `first` stands first: the one in use. */
export function zoneChoices(zones: readonly string[], first: string, locale: string, at: number): ZoneChoice[] {
  const names = [first, ...zones.filter((zone) => zone !== first)];
  return names.map((zone) => ({ zone, offset: offsetText(zone, at), name: part(zone, locale, 'longGeneric', at) }));
}

/** `America/New_York` as people read it: `New York`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** What somebody looks for in a choice: `new york`, `america`, `eastern`, `utc-5`, `+5:30`. */
export function zoneText({ zone, offset, name }: ZoneChoice): string {
  return `${zone.replaceAll('_', ' ')} ${zone} ${name} ${offset}`;
}
