// A rate budget: in no minute is a source asked more often than its limit, however many pages there are.
import { type Instant, minute } from '#db/model/instant.ts';

export type RateBudget = {
  /** Takes one request out of the budget; gives the pause to keep before sending it. */
  readonly takeMs: () => number;
  /** Requests that may be sent at once. */
  readonly left: () => number;
};

/** Remembers when the last `perMinute` requests were sent: the next may go a minute after the oldest of them. */
export function openRateBudget(perMinute: number, clock: () => Instant): RateBudget {
  const most = Math.max(1, Math.floor(perMinute));
  const sent: Instant[] = [];
  const forget = (now: Instant) => {
    while (sent.length > 0 && (sent[0] ?? 0) + minute <= now) sent.shift();
  };
  return {
    takeMs: () => {
      const now = clock();
      forget(now);
      const oldest = sent.at(-most);
      const at = oldest === undefined ? now : Math.max(now, oldest + minute);
      sent.push(at);
      return at - now;
    },
    left: () => {
      forget(clock());
      return Math.max(0, most - sent.length);
    },
  };
}
