// The wall clock of one time zone as a table of offsets, so that thousands of boundaries cost arithmetic instead of date objects.
import { Temporal } from 'temporal-polyfill';
import { day, hour, type Instant } from '../model/instant.ts';

/** No zone has ever been further than this from UTC (Manila and Alaska once came close to 16 hours). */
const furthestOffsetMs = 16 * hour;

export type ZoneClock = {
  /**
   * The first instant at which the wall clock shows `wallMs` or later; `wallMs` is the local time read as if it were UTC.
   * A time that the spring change skips is the instant of the change; a time that autumn shows twice is its first showing.
   * Both make boundaries grow with the wall time, so neighbouring intervals never overlap and never leave a seam.
   */
  firstAt(wallMs: number): Instant;
  /** The local time at an instant, read as if it were UTC. */
  wallAt(at: Instant): number;
};

/** Days since 1970-01-01 of a `YYYY-MM-DD`: a label without a zone. */
export function dayNumber(text: string): number {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / day;
}

/** 0 Monday to 6 Sunday, of days since 1970-01-01, which was a Thursday. */
export function weekdayOf(dayIndex: number): number {
  return (((dayIndex + 3) % 7) + 7) % 7;
}

function nextChange(zone: string, after: Instant): Instant {
  const change = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  return change === null ? Number.POSITIVE_INFINITY : change.epochMilliseconds;
}

function offsetAt(zone: string, at: Instant): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}

/** Opens the clock of an IANA zone; the table grows with the instants that are asked for. */
export function openZoneClock(zone: string): ZoneClock {
  // starts[i] is where offsets[i] begins to hold; the table is right from starts[0] up to knownTo.
  let starts: number[] = [];
  let offsets: number[] = [];
  let knownTo = Number.NEGATIVE_INFINITY;

  function readFrom(from: Instant, until: Instant): { starts: number[]; offsets: number[]; end: number } {
    const read = { starts: [from], offsets: [offsetAt(zone, from)], end: nextChange(zone, from) };
    while (read.end < until) {
      read.starts.push(read.end);
      read.offsets.push(offsetAt(zone, read.end));
      read.end = nextChange(zone, read.end);
    }
    return read;
  }

  function cover(from: Instant, to: Instant): void {
    const knownFrom = starts[0];
    if (knownFrom === undefined) {
      // A year of lead: what is asked next is seldom far before what was asked first.
      const read = readFrom(from - 366 * day, to);
      starts = read.starts;
      offsets = read.offsets;
      knownTo = read.end;
      return;
    }
    if (from < knownFrom) {
      const read = readFrom(from - 366 * day, knownFrom);
      starts = read.starts.concat(starts);
      offsets = read.offsets.concat(offsets);
    }
    if (to >= knownTo) {
      const read = readFrom(knownTo, to + 1);
      starts = starts.concat(read.starts);
      offsets = offsets.concat(read.offsets);
      knownTo = read.end;
    }
  }

  function rowAt(at: Instant): number {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return {
    firstAt(wallMs) {
      const from = wallMs - furthestOffsetMs;
      cover(from, wallMs + furthestOffsetMs);
      for (let row = rowAt(from); ; row += 1) {
        const begin = starts[row] ?? from;
        const end = starts[row + 1] ?? Number.POSITIVE_INFINITY;
        const at = Math.max(begin, wallMs - (offsets[row] ?? 0));
        if (at < end) return at;
      }
    },
    wallAt(at) {
      cover(at, at);
      return at + (offsets[rowAt(at)] ?? 0);
    },
  };
}
