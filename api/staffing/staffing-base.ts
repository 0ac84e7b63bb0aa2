// What is worked out of the facts of a channel whatever is asked: terms, demand, people by hour, and how well the model fits.
import type { Reply } from '#db/model/staffing.ts';
import { type Calibration, calibrate } from './calibration.ts';
import { noChange } from './hours-plan.ts';
import { type ChannelTerms, channelTerms, type ModelTerms, modelTerms, type StaffingKind, staffingKind } from './measured.ts';
import { activeAgents, byHourOfWeek, presence } from './presence.ts';
import { type Past, replay } from './replay.ts';
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
  readonly calibration: Calibration;
};

export function staffingBase(facts: StaffingFacts): StaffingBase {
  const kind = staffingKind(facts.channel);
  const terms = channelTerms(facts.shifts, facts, facts.setting);
  const model = modelTerms(terms, facts.kept);
  const counted = facts.slots.filter((slot) => slot.from >= facts.range.from);
  const skipped = facts.slots.length - counted.length;
  const people = presence(facts.shifts, facts.slots, { ...facts, isLive: kind === 'live', usualMs: terms.handling.measured.meanMs ?? 0 });
  const { promise, channel, language, shifts } = facts;
  const start = facts.slots[0]?.from ?? 0;
  // Of what had been waiting before the run-up began nobody knows all, so the queue begins empty.
  const isReplayed = (reply: Reply): boolean =>
    reply.channel === channel && (language === null || reply.language === language) && (reply.waitingSince ?? reply.at) >= start;
  const replies = shifts.flatMap((shift) => shift.replies.filter(isReplayed));
  const past = promise === null || model === null ? null : { ...facts, kind, people, replies, promise, terms: model };
  return {
    kind,
    terms,
    model,
    demand: weeklyDemand(counted, facts.counts.slice(skipped), weeksMeasured),
    active: byHourOfWeek(counted, activeAgents(shifts, counted, facts)),
    people: byHourOfWeek(counted, people.slice(skipped)),
    past,
    calibration: calibrate(past === null ? null : replay(past, noChange, 1), facts.kept),
  };
}
