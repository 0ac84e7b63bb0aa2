// How long to wait before the next try: what the other side asks for, else a growing random pause.
import { type Instant, minute, second } from '#db/model/instant.ts';

/** Reads one response header; null where it is absent. */
export type HeaderOf = (name: string) => string | null;

const resetHeaders = ['x-rate-limit-reset', 'x-ratelimit-reset', 'ratelimit-reset'] as const;
// Seconds since 1970 are above this, seconds that are left are below: 300 years are no rate limit.
const leastEpochSeconds = 1e9;

/** `Retry-After` as seconds (a fraction counts) or as an HTTP date; null where it is absent or neither. */
export function retryAfterMs(header: HeaderOf, now: Instant): number | null {
  const value = header('retry-after')?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * second);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** The vendors' reset headers: seconds since 1970 (X, GitHub, Intercom, Bluesky), seconds left (Zendesk, Reddit) or an ISO time (Mastodon). */
export function resetMs(header: HeaderOf, now: Instant): number | null {
  for (const name of resetHeaders) {
    const value = header(name)?.trim();
    if (value === undefined || value === '') continue;
    if (/^\d+(\.\d+)?$/.test(value)) {
      const seconds = Number(value);
      return Math.max(0, seconds >= leastEpochSeconds ? seconds * second - now : seconds * second);
    }
    const at = Date.parse(value);
    if (!Number.isNaN(at)) return Math.max(0, at - now);
  }
  return null;
}

/** A random pause between 0 and min(60 s, 2^attempt s): full jitter, so that clients that failed together do not come back together. */
export function jitterMs(attempt: number, random: () => number): number {
  return Math.floor(random() * Math.min(minute, 2 ** attempt * second));
}
