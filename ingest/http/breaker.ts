// A breaker: after several failures in a row a host is left alone for a while, and longer each time it fails again.
import { hour, type Instant, minute } from '#db/model/instant.ts';

const failuresToOpen = 5;
const firstRest = minute;
const longestRest = hour;

export type Breaker = {
  /** Until when the host is left alone; null where it may be asked. */
  readonly openUntil: () => Instant | null;
  readonly succeed: () => void;
  readonly fail: () => void;
  /** Ends the rest for one request, which somebody asked for: where it fails, the next rest follows at once. */
  readonly letOne: () => void;
};

/** After the rest one request is let through: where it fails, the next rest is twice as long, up to an hour. */
export function openBreaker(clock: () => Instant): Breaker {
  let failures = 0;
  let rest = firstRest;
  let until: Instant | null = null;
  return {
    openUntil: () => (until !== null && clock() < until ? until : null),
    succeed: () => {
      failures = 0;
      rest = firstRest;
      until = null;
    },
    fail: () => {
      failures += 1;
      if (failures < failuresToOpen) return;
      until = clock() + rest;
      rest = Math.min(longestRest, rest * 2);
    },
    letOne: () => {
      until = null;
    },
  };
}

/** One breaker for each host of a source, made when it is first asked for: a host that is down says nothing about the others. */
export type HostBreakers = {
  readonly of: (host: string) => Breaker;
  /** As `letOne` of a breaker, for every host. */
  readonly letOne: () => void;
};

export function openHostBreakers(clock: () => Instant): HostBreakers {
  const hosts = new Map<string, Breaker>();
  return {
    of: (host) => {
      const breaker = hosts.get(host) ?? openBreaker(clock);
      hosts.set(host, breaker);
      return breaker;
    },
    letOne: () => {
      for (const breaker of hosts.values()) breaker.letOne();
    },
  };
}
