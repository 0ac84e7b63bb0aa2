// Who was there in each hour, read from replies: the ones that replied, those on duty for a live channel, and the hours that went into a deferred one.
import { hour, type Instant } from '#db/model/instant.ts';
import type { Reply } from '#db/model/staffing.ts';
import { type HourSlot, hoursOfWeek, slotAt } from './hour-slots.ts';
import { gapsOf, type Shift } from './shifts.ts';

export type PresenceOf = { readonly channel: string; readonly language: string | null };

/** Whether a reply was given in the channel, and in the language where one is named. */
export const isOf = (reply: Reply, of: PresenceOf): boolean =>
  reply.channel === of.channel && (of.language === null || reply.language === of.language);

/** How many different people replied in each hour. */
export function activeAgents(shifts: readonly Shift[], slots: readonly HourSlot[], of: PresenceOf): number[] {
  const seen = slots.map(() => new Set<string>());
  for (const shift of shifts) for (const reply of shift.replies) if (isOf(reply, of)) seen[slotAt(slots, reply.at)]?.add(reply.agent);
  return seen.map((agents) => agents.size);
}

/** Nobody is taken to have been there longer than this before the first reply of a shift, or after the last. */
const mostEdgeMs = hour;

/**
 * Who answers two calls in a shift was there for longer than from the one to the other: at both ends as long as between two of its
 * conversations, or of everybody's where it has only one. The first and last of n instants drawn from a stretch leave out as much of it.
 *
 * Source: the largest of n serial numbers, and the gap that is added to it (Goodman, JASA 47, 1952).
 */
function edgesOf(shifts: readonly Shift[]): (shift: Shift) => number {
  const gapsIn = ({ replies }: Shift): number => new Set(replies.map(({ conversation }) => conversation)).size - 1;
  const [span, gaps] = shifts.reduce(
    ([time, count], shift) => (gapsIn(shift) > 0 ? [time + shift.to - shift.from, count + gapsIn(shift)] : [time, count]),
    [0, 0],
  );
  const usual = gaps > 0 ? span / gaps : 0;
  return (shift) => Math.min(mostEdgeMs, gapsIn(shift) > 0 ? (shift.to - shift.from) / gapsIn(shift) : usual);
}

/**
 * People on duty in each hour without their pauses, in parts of an hour. Live: whoever replied in the channel at any time of a shift is there for it
 * from a little before the first to a little after the last reply of the shift. Deferred: the time between two replies of a shift belongs to the
 * channel of the later one. The first reply of a deferred shift and the first after a pause, of which nobody knows when they were begun, took `usualMs`.
 */
export function presence(
  shifts: readonly Shift[],
  slots: readonly HourSlot[],
  of: PresenceOf & { readonly isLive: boolean; readonly usualMs: number },
): number[] {
  const sums = slots.map(() => 0);
  const own = shifts.filter((shift) => shift.replies.some((reply) => isOf(reply, of)));
  const edgeOf = of.isLive ? edgesOf(own) : () => 0;
  for (const shift of own) {
    const [first] = shift.replies;
    const edge = edgeOf(shift);
    spread(sums, slots, shift.from - edge, shift.from);
    spread(sums, slots, shift.to, shift.to + edge);
    if (!of.isLive && first !== undefined && isOf(first, of)) spread(sums, slots, first.at - of.usualMs, first.at);
    for (const { reply, since, isPause } of gapsOf(shift))
      if (of.isLive || isOf(reply, of)) spread(sums, slots, isPause ? reply.at - of.usualMs : since, reply.at);
  }
  return sums;
}

/** Adds the part of each hour that `[from, to)` covers. */
function spread(sums: number[], slots: readonly HourSlot[], from: Instant, to: Instant): void {
  const start = slots[0]?.from ?? 0;
  for (let place = slotAt(slots, Math.max(from, start)); place >= 0 && place < slots.length; place += 1) {
    const slot = slots[place];
    if (slot === undefined || slot.from >= to) return;
    const part = Math.min(to, slot.to) - Math.max(from, slot.from);
    if (part > 0) sums[place] = (sums[place] ?? 0) + part / (slot.to - slot.from);
  }
}

/** The mean of values by hour of the week. */
export function byHourOfWeek(slots: readonly HourSlot[], values: readonly number[]): number[] {
  const sums = Array.from({ length: hoursOfWeek }, () => 0);
  const counts = Array.from({ length: hoursOfWeek }, () => 0);
  slots.forEach(({ hourOfWeek }, place) => {
    sums[hourOfWeek] = (sums[hourOfWeek] ?? 0) + (values[place] ?? 0);
    counts[hourOfWeek] = (counts[hourOfWeek] ?? 0) + 1;
  });
  return sums.map((sum, hour) => ((counts[hour] ?? 0) === 0 ? 0 : sum / (counts[hour] ?? 1)));
}
