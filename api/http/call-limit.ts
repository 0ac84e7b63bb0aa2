// A limit on calls: so many a minute for each name, and then 429 with the time to wait.
import { HTTPException } from 'hono/http-exception';
import { type Instant, minute } from '#db/model/instant.ts';

export type CallLimit = {
  /** Counts one call; refuses with 429 and Retry-After once the minute's calls of this name are used up. */
  take(name: string): void;
  /** Refuses where they are used up, without counting. */
  check(name: string): void;
};

const mostNames = 10_000;

/** Kept in memory by whole minutes: it protects the machine, not a quota that somebody pays for. */
export function openCallLimit(clock: () => Instant, perMinute: number): CallLimit {
  const calls = new Map<string, { readonly since: Instant; used: number }>();
  const current = (name: string) => {
    const known = calls.get(name);
    if (known !== undefined && clock() < known.since + minute) return known;
    const fresh = { since: clock(), used: 0 };
    calls.delete(name);
    calls.set(name, fresh);
    const [eldest] = calls.keys();
    if (calls.size > mostNames && eldest !== undefined) calls.delete(eldest);
    return fresh;
  };
  const check = (name: string) => {
    const { since, used } = current(name);
    if (used < perMinute) return;
    const seconds = Math.max(1, Math.ceil((since + minute - clock()) / 1000));
    throw new HTTPException(429, {
      message: `more than ${perMinute} calls a minute; try again in ${seconds} seconds`,
      res: new Response(null, { status: 429, headers: { 'Retry-After': String(seconds) } }),
    });
  };
  return {
    check,
    take: (name) => {
      check(name);
      current(name).used += 1;
    },
  };
}
