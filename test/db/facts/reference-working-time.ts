// A slow second opinion on working time: walks minute by minute over what `Intl` shows on the wall, sharing no code with the rooms.
import type { Calendar } from '#db/model/calendar.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

const shown = new Map<string, Map<number, number>>();

/** The wall clock of a zone at an instant, read as if it were UTC; what Intl said once is remembered, since it is slow to ask. */
function wallClock(zone: string): (at: number) => number {
  const known = shown.get(zone) ?? new Map<number, number>();
  shown.set(zone, known);
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const ask = (at: number) => {
    const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const read = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? 0;
    return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'));
  };
  return (at) => {
    const wall = known.get(at) ?? ask(at);
    known.set(at, wall);
    return wall;
  };
}

/** An hour that is shown twice counts from its first showing. */
function highestSoFar(walls: readonly number[]): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  return walls.map((value) => {
    highest = Math.max(highest, value);
    return highest;
  });
}

/**
 * One flag per minute of `[from, to)`, which must be whole minutes. A minute is open where, for some interval of the governing version, the
 * wall has already shown its opening time and has not yet shown its closing time. Two days of lead let the clock show what came before.
 */
export function openMinutes(calendar: Calendar, from: number, to: number): boolean[] {
  const lead = 3 * dayMs;
  const count = (to - from + lead) / minuteMs;
  const open = new Array<boolean>(count).fill(false);
  for (const version of calendar.versions) {
    const wall = wallClock(version.zone);
    const walls = Array.from({ length: count }, (_, index) => wall(from - lead + index * minuteMs));
    const next = calendar.versions.find((other) => other.version === version.version + 1);
    const nextWall = next === undefined ? null : wallClock(next.zone);
    const reached = highestSoFar(walls);
    const nextMidnight = next?.validFrom == null ? Number.POSITIVE_INFINITY : Date.parse(`${next.validFrom}T00:00Z`);
    const nextReached = nextWall === null ? [] : highestSoFar(walls.map((_, index) => nextWall(from - lead + index * minuteMs)));
    for (let index = 0; index < count; index += 1) {
      const hasBegun = version.validFrom === null || (reached[index] ?? 0) >= Date.parse(`${version.validFrom}T00:00Z`);
      const isOver = (nextReached[index] ?? Number.NEGATIVE_INFINITY) >= nextMidnight;
      if (!hasBegun || isOver) continue;
      const now = reached[index] ?? 0;
      const today = Math.floor(now / dayMs);
      for (const dayIndex of [today - 2, today - 1, today]) {
        const label = new Date(dayIndex * dayMs).toISOString().slice(0, 10);
        const exception = version.exceptions.findLast((one) => one.date === label);
        const weekday = (new Date(dayIndex * dayMs).getUTCDay() + 6) % 7;
        for (const interval of exception?.intervals ?? version.week[weekday] ?? []) {
          const begin = dayIndex * dayMs + interval.open * minuteMs;
          const end = dayIndex * dayMs + interval.close * minuteMs;
          if (begin <= now && now < end) open[index] = true;
        }
      }
    }
  }
  return open.slice(lead / minuteMs);
}

export function referenceWorkingMs(calendar: Calendar, from: number, to: number): number {
  return openMinutes(calendar, from, to).filter(Boolean).length * minuteMs;
}
