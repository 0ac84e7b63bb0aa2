// Questions about certain hours only: which instants of a range count, by the hour of the week and by opening hours.
import { isOpen } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { InstantRange, TimeLimits } from '#db/model/metric.ts';
import { openHourOfWeekAxis, quarterMs } from './time-axis.ts';

/** True for the instants that count. Asked for instants inside the range only. */
export type TimeLimit = (at: Instant) => boolean;

export type LimitPlace = { readonly zone: string; readonly range: InstantRange; readonly calendars: readonly Calendar[] };

/** The limit of a question; null where every instant counts. Throws `invalid` for hours and calendars that there are not. */
export function openTimeLimit(limits: TimeLimits | undefined, place: LimitPlace): TimeLimit | null {
  const hours = limits?.hoursOfWeek ?? [];
  const calendarId = limits?.openOn;
  const inHours = hours.length === 0 ? null : hourLimit(hours, place);
  const inOpen = calendarId === undefined ? null : openLimit(calendarId, place);
  if (inHours === null || inOpen === null) return inHours ?? inOpen;
  return (at) => inHours(at) && inOpen(at);
}

function hourLimit(hours: readonly string[], { zone, range }: LimitPlace): TimeLimit {
  const axis = openHourOfWeekAxis(zone, range);
  const wanted = axis.keys.map((key) => hours.includes(key));
  const unknown = hours.find((key) => !axis.keys.includes(key));
  if (unknown !== undefined) throw new AppError('invalid', `hourOfWeek: "${unknown}" is no hour of a week; they run from 0-00 to 6-23`);
  const { quarters, firstQuarter } = axis;
  return (at) => {
    const code = quarters[Math.floor(at / quarterMs) - firstQuarter] ?? -1;
    return wanted[code < 0 ? axis.codeAt(at) : code] === true;
  };
}

function openLimit(id: string, { calendars }: LimitPlace): TimeLimit {
  const calendar = calendars.find((one) => one.id === id);
  if (calendar === undefined) throw new AppError('invalid', `openOn: there is no calendar "${id.slice(0, 64)}"`);
  return (at) => isOpen(calendar, at);
}
