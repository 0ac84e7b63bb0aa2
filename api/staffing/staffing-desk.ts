// The desk of staffing: asks for demand and for what was kept, reads the shifts once for each state of the store, and answers questions.
import type { Engine } from '#api/engine/engine.ts';
import { type Kept, openKept } from '#api/engine/kept.ts';
import { promiseInForce } from '#db/facts/promise-in-force.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { InstantRange, Plan } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import { getFactSettings } from '#db/store/fact-settings.ts';
import { findStaffingSettings } from '#db/store/staffing-settings.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { askWithBehind } from '../http/behind-sources.ts';
import { dayOf, startOfDay } from '../http/range.ts';
import { hourSlots } from './hour-slots.ts';
import { readShifts } from './read-shifts.ts';
import type { Shift } from './shifts.ts';
import { type StaffingBase, staffingBase } from './staffing-base.ts';
import { type StaffingFacts, type StaffingOf, weeksMeasured } from './staffing-facts.ts';
import type { StaffingReport } from './staffing-report.ts';

const weekDays = 7;

/** `reports`: those that were worked out of the base, by question; a slider moved back finds its own. */
export type Known = {
  readonly facts: StaffingFacts;
  readonly base: StaffingBase;
  readonly reports: Kept<StaffingReport | null>;
};

export type StaffingDesk = {
  facts(of: StaffingOf): Promise<StaffingFacts>;
  /** Facts with all that is worked out of them; worked out once while nothing changes. */
  known(of: StaffingOf): Promise<Known>;
};

export type StaffingParts = { readonly db: Db; readonly engine: Engine; readonly clock: () => Instant };

const shiftsKept = 2;
const basesKept = 32;
const reportsKept = 64;

/** Opens the desk. Shifts are kept for the latest states of the store; two who ask at once are read for once. */
export function openStaffingDesk(parts: StaffingParts): StaffingDesk {
  const { db, engine, clock } = parts;
  const kept = openKept<Promise<Shift[]>>(shiftsKept);
  const shiftsOf = (change: number, range: InstantRange): Promise<Shift[]> => {
    const key = `${change} ${range.from} ${range.to}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const read = readShifts(db, range);
    kept.set(key, read);
    // What failed is asked anew by the next one.
    read.catch(() => kept.delete(key));
    return read;
  };
  const bases = openKept<Known>(basesKept);
  const desk: StaffingDesk = {
    async known(of) {
      const facts = await desk.facts(of);
      const key = keyOf(facts);
      const found = bases.get(key);
      // Calendars and promises are the same objects until one of them changes.
      if (found !== undefined && found.facts.promise?.calendar === facts.promise?.calendar) return { ...found, facts };
      const made = { facts, base: staffingBase(facts), reports: openKept<StaffingReport | null>(reportsKept) };
      bases.set(key, made);
      return made;
    },
    async facts(of) {
      const now = clock();
      const { zone } = await getWorkspace(db);
      const today = dayOf(now, zone);
      const range = { from: startOfDay(today, zone, -weeksMeasured * weekDays), to: startOfDay(today, zone) };
      const whole = { from: startOfDay(today, zone, -(weeksMeasured + 1) * weekDays), to: range.to };
      const filters = { channel: [of.channel], ...(of.language === null ? {} : { language: [of.language] }) };
      const asOf = Math.floor(now / 1000) * 1000;
      const plan = (metric: Plan['metric'], asked: InstantRange, groupBy: Plan['groupBy']): Plan =>
        ({ metric, range: asked, zone, groupBy, filters, clock: 'calendar', population: 'arrival', compare: null, asOf }) satisfies Plan;
      const slots = hourSlots(whole, zone);
      const [byHour, answered, settings, told] = await Promise.all([
        engine.ask(plan('arrivals', whole, ['hour'])),
        askWithBehind(parts, plan('answered-within-promise', range, [])),
        getFactSettings(db),
        findStaffingSettings(db),
      ]);
      const perHour = new Map(byHour.groups.map((group) => [group.key, group.n]));
      const counts = slots.map((slot) => perHour.get(slot.key) ?? 0);
      const zoneOf = (id: string) => settings.calendars.find((one) => one.id === id)?.versions.at(-1)?.zone ?? null;
      const found = promiseInForce(settings.promises, of.channel, 'reply', now, zoneOf);
      const calendar = settings.calendars.find((one) => one.id === found?.version.calendarId);
      return {
        ...of,
        zone,
        now,
        range,
        slots,
        counts,
        arrivals: counts.reduce((sum, count, place) => sum + ((slots[place]?.from ?? 0) >= range.from ? count : 0), 0),
        shifts: await shiftsOf(byHour.freshness.change, { from: whole.from - day, to: whole.to }),
        kept: answered,
        promise: found === null || calendar === undefined ? null : { ...found, calendar },
        setting: told.findLast((one) => one.channel === of.channel) ?? null,
        freshness: answered.freshness,
      };
    },
  };
  return desk;
}

function keyOf({ channel, language, range, kept, setting, promise, freshness }: StaffingFacts): string {
  const told = [setting?.version ?? 0, promise?.version.version ?? 0, promise?.promise.id ?? ''];
  return JSON.stringify([channel, language, range, freshness.change, kept.n, kept.value, told]);
}
