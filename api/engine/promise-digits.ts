// The digits that waits, waits under a notice and clocks of complaints have in common: how they stand, against what promise, why left out.
import type { WaitTraits } from '#api/metrics/metric.ts';
import { type WaitState, waitExclusions } from '#db/model/facts.ts';

export const waitPhases = ['answered', 'open', 'closed_unanswered', 'withdrawn', 'excluded'] as const satisfies readonly WaitState[];
/** No promise, or one that had been kept by the end of the wait, or had not. */
export const promiseSides = ['none', 'kept', 'late'] as const;
export const waitReasons = [null, ...waitExclusions, 'other'] as const;

const indexOf = (list: readonly unknown[], value: unknown): number => list.indexOf(value);

/** What has a reason to be left out is excluded, however it ended. */
export function phaseDigit(state: WaitState, reason: string | null): number {
  return indexOf(waitPhases, reason === null ? state : 'excluded');
}

/** The phase before the last instant: nothing has ended yet, and what is left out stays out. */
export function openPhase(phase: number): number {
  return waitPhases[phase] === 'excluded' ? phase : indexOf(waitPhases, 'open');
}

export function sideDigit(dueAt: number | null, untilAt: number | null): number {
  return indexOf(promiseSides, dueAt === null ? 'none' : untilAt !== null && untilAt <= dueAt ? 'kept' : 'late');
}

export function waitReasonDigit(reason: string | null): number {
  const known = indexOf(waitReasons, reason);
  return known < 0 ? waitReasons.length - 1 : known;
}

/** What phase and side say together, before or after the due instant. */
export function promiseTraits(phase: number, side: number, isPastDue: boolean): Pick<WaitTraits, 'state' | 'hasPromise' | 'isKept'> {
  const state = waitPhases[phase] ?? 'excluded';
  const promise = promiseSides[side] ?? 'none';
  return {
    state: state === 'open' ? (promise !== 'none' && isPastDue ? 'open_overdue' : 'open_not_due') : state,
    hasPromise: promise !== 'none',
    isKept: state !== 'open' && promise === 'kept',
  };
}
