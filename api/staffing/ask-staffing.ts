// The staffing of a channel as the API and the command line say it.
import { AppError } from '#db/model/errors.ts';
import { hour } from '#db/model/instant.ts';
import { toIso } from '../http/to-iso.ts';
import { channelFacts, type StaffingParts } from './staffing-desk.ts';
import { weeksMeasured } from './staffing-facts.ts';
import type { StaffingQuestion, StaffingReport } from './staffing-report.ts';

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

/** Everything about the staffing of one channel, with what a change would bring. `not_found` for a channel that nothing came by. */
export async function askStaffing(parts: StaffingParts, asked: StaffingAsked) {
  const { channel, language, ...question } = asked;
  const facts = await channelFacts(parts, { channel, language });
  const base = await parts.planner.plan({ facts, question });
  if (base.arrivals === 0 && !base.hasReplies) {
    throw new AppError('not_found', `nothing came by the channel "${channel}" in the last ${weeksMeasured} weeks`);
  }
  const { report, calibration } = base;
  const { handling, concurrency, shrinkage, patience, answers } = base.terms;
  const { version } = facts.promise ?? { version: null };
  return {
    channel,
    language,
    kind: base.kind,
    zone: facts.zone,
    range: { from: toIso(facts.range.from), to: toIso(facts.range.to) },
    weeks: weeksMeasured,
    arrivals: base.arrivals,
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
      answered: report === null ? null : share(base.learnt.answered),
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
      ...calibration,
      predicted: share(calibration.predicted),
      difference: share(calibration.difference),
      weekly: share(calibration.weekly),
      weeks: calibration.weeks.map(({ from, to, n, kept, predicted }) => ({
        from: toIso(from),
        to: toIso(to),
        n,
        measured: share(kept),
        predicted: share(predicted),
      })),
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
            reachable: share(report.reachable),
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
