// What the messages tell of a channel's staffing, beside what people set: each figure says where it comes from.
import { channelKind } from '#db/model/channel.ts';
import type { StaffingSetting } from '#db/model/staffing.ts';
import type { DeferredTerms } from './deferred-hours.ts';
import { answerTimes, type HandlingTime, liveTimes } from './handling.ts';
import type { LiveTerms } from './live-hours.ts';
import { isOf, type PresenceOf } from './presence.ts';
import { type Shift, shrinkageOf } from './shifts.ts';

export type StaffingKind = 'live' | 'deferred';

/** Live: chat and phone, where somebody waits on the line. All others are answered by their due instant. */
export function staffingKind(channel: string): StaffingKind {
  const kind = channelKind(channel);
  return kind === 'chat' || kind === 'phone' ? 'live' : 'deferred';
}

export type Origin = 'measured' | 'set' | 'none';
export type Term = { readonly value: number | null; readonly origin: Origin };

export type ChannelTerms = {
  readonly handling: Term & { readonly measured: HandlingTime };
  readonly concurrency: Term & { readonly measured: number | null };
  readonly shrinkage: Term & { readonly measured: number | null; readonly shifts: number };
  /** Never measured: no message says when somebody left. */
  readonly patience: Term;
  /** Answers of people per conversation that arrived; null without arrivals. */
  readonly answers: number | null;
  readonly settingVersion: number | null;
};

const chosen = (set: number | null | undefined, measured: number | null): Term =>
  set !== null && set !== undefined ? { value: set, origin: 'set' } : { value: measured, origin: measured === null ? 'none' : 'measured' };

/** The terms of a channel from its shifts, `arrivals` over the same time, and the setting in force, if there is one. */
export function channelTerms(
  shifts: readonly Shift[],
  of: PresenceOf & { readonly arrivals: number },
  setting: StaffingSetting | null,
): ChannelTerms {
  const own = shifts.filter((shift) => shift.replies.some((reply) => reply.channel === of.channel));
  const live = staffingKind(of.channel) === 'live' ? liveTimes(own, of.channel) : null;
  const handling = live?.handling ?? answerTimes(own, of.channel);
  const concurrency = live === null ? 1 : live.concurrency;
  const shrinkage = shrinkageOf(own);
  // Arrivals are those of one language where one is asked for, and so are the answers that they take.
  const replies = own.reduce((sum, shift) => sum + shift.replies.filter((reply) => isOf(reply, of)).length, 0);
  return {
    handling: { ...chosen(setting?.handlingMs, handling.meanMs), measured: handling },
    concurrency: { ...chosen(live === null ? null : setting?.concurrency, concurrency), measured: concurrency },
    shrinkage: { ...chosen(setting?.shrinkage, shrinkage.value), measured: shrinkage.value, shifts: shrinkage.shifts },
    patience: chosen(live === null ? null : setting?.patienceMs, null),
    answers: of.arrivals > 0 ? replies / of.arrivals : null,
    settingVersion: setting?.version ?? null,
  };
}

/** The terms as the models take them. */
export type ModelTerms = { readonly live: LiveTerms; readonly deferred: DeferredTerms };

/** Null while nothing is known of the handling time. Until more is learnt, a first line of a live channel comes as soon as somebody is free. */
export function modelTerms({ handling, concurrency, shrinkage, patience, answers }: ChannelTerms): ModelTerms | null {
  if (handling.value === null) return null;
  const shared = { handlingMs: handling.value, shrinkage: shrinkage.value ?? 0 };
  return {
    live: { ...shared, concurrency: concurrency.value ?? 1, patienceMs: patience.value, reactions: [], instant: 1 },
    deferred: { ...shared, answers: answers ?? 1 },
  };
}
