// The staffing of a channel as the API and the command line say it.
import { AppError } from '#db/model/errors.ts';
import { hour } from '#db/model/instant.ts';
import { toIso } from '../http/to-iso.ts';
import type { Known, StaffingDesk } from './staffing-desk.ts';
import { weeksMeasured } from './staffing-facts.ts';
import { type StaffingQuestion, type StaffingReport, staffingReport } from './staffing-report.ts';

export type StaffingAsked = StaffingQuestion & { readonly channel: string; readonly language: string | null };

/** Rounded to where nobody's decision depends on it, so that answers are the same on every machine. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const share = (value: number | null): number | null => (value === null ? null : rounded(value));

function toHours(report: StaffingReport) {
  return report.hours.map(({ slot, active, usual, busyDemand, needed, inTime }) => ({
    key: slot.key,
    from: toIso(slot.from),
    to: toIso(slot.to),
    hourOfWeek: slot.hourOfWeek,
    open: rounded(slot.open),
    demand: rounded(slot.demand),
    busyDemand: rounded(busyDemand * ((slot.to - slot.from) / hour)),
    active: rounded(active),
    people: rounded(usual),
    planned: rounded(slot.people),
    needed: needed === null ? null : rounded(needed),
    inTime: share(inTime),
  }));
}

function reportOf({ facts, base, reports }: Known, asked: StaffingAsked): StaffingReport | null {
  const key = JSON.stringify(asked);
  const found = reports.get(key);
  if (found !== undefined) return found;
  const report = staffingReport(facts, base, asked);
  reports.set(key, report);
  return report;
}

/** Everything about the staffing of one channel, with what a change would bring. `not_found` for a channel that nothing came by. */
export async function askStaffing(desk: StaffingDesk, asked: StaffingAsked) {
  const known = await desk.known({ channel: asked.channel, language: asked.language });
  const { facts, base } = known;
  if (facts.arrivals === 0 && facts.shifts.every((shift) => shift.replies.every((reply) => reply.channel !== asked.channel))) {
    throw new AppError('not_found', `nothing came by the channel "${asked.channel}" in the last ${weeksMeasured} weeks`);
  }
  const report = reportOf(known, asked);
  const { handling, concurrency, shrinkage, patience, answers } = base.terms;
  const { version } = facts.promise ?? { version: null };
  return {
    channel: asked.channel,
    language: asked.language,
    kind: base.kind,
    zone: facts.zone,
    range: { from: toIso(facts.range.from), to: toIso(facts.range.to) },
    weeks: weeksMeasured,
    arrivals: facts.arrivals,
    demand: {
      weeks: [...base.demand.weeks],
      typical: rounded(base.demand.typicalTotal),
      busy: rounded(base.demand.busyTotal),
    },
    terms: {
      handling: { valueMs: handling.value, origin: handling.origin, ...handling.measured },
      concurrency: { value: share(concurrency.value), origin: concurrency.origin, measured: share(concurrency.measured) },
      shrinkage: {
        value: share(shrinkage.value),
        origin: shrinkage.origin,
        measured: share(shrinkage.measured),
        shifts: shrinkage.shifts,
      },
      patience: { valueMs: patience.value, origin: patience.origin },
      answers: share(answers),
      answered: share(base.model?.answered ?? null),
      settingVersion: base.terms.settingVersion,
    },
    promise:
      facts.promise === null || version === null
        ? null
        : {
            id: facts.promise.promise.id,
            label: facts.promise.promise.label,
            type: version.type,
            durationMs: version.durationMs,
            workingDays: version.workingDays,
            calendar: facts.promise.calendar.label,
          },
    calibration: {
      ...base.calibration,
      predicted: share(base.calibration.predicted),
      difference: share(base.calibration.difference),
    },
    model: base.kind === 'deferred' ? ('queue' as const) : patience.value === null ? ('erlang-c' as const) : ('erlang-a' as const),
    asked: { ...asked.change, event: asked.event, target: asked.target },
    plan:
      report === null
        ? null
        : {
            week: { from: toIso(report.week.from), to: toIso(report.week.to) },
            arrivals: rounded(report.arrivals),
            usual: share(report.usual),
            changed: share(report.changed),
            capacity:
              report.capacity === null
                ? null
                : { people: report.capacity.people, oneLess: share(report.capacity.oneLess), hopeless: share(report.capacity.hopeless) },
            hours: toHours(report),
          },
    freshness: { ...facts.freshness, behind: facts.freshness.behind ?? [] },
  };
}
export type StaffingAnswer = Awaited<ReturnType<typeof askStaffing>>;
