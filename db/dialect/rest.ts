// A rest between steps of long work in a transaction, in which others of the process get their turn.
import { setImmediate } from 'node:timers/promises';

/** To be called after each step with how many messages the step went through; rests once that makes a long while. */
export type Rest = (messages: number) => Promise<void>;

/** Messages that may be gone through before others get a turn: with few to a page, storing it costs no turn at all. */
const between = 500;

/** Other readers are served in a rest, and see nothing of a transaction before it is committed. */
export function openRest(): Rest {
  let since = 0;
  return async (messages) => {
    since += messages;
    if (since < between) return;
    since = 0;
    await setImmediate();
  };
}
