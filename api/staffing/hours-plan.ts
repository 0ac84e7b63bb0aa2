// Real hours to be staffed: their demand, opening hours and people, with what somebody would like to try.
import { workingMs } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import type { PromiseVersion, ServicePromise } from '#db/model/promise.ts';
import type { HourSlot } from './hour-slots.ts';
import { openedEarlier } from './opened-earlier.ts';

/** What a channel promises now, and the calendar that it is counted on. */
export type PromiseTerms = { readonly promise: ServicePromise; readonly version: PromiseVersion; readonly calendar: Calendar };

/** `more` people on the rota from `fromHour` to `toHour` (local, 0 to 24) of every day that opens; `earlierMinutes`: opening that much earlier. */
export type Change = { readonly more: number; readonly fromHour: number; readonly toHour: number; readonly earlierMinutes: number };

export const noChange: Change = { more: 0, fromHour: 0, toHour: 24, earlierMinutes: 0 };

export type HoursInput = {
  readonly slots: readonly HourSlot[];
  /** Arrivals by slot. */
  readonly demand: readonly number[];
  /** Arrivals to be expected by slot, where they are not the ones that came. */
  readonly rates?: readonly number[];
  /** People who were there by slot, their breaks left out. */
  readonly people: readonly number[];
  /** Share of the time of everybody added that is not there for customers. */
  readonly shrinkage: number;
  readonly promise: PromiseVersion;
  readonly calendar: Calendar;
};

export type PlannedHour = HourSlot & {
  readonly demand: number;
  /** Arrivals to be expected, where they are not the ones that came: what came by chance in one hour is no rate. */
  readonly rate: number;
  /** Share of the hour that is open, 0 to 1. */
  readonly open: number;
  /** Who is there, breaks left out. */
  readonly people: number;
};

export type HoursPlan = { readonly hours: readonly PlannedHour[]; readonly promise: PromiseVersion; readonly calendar: Calendar };

const openShare = (calendar: Calendar, slot: HourSlot): number => workingMs(calendar, slot.from, slot.to) / (slot.to - slot.from);

/** The hours with a change. An hour that is opened only by the change is worked by as many as the hour that used to be the first. */
export function planHours(input: HoursInput, change: Change): HoursPlan {
  const calendar = openedEarlier(input.calendar, change.earlierMinutes);
  const wasOpen = input.slots.map((slot) => openShare(input.calendar, slot));
  const hours = input.slots.map((slot, place): PlannedHour => {
    const open = change.earlierMinutes === 0 ? (wasOpen[place] ?? 0) : openShare(calendar, slot);
    const isNew = open > (wasOpen[place] ?? 0);
    const firstOpen = isNew ? wasOpen.findIndex((share, at) => at >= place && share > 0) : -1;
    const usual = Math.max(input.people[place] ?? 0, input.people[firstOpen] ?? 0);
    const hourOfDay = slot.hourOfWeek % 24;
    const isChanged = open > 0 && hourOfDay >= change.fromHour && hourOfDay < change.toHour;
    return {
      ...slot,
      demand: input.demand[place] ?? 0,
      rate: (input.rates ?? input.demand)[place] ?? 0,
      open,
      people: Math.max(0, usual + (isChanged ? change.more * (1 - input.shrinkage) : 0)),
    };
  });
  return { hours, promise: input.promise, calendar };
}
