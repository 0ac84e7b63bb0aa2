// A calendar made ready for counting: its open stretches in chunks with running sums, built when first asked for.
import type { Calendar, CalendarVersion, OpenInterval } from '../model/calendar.ts';
import { day, type Instant, minute } from '../model/instant.ts';
import { dayNumber, openZoneClock, weekdayOf, type ZoneClock } from './zone-clock.ts';

/** Hours are counted from 1850 to 2250 only: an instant outside is a broken import, and would cost a table of a million days. */
export const firstCounted: Instant = Date.UTC(1850, 0, 1);
export const lastCounted: Instant = Date.UTC(2250, 0, 1);

/** Length of a chunk. Its size only trades memory against sums: 64 days keep a binary search at seven steps. */
export const chunkMs = 64 * day;

/** The open stretches inside one chunk, sorted, apart from each other; `before[i]` is the open time of the chunk before stretch i. */
export type OpenChunk = {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly before: readonly number[];
  readonly total: number;
};

/** One version with the stretch of time it governs, `[from, to)`. */
export type GoverningVersion = {
  readonly version: CalendarVersion;
  readonly from: Instant;
  readonly to: Instant;
  readonly clock: ZoneClock;
  /** What a day has instead of its weekday, by day number. */
  readonly exceptions: ReadonlyMap<number, readonly OpenInterval[]>;
};

export type OpenHours = {
  /** Oldest first, without gaps between them. Empty for a calendar without versions. */
  readonly versions: readonly GoverningVersion[];
  chunk(index: number): OpenChunk;
  /** From here on the last version repeats its week for ever; when that week is empty the calendar never opens again. */
  readonly quietFrom: Instant;
};

// Kept beside the calendar object instead of in it: calendars stay plain values, and a dropped calendar drops its sums.
const byCalendar = new WeakMap<Calendar, OpenHours>();

// Days entered by hand beat the lists of public holidays: a make-up workday is entered because the list says otherwise.
// Of two exceptions of one rank the later in the list counts.
const exceptionRank = { half_day: 0, holiday: 1, closure: 2, workday: 2 } as const;

function exceptionsByDay(version: CalendarVersion): Map<number, readonly OpenInterval[]> {
  const chosen = new Map<number, { rank: number; intervals: readonly OpenInterval[] }>();
  for (const exception of version.exceptions) {
    const key = dayNumber(exception.date);
    const rank = exceptionRank[exception.kind];
    const other = chosen.get(key);
    if (other === undefined || rank >= other.rank) chosen.set(key, { rank, intervals: exception.intervals });
  }
  return new Map([...chosen].map(([key, value]) => [key, value.intervals]));
}

function governing(calendar: Calendar): GoverningVersion[] {
  const clocks = new Map<string, ZoneClock>();
  const dated = calendar.versions
    .map((version) => {
      const clock = clocks.get(version.zone) ?? openZoneClock(version.zone);
      clocks.set(version.zone, clock);
      const from = version.validFrom === null ? Number.NEGATIVE_INFINITY : clock.firstAt(dayNumber(version.validFrom) * day);
      return { version, from, clock };
    })
    .toSorted((a, b) => (a.from === b.from ? a.version.version - b.version.version : a.from < b.from ? -1 : 1));
  // Where two versions begin together the higher number has replaced the lower one.
  const inForce = dated.filter((entry, index) => dated[index + 1]?.from !== entry.from);
  return inForce.map((entry, index) => ({
    ...entry,
    to: inForce[index + 1]?.from ?? Number.POSITIVE_INFINITY,
    exceptions: exceptionsByDay(entry.version),
  }));
}

/** What begins on a day: its exception where it has one, else its weekday. */
export function intervalsOf(governor: GoverningVersion, dayIndex: number): readonly OpenInterval[] {
  return governor.exceptions.get(dayIndex) ?? governor.version.week[weekdayOf(dayIndex)] ?? [];
}

/** The stretch of one interval of one day on the time line, cut to what its version governs; null where nothing is left. */
export function stretchOf(governor: GoverningVersion, dayIndex: number, interval: OpenInterval): { start: Instant; end: Instant } | null {
  const start = Math.max(governor.from, governor.clock.firstAt(dayIndex * day + interval.open * minute));
  const end = Math.min(governor.to, governor.clock.firstAt(dayIndex * day + interval.close * minute));
  return start < end ? { start, end } : null;
}

function buildChunk(versions: readonly GoverningVersion[], index: number): OpenChunk {
  const from = index * chunkMs;
  const to = from + chunkMs;
  const stretches: { start: number; end: number }[] = [];
  for (const governor of versions) {
    if (governor.to <= from || governor.from >= to) continue;
    // Two days of margin before: one for the zone, one for a night that began the evening before.
    for (let dayIndex = Math.floor(from / day) - 2; dayIndex * day < to + day; dayIndex += 1) {
      for (const interval of intervalsOf(governor, dayIndex)) {
        const stretch = stretchOf(governor, dayIndex, interval);
        if (stretch === null || stretch.end <= from || stretch.start >= to) continue;
        stretches.push({ start: Math.max(from, stretch.start), end: Math.min(to, stretch.end) });
      }
    }
  }
  return sumUp(stretches.sort((a, b) => a.start - b.start));
}

function sumUp(sorted: readonly { start: number; end: number }[]): OpenChunk {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of sorted) {
    const last = ends.length - 1;
    // Touching stretches become one: a day that ends at 24:00 and one that begins at 00:00 have no seam.
    if (last >= 0 && start <= (ends[last] ?? 0)) ends[last] = Math.max(ends[last] ?? 0, end);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  const before: number[] = [];
  let total = 0;
  for (const [position, start] of starts.entries()) {
    before.push(total);
    total += (ends[position] ?? start) - start;
  }
  return { starts, ends, before, total };
}

/** The open hours of a calendar. Keep the calendar object: the sums belong to it, and an equal copy starts cold. */
export function openHours(calendar: Calendar): OpenHours {
  const known = byCalendar.get(calendar);
  if (known !== undefined) return known;
  const versions = governing(calendar);
  const chunks = new Map<number, OpenChunk>();
  const last = versions.at(-1);
  const lastException = last === undefined ? 0 : Math.max(0, ...last.exceptions.keys()) * day;
  const built: OpenHours = {
    versions,
    chunk(index) {
      const ready = chunks.get(index);
      if (ready !== undefined) return ready;
      const chunk = buildChunk(versions, index);
      chunks.set(index, chunk);
      return chunk;
    },
    quietFrom: Math.max(lastException + 3 * day, last?.from ?? Number.NEGATIVE_INFINITY),
  };
  byCalendar.set(calendar, built);
  return built;
}

/** True where the calendar never opens at or after `at`. */
export function isClosedForGood(hours: OpenHours, at: Instant): boolean {
  const last = hours.versions.at(-1);
  return last === undefined || (at >= hours.quietFrom && last.version.week.every((intervals) => intervals.length === 0));
}
