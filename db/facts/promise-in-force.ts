// Which promise, in which version, a channel was given at an instant.
import { channelKind } from '../model/channel.ts';
import { day, hour, type Instant } from '../model/instant.ts';
import type { PromiseStage, PromiseVersion, ServicePromise } from '../model/promise.ts';
import { dayNumber, openZoneClock } from './zone-clock.ts';

export type PromiseInForce = { readonly promise: ServicePromise; readonly version: PromiseVersion };

/** The zone of a calendar by its id; null where the calendar is unknown, which is then read as UTC. */
export type ZoneOf = (calendarId: string) => string | null;

function hasBegun(version: PromiseVersion, at: Instant, zoneOf: ZoneOf): boolean {
  if (version.validFrom === null) return true;
  const midnight = dayNumber(version.validFrom) * day;
  // No zone is 16 hours from UTC, so all but the day of the change is decided without asking for the zone.
  if (Math.abs(at - midnight) > 16 * hour) return at > midnight;
  return at >= openZoneClock(zoneOf(version.calendarId) ?? 'UTC').firstAt(midnight);
}

/** The version in force: of those that have begun the one that began last, and of two that began together the higher number. */
function versionInForce(promise: ServicePromise, at: Instant, zoneOf: ZoneOf): PromiseVersion | null {
  let best: PromiseVersion | null = null;
  for (const version of promise.versions) {
    if (!hasBegun(version, at, zoneOf)) continue;
    const from = version.validFrom ?? '';
    const bestFrom = best?.validFrom ?? '';
    if (best === null || from > bestFrom || (from === bestFrom && version.version > best.version)) best = version;
  }
  return best;
}

/**
 * The promise of a stage for a channel at an instant: one that names the channel comes first, then one for its kind (`kind:chat`);
 * of several the first in the list. A version begins at local midnight in the zone of its calendar.
 * Null where the channel has no promise, or none had begun.
 */
export function promiseInForce(
  promises: readonly ServicePromise[],
  channel: string,
  stage: PromiseStage,
  at: Instant,
  zoneOf: ZoneOf,
): PromiseInForce | null {
  for (const name of [channel, `kind:${channelKind(channel)}`]) {
    for (const promise of promises) {
      if (promise.stage !== stage || !promise.channels.includes(name)) continue;
      const version = versionInForce(promise, at, zoneOf);
      if (version !== null) return { promise, version };
    }
  }
  return null;
}
