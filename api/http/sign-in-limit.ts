// A limit on guessing: so many wrong tries per account and address in a quarter of an hour.
import { HTTPException } from 'hono/http-exception';
import { type Instant, minute } from '#db/model/instant.ts';

export type SignInLimit = {
  /** Refuses with 429 and Retry-After once the tries of this key are used up. */
  check(key: string): void;
  /** Counts one wrong try. */
  count(key: string): void;
  /** A right password wipes the slate. */
  forget(key: string): void;
};

const windowMs = 15 * minute;
const mostKeys = 10_000;

/**
 * The key names account and address together: a stranger who guesses locks out only himself, never the owner elsewhere.
 * Kept in memory: a restart forgives, and a restart is slower than the window for anybody who could cause one.
 */
export function openSignInLimit(clock: () => Instant, mostTries = 5): SignInLimit {
  const tries = new Map<string, Instant[]>();
  const recent = (key: string) => (tries.get(key) ?? []).filter((at) => at > clock() - windowMs);
  return {
    check: (key) => {
      const found = recent(key);
      const [oldest] = found;
      if (oldest === undefined || found.length < mostTries) return;
      const seconds = Math.max(1, Math.ceil((oldest + windowMs - clock()) / 1000));
      throw new HTTPException(429, {
        message: `too many wrong tries; try again in ${Math.ceil(seconds / 60)} minutes`,
        res: new Response(null, { status: 429, headers: { 'Retry-After': String(seconds) } }),
      });
    },
    count: (key) => {
      const found = [...recent(key), clock()];
      // Re-inserting keeps the map in the order of use, so the eldest key can go when strangers try many names.
      tries.delete(key);
      tries.set(key, found);
      const [eldest] = tries.keys();
      if (tries.size > mostKeys && eldest !== undefined) tries.delete(eldest);
    },
    forget: (key) => {
      tries.delete(key);
    },
  };
}
