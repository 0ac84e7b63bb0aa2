// Shifts: who was on duty from when to when, read from nothing but the instants of their replies.
import { hour, type Instant } from '#db/model/instant.ts';
import type { Reply } from '#db/model/staffing.ts';

/** Two replies further apart than this belong to two shifts. */
export const shiftBreakMs = 4 * hour;
/** Nobody works longer than this on one answer: what seems to take longer is a pause. */
export const pauseMs = 2 * hour;

/** Replies of one person, oldest first, none more than `shiftBreakMs` after the one before. */
export type Shift = { readonly agent: string; readonly from: Instant; readonly to: Instant; readonly replies: readonly Reply[] };

/** Cuts replies, in any order, into shifts by person and time. */
export function shiftsOf(replies: readonly Reply[]): Shift[] {
  const byAgent = new Map<string, Reply[]>();
  for (const reply of replies) {
    const own = byAgent.get(reply.agent);
    if (own === undefined) byAgent.set(reply.agent, [reply]);
    else own.push(reply);
  }
  return [...byAgent.values()].flatMap((own) => cut(own.sort((a, b) => a.at - b.at || a.conversation - b.conversation)));
}

function cut(sorted: readonly Reply[]): Shift[] {
  const shifts: Reply[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const reply of sorted) {
    if (reply.at - before > shiftBreakMs) shifts.push([]);
    shifts.at(-1)?.push(reply);
    before = reply.at;
  }
  return shifts.flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined ? [] : [{ agent: first.agent, from: first.at, to: last.at, replies: own }];
  });
}

/**
 * A reply with the time since the one before it in its shift. `workMs`: since then, or since the customer's message where that came later; the
 * work on the answer at most. `isPause`: it would have been longer than anybody works on one answer.
 */
export type Gap = {
  readonly reply: Reply;
  readonly since: Instant;
  readonly gapMs: number;
  readonly workMs: number;
  readonly isPause: boolean;
};

/** The gaps of a shift, one less than its replies: together they are the shift. */
export function gapsOf(shift: Shift): Gap[] {
  return shift.replies.slice(1).map((reply, place) => {
    const since = shift.replies[place]?.at ?? reply.at;
    const workMs = Math.max(0, reply.at - Math.max(since, reply.waitingSince ?? since));
    return { reply, since, gapMs: reply.at - since, workMs, isPause: workMs > pauseMs };
  });
}

/** Share of all time in shifts that lies in pauses; null without any time. `shifts`: how many it is of. */
export function shrinkageOf(shifts: readonly Shift[]): { readonly value: number | null; readonly shifts: number } {
  let [paused, whole] = [0, 0];
  for (const shift of shifts) {
    whole += shift.to - shift.from;
    for (const { gapMs, isPause } of gapsOf(shift)) if (isPause) paused += gapMs;
  }
  return { value: whole > 0 ? paused / whole : null, shifts: shifts.length };
}
