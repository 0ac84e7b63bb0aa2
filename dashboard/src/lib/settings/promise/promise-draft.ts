// A promise as somebody types it: text fields with their problems, and the terms that they mean.
import type { PromiseType, PromiseVersion } from '../shapes.ts';

export const promiseTypes = ['calendar', 'working-time', 'working-days'] as const satisfies readonly PromiseType[];
export const durationUnits = ['minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof durationUnits)[number];

export type PromiseTerms = Pick<PromiseVersion, 'type' | 'durationMs' | 'workingDays' | 'calendarId'>;
export type PromiseDraft = {
  readonly type: PromiseType;
  readonly amount: string;
  readonly unit: DurationUnit;
  readonly workingDays: string;
  readonly calendarId: string;
};

const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const satisfies Record<DurationUnit, number>;
const mostMs = 366 * unitMs.days;
const mostWorkingDays = 366;

/**
 * Units to choose from. Working time has no days: 24 working hours are two days of a desk that is open for twelve, and a "day" that is none
 * is how such promises come to be misread.
 */
export function unitsOf(type: PromiseType): readonly DurationUnit[] {
  return type === 'calendar' ? durationUnits : type === 'working-time' ? ['minutes', 'hours'] : [];
}

/** The largest unit in which a duration is a whole number, hours rather than one or two days: `24 hours` is how people say it. */
function unitOf(ms: number, type: PromiseType): DurationUnit {
  if (type === 'calendar' && ms > 2 * unitMs.days && ms % unitMs.days === 0) return 'days';
  return ms % unitMs.hours === 0 ? 'hours' : 'minutes';
}

export function draftOf({ type, durationMs, workingDays, calendarId }: PromiseTerms): PromiseDraft {
  const ms = durationMs ?? unitMs.days;
  const unit = unitOf(ms, type);
  return { type, amount: String(ms / unitMs[unit]), unit, workingDays: String(workingDays ?? 1), calendarId };
}

/** The draft with another reading; a unit that the reading does not have becomes hours of the same length. */
export function withType(draft: PromiseDraft, type: PromiseType): PromiseDraft {
  if (type === 'working-days' || unitsOf(type).includes(draft.unit)) return { ...draft, type };
  const days = parseAmount(draft.amount);
  return { ...draft, type, unit: 'hours', amount: days === null ? draft.amount : String(days * 24) };
}

/** A number above zero with a point or a comma; null for what is none. */
export function parseAmount(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(',', '.');
  const amount = Number(plain);
  return /^\d+(\.\d+)?$/.test(plain) && amount > 0 ? amount : null;
}

export type DraftProblem = 'not-a-number' | 'too-long' | 'not-whole';
export type ReadDraft =
  | { readonly terms: PromiseTerms; readonly problem: null }
  | { readonly terms: null; readonly problem: { readonly field: 'amount' | 'workingDays'; readonly why: DraftProblem } };

/** The terms that a draft means, or the one field that is wrong. Durations are whole seconds, so that 0.5 minutes are right and 0.1 s none. */
export function readDraft(draft: PromiseDraft): ReadDraft {
  const wrong = (field: 'amount' | 'workingDays', why: DraftProblem): ReadDraft => ({ terms: null, problem: { field, why } });
  const { type, calendarId } = draft;
  if (type === 'working-days') {
    const days = parseAmount(draft.workingDays);
    if (days === null) return wrong('workingDays', 'not-a-number');
    if (!Number.isInteger(days)) return wrong('workingDays', 'not-whole');
    if (days > mostWorkingDays) return wrong('workingDays', 'too-long');
    return { terms: { type, durationMs: null, workingDays: days, calendarId }, problem: null };
  }
  const amount = parseAmount(draft.amount);
  if (amount === null) return wrong('amount', 'not-a-number');
  const durationMs = Math.round((amount * unitMs[draft.unit]) / 1_000) * 1_000;
  if (durationMs < 1_000) return wrong('amount', 'not-a-number');
  if (durationMs > mostMs) return wrong('amount', 'too-long');
  return { terms: { type, durationMs, workingDays: null, calendarId }, problem: null };
}

export function sameTerms(one: PromiseTerms, other: PromiseTerms): boolean {
  return (
    one.type === other.type &&
    one.durationMs === other.durationMs &&
    one.workingDays === other.workingDays &&
    one.calendarId === other.calendarId
  );
}
