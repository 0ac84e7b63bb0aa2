// What of the grid the address says: its layer, the marks inside, whose hours, which zone.
import { type LayerId, layerIds, metricLayerIds } from './layers.ts';

export const markIds = ['backlog', 'wait'] as const;
export type MarkId = (typeof markIds)[number];

export type GridView = {
  readonly layer: LayerId;
  readonly marks: readonly MarkId[];
  /** Null: the workspace's own. */
  readonly calendar: string | null;
  readonly zone: string | null;
};

const names = ['layer', 'marks', 'calendar', 'zone'] as const;

/** Reads the grid out of an address; nonsense becomes the default. All three layers are shown together until one is taken away. */
export function parseGridView(params: URLSearchParams): GridView {
  const marks = params.get('marks');
  const calendar = params.get('calendar');
  return {
    layer: [...layerIds, ...metricLayerIds].find((id) => id === params.get('layer')) ?? 'arrivals',
    marks: marks === null ? markIds : markIds.filter((id) => marks.split(',').includes(id)),
    calendar: calendar !== null && /^[a-z0-9][a-z0-9-]{0,63}$/.test(calendar) ? calendar : null,
    zone: zoneNamed(params.get('zone')),
  };
}

/** The address's parameters with another grid; what is the default is left out, everything else stays. */
export function withGridView(current: URLSearchParams, view: GridView): URLSearchParams {
  const next = new URLSearchParams();
  for (const [name, value] of current) if (!names.some((one) => one === name)) next.append(name, value);
  if (view.layer !== 'arrivals') next.set('layer', view.layer);
  if (view.marks.length < markIds.length) next.set('marks', view.marks.length === 0 ? 'none' : view.marks.join(','));
  if (view.calendar !== null) next.set('calendar', view.calendar);
  if (view.zone !== null) next.set('zone', view.zone);
  return next;
}

/** A zone that this browser knows; null for anything else. */
export function zoneNamed(text: string | null): string | null {
  if (text === null || !/^[A-Za-z][\w+/-]{1,63}$/.test(text)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone === undefined ? null : text;
  } catch {
    return null;
  }
}

/** Zones that are offered beside the workspace's own and the one in use: where wallets have their customers. */
const usualZones = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Paris',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
] as const;

/** The zones to choose from, the workspace's own first. */
export function zoneChoices(home: string, chosen: string | null): readonly string[] {
  return [...new Set([home, ...(chosen === null ? [] : [chosen]), ...usualZones])];
}
