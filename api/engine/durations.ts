// Durations of a question, collected row by row.

import type { Verdict } from '#api/metrics/metric.ts';
import type { ValueBuckets } from '#api/stats/value-buckets.ts';
import { workingMs } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { grown } from './grown.ts';
import type { Question } from './question.ts';
import type { JudgedBlock } from './scan.ts';

/** Room for durations: values, and the group of each. */
export type DurationRoom = { readonly values: Float64Array; readonly groups: Int32Array; count: number };

/** Values with the number of their group, in the order in which they are met. The room is used again by every question. */
export class Collected {
  readonly room: { values: Float64Array; groups: Int32Array; count: number } = {
    values: new Float64Array(0),
    groups: new Int32Array(0),
    count: 0,
  };

  clear(): void {
    this.room.count = 0;
  }

  /** Makes room for so many more, and hands the room out. */
  roomFor(more: number): DurationRoom {
    this.room.values = grown(this.room.values, this.room.count + more);
    this.room.groups = grown(this.room.groups, this.room.count + more);
    return this.room;
  }

  /** Times of a source may run backwards; a reply before the question took no time. */
  clampToZero(): void {
    const { values, count } = this.room;
    for (let index = 0; index < count; index += 1) if ((values[index] ?? 0) < 0) values[index] = 0;
  }

  /** Deals the values out to buckets, from which the ranks of every group are read. */
  dealTo(buckets: ValueBuckets, groupCount: number, shift: number): void {
    const { values, groups, count } = this.room;
    buckets.fill(values.subarray(0, count), groupCount === 1 ? null : groups, groupCount, shift);
  }
}

export const isEvent = 1;
export const isCensored = 2;

/** What a verdict means for durations: an end, an age, or nothing. */
export function rolesOf(verdicts: readonly (Verdict | null)[]): Uint8Array {
  return Uint8Array.from(verdicts, (verdict) => {
    if (verdict?.part !== 'in') return 0;
    if (verdict.ending === 'answered') return isEvent;
    return verdict.ending === 'waiting' ? isCensored : 0;
  });
}

export type DurationLists = { readonly events: Collected; readonly censored: Collected };

/** Takes over the durations of a block on the clock of the question; open ones are aged up to the instant of the report. */
export function durationTaker(
  question: Question,
  lists: DurationLists,
  calendarOf: (id: string) => Calendar | null,
): (block: JudgedBlock, groups: Int32Array) => void {
  const { table, plan, columns } = question;
  const { from, until, workingMs: worked, calendar } = table;
  const roles = rolesOf(question.outcomes.verdicts);
  const isWorking = plan.clock === 'working';
  const calendars = isWorking ? columns.calendars.names.map(calendarOf) : [];
  const workingAge = (row: number): number => {
    const own = calendars[calendar[row] ?? 0] ?? null;
    // A calendar that has been taken away leaves nothing to measure by: such a wait says nothing about any time.
    return own === null ? 0 : workingMs(own, from[row] ?? 0, plan.asOf);
  };
  return ({ rows, verdicts, count }, groups) => {
    const events = lists.events.roomFor(count);
    const censored = lists.censored.roomFor(count);
    for (let index = 0; index < count; index += 1) {
      const role = roles[verdicts[index] ?? 0] ?? 0;
      if (role === 0) continue;
      const row = rows[index] ?? 0;
      const room = role === isEvent ? events : censored;
      const end = role === isEvent ? (until[row] ?? 0) : plan.asOf;
      const working = role === isEvent ? (worked[row] ?? 0) : isWorking ? workingAge(row) : 0;
      room.values[room.count] = isWorking ? working : Math.max(0, end - (from[row] ?? 0));
      room.groups[room.count] = groups[index] ?? 0;
      room.count += 1;
    }
  };
}
