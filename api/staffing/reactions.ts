// How long a first line takes when nobody else waits: from the customer's message to the answer of somebody who was on duty already.
import { hour, type Instant } from '#db/model/instant.ts';
import { isOf, type PresenceOf } from './presence.ts';
import type { Shift } from './shifts.ts';

/** Quantiles that stand for the distribution. */
const parts = 10;
/** Fewer waits than this say nothing. */
const leastWaits = 30;
/** A wait that went on for longer was forgotten, and says nothing of whether others were waiting. */
const forgottenMs = 6 * hour;

type First = { readonly since: Instant; readonly at: Instant; readonly isOnDuty: boolean };

/**
 * Ten quantiles (0.05 to 0.95) of the waits for a first line that began while nobody else was waiting, answered by somebody whose shift had begun.
 * Even then people are busy with other things, so that the waits hold more than the time of a line. Empty where there are fewer than 30.
 */
export function reactionsOf(shifts: readonly Shift[], of: PresenceOf): number[] {
  const firsts = shifts.flatMap((shift) => firstsIn(shift, of)).sort((a, b) => a.since - b.since);
  const quiet: number[] = [];
  let openUntil = Number.NEGATIVE_INFINITY;
  for (const { since, at, isOnDuty } of firsts) {
    if (isOnDuty && openUntil <= since) quiet.push(at - since);
    if (at - since < forgottenMs) openUntil = Math.max(openUntil, at);
  }
  if (quiet.length < leastWaits) return [];
  quiet.sort((a, b) => a - b);
  return Array.from({ length: parts }, (_, part) => quiet[Math.floor(((part + 0.5) / parts) * quiet.length)] ?? 0);
}

function firstsIn(shift: Shift, of: PresenceOf): First[] {
  return shift.replies.flatMap((reply) => {
    const { isFirst, waitingSince: since, at } = reply;
    return isFirst && since !== null && isOf(reply, of) ? [{ since, at, isOnDuty: since >= shift.from }] : [];
  });
}
