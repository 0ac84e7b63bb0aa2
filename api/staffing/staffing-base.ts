// What is worked out of the facts of a channel whatever is asked: terms, demand, people by hour, and how well the model fits.
import { day } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import { gradeWeeks, type Learnt, type LivedWeek, learnBetween } from './between-bounds.ts';
import { type Calibration, calibrate } from './calibration.ts';
import { noChange } from './hours-plan.ts';
import type { LiveTerms } from './live-hours.ts';
import { type ChannelTerms, channelTerms, type ModelTerms, modelTerms, type StaffingKind, staffingKind } from './measured.ts';
import { activeAgents, byHourOfWeek, presence } from './presence.ts';
import { reactionsOf } from './reactions.ts';
import { boundsOf, type Past, replay } from './replay.ts';
import type { Shift } from './shifts.ts';
import { type StaffingFacts, weeksMeasured } from './staffing-facts.ts';
import { type WeeklyDemand, weeklyDemand } from './weekly-demand.ts';

/** What is known of a channel whatever is asked; worth keeping while the store does not change. */
export type StaffingBase = {
  readonly kind: StaffingKind;
  readonly terms: ChannelTerms;
  readonly model: ModelTerms | null;
  readonly demand: WeeklyDemand;
  /** By hour of the week: mean number of people who replied, and of people there without their breaks. */
  readonly active: readonly number[];
  readonly people: readonly number[];
  readonly past: Past | null;
  /** The weeks that a change is tried on, and what all of them teach. */
  readonly tried: readonly LivedWeek[];
  readonly learnt: Learnt;
  /** Share in time of those weeks without a change. */
  readonly usual: number | null;
  readonly calibration: Calibration;
};

const weekMs = 7 * day;

function shiftsIn({ shifts }: StaffingFacts, { from, to }: InstantRange): Shift[] {
  return shifts.filter((shift) => shift.from >= from && shift.from < to);
}

/** Terms of a stretch of weeks: what was measured in them, or set. */
function termsIn(facts: StaffingFacts, range: InstantRange): ChannelTerms {
  const { from, to } = range;
  const arrivals = facts.counts.reduce((sum, count, place) => {
    const at = facts.slots[place]?.from ?? 0;
    return at >= from && at < to ? sum + count : sum;
  }, 0);
  return channelTerms(shiftsIn(facts, range), { ...facts, arrivals }, facts.setting);
}

/** What was known of a live channel before a week began: handling and reactions of the eight weeks before it, or of as many as there are. */
function liveTermsBefore(facts: StaffingFacts, week: InstantRange, fallback: LiveTerms): LiveTerms {
  const start = facts.slots[0]?.from ?? 0;
  const to = Math.max(week.from, start + 2 * weekMs);
  const known = { from: Math.max(start, to - weeksMeasured * weekMs), to };
  const live = modelTerms(termsIn(facts, known))?.live ?? fallback;
  return { ...live, reactions: reactionsOf(shiftsIn(facts, known), facts) };
}

export function staffingBase(facts: StaffingFacts): StaffingBase {
  const kind = staffingKind(facts.channel);
  const terms = termsIn(facts, facts.range);
  const measured = modelTerms(terms);
  const counted = facts.slots.filter((slot) => slot.from >= facts.range.from);
  const skipped = facts.slots.length - counted.length;
  const usualMs = terms.handling.measured.meanMs ?? 0;
  const people = presence(facts.shifts, facts.slots, { ...facts, isLive: kind === 'live', usualMs });
  const lived =
    measured === null || facts.promise === null ? null : { ...facts, kind, people, usualMs, promise: facts.promise, terms: measured };
  const bounds =
    lived === null
      ? []
      : boundsOf(lived, facts.weeks, {
          change: noChange,
          factor: 1,
          liveTermsOf: (week) => liveTermsBefore(facts, week, lived.terms.live),
        });
  const tried = facts.weeks.slice(-weeksMeasured);
  const learnt = learnBetween(tried, bounds.slice(-weeksMeasured));
  const model =
    measured === null
      ? null
      : { ...measured, live: { ...measured.live, reactions: reactionsOf(shiftsIn(facts, facts.range), facts), instant: learnt.better } };
  const past = lived === null || model === null ? null : { ...lived, terms: model };
  return {
    kind,
    terms,
    model,
    demand: weeklyDemand(counted, facts.counts.slice(skipped), weeksMeasured),
    active: byHourOfWeek(counted, activeAgents(facts.shifts, counted, facts)),
    people: byHourOfWeek(counted, people.slice(skipped)),
    past,
    tried,
    learnt,
    usual: past === null ? null : replay(past, tried, { change: noChange, factor: 1, learnt }),
    calibration: calibrate(gradeWeeks(facts.weeks, bounds, weeksMeasured), facts.kept),
  };
}
