// The desk of staffing: asks for demand and for what was kept, and has the rest worked out by the planner.
import type { Engine } from '#api/engine/engine.ts';
import { promiseInForce } from '#db/facts/promise-in-force.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Plan } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import { getFactSettings } from '#db/store/fact-settings.ts';
import { findStaffingSettings } from '#db/store/staffing-settings.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { askWithBehind } from '../http/behind-sources.ts';
import { dayOf, startOfDay } from '../http/range.ts';
import { livedWeeks } from './lived-weeks.ts';
import type { Planner } from './planner.ts';
import { type ChannelFacts, type StaffingOf, weeksLived, weeksMeasured } from './staffing-facts.ts';

const weekDays = 7;

export type StaffingParts = { readonly db: Db; readonly engine: Engine; readonly planner: Planner; readonly clock: () => Instant };

/** What is known of a channel without its shifts: what the engine counts, and what was set. */
export async function channelFacts(parts: Omit<StaffingParts, 'planner'>, of: StaffingOf): Promise<ChannelFacts> {
  const { db, engine, clock } = parts;
  const now = clock();
  const { zone } = await getWorkspace(db);
  const today = dayOf(now, zone);
  const weeksBack = (weeks: number): Instant => startOfDay(today, zone, -weeks * weekDays);
  const range = { from: weeksBack(weeksMeasured), to: startOfDay(today, zone) };
  const lived = { from: weeksBack(weeksLived), to: range.to };
  const whole = { from: weeksBack(weeksLived + 1), to: range.to };
  const filters = { channel: [of.channel], ...(of.language === null ? {} : { language: [of.language] }) };
  const asOf = Math.floor(now / 1000) * 1000;
  const plan = (metric: Plan['metric'], asked: Plan['range'], groupBy: Plan['groupBy']): Plan =>
    ({ metric, range: asked, zone, groupBy, filters, clock: 'calendar', population: 'arrival', compare: null, asOf }) satisfies Plan;
  const [byHour, byDay, answered, settings, told] = await Promise.all([
    engine.ask(plan('arrivals', whole, ['hour'])),
    engine.ask(plan('answered-within-promise', lived, ['day'])),
    askWithBehind(parts, plan('answered-within-promise', range, [])),
    getFactSettings(db),
    findStaffingSettings(db),
  ]);
  const zoneOf = (id: string) => settings.calendars.find((one) => one.id === id)?.versions.at(-1)?.zone ?? null;
  const found = promiseInForce(settings.promises, of.channel, 'reply', now, zoneOf);
  const calendar = settings.calendars.find((one) => one.id === found?.version.calendarId);
  return {
    ...of,
    zone,
    now,
    range,
    whole,
    perHour: Object.fromEntries(byHour.groups.filter(({ n }) => n > 0).map(({ key, n }) => [key, n])),
    weeks: livedWeeks(byDay, { today, zone, weeks: weeksLived, since: found?.version.validFrom ?? null }),
    kept: answered,
    promise: found === null || calendar === undefined ? null : { ...found, calendar },
    setting: told.findLast((one) => one.channel === of.channel) ?? null,
    freshness: answered.freshness,
  };
}
