// What can be told of a complaint without its instants, packed into one number per row: the complaint itself, each of its clocks, its claim.
import type { ComplaintKind, ComplaintTraits } from '#api/metrics/metric.ts';
import { complaintKinds } from '#api/metrics/metric.ts';
import { type ComplaintClockRecord, claimVerdicts, complaintRungs } from '#db/model/complaint.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import { waitExclusions } from '#db/model/facts.ts';
import { mixedRadix } from './mixed-radix.ts';
import type { TraitCodes } from './traits.ts';

const phases = ['answered', 'open', 'closed_unanswered', 'withdrawn', 'excluded'] as const;
const sides = ['none', 'kept', 'late'] as const;
const reasons = [null, ...waitExclusions, 'other'] as const;
const climbs = [null, ...complaintRungs] as const;
const verdicts = [null, ...claimVerdicts] as const;
// What only the complaint or only its claim has shares one place: climbs of the one, verdicts of the other.
const lastPlace = Math.max(climbs.length, verdicts.length * 2);
const radix = mixedRadix([complaintKinds.length, phases.length, sides.length, reasons.length, lastPlace]);

const indexOf = (list: readonly unknown[], value: unknown): number => list.indexOf(value);

function reasonDigit(exclusion: string | null): number {
  const known = indexOf(reasons, exclusion);
  return known < 0 ? reasons.length - 1 : known;
}

function plainCode(record: FactRecord, kind: ComplaintKind, last: number): number {
  const phase = record.exclusion === null ? 'answered' : 'excluded';
  return radix.pack([indexOf(complaintKinds, kind), indexOf(phases, phase), 0, reasonDigit(record.exclusion), last]);
}

export function caseCode(record: FactRecord): number {
  return plainCode(record, 'case', indexOf(climbs, record.complaint?.climb?.from ?? null));
}

export function claimCode(record: FactRecord): number {
  const claim = record.complaint?.claim ?? null;
  return plainCode(record, 'claim', indexOf(verdicts, claim?.verdict ?? null) * 2 + Number(claim?.isConfirmed ?? false));
}

export function clockCode(record: FactRecord, { stage, state, exclusion, dueAt, untilAt }: ComplaintClockRecord): number {
  const reason = record.exclusion ?? exclusion;
  const side = dueAt === null ? 'none' : untilAt !== null && untilAt <= dueAt ? 'kept' : 'late';
  const phase = reason === null ? state : 'excluded';
  return radix.pack([indexOf(complaintKinds, stage), indexOf(phases, phase), indexOf(sides, side), reasonDigit(reason), 0]);
}

export const complaintCodes: TraitCodes<ComplaintTraits> = {
  size: radix.size,
  toOpen: Uint16Array.from({ length: radix.size }, (_, code) => {
    const [kind = 0, phase = 0, side = 0, reason = 0, last = 0] = radix.unpack(code);
    const isClock = complaintKinds[kind] !== 'case' && complaintKinds[kind] !== 'claim';
    const open = isClock && phases[phase] !== 'excluded' ? indexOf(phases, 'open') : phase;
    return radix.pack([kind, open, side, reason, last]);
  }),
  traitsOf(code, isPastDue) {
    const [kind = 0, phase = 0, side = 0, reason = 0, last = 0] = radix.unpack(code);
    const name = complaintKinds[kind] ?? 'case';
    const state = phases[phase] ?? 'excluded';
    const promise = sides[side] ?? 'none';
    return {
      kind: name,
      state: state === 'open' ? (promise !== 'none' && isPastDue ? 'open_overdue' : 'open_not_due') : state,
      exclusion: reasons[reason] ?? null,
      hasPromise: promise !== 'none',
      isKept: state !== 'open' && promise === 'kept',
      climbedFrom: name === 'case' ? (climbs[last] ?? null) : null,
      verdict: name === 'claim' ? (verdicts[last >> 1] ?? null) : null,
      isConfirmed: name === 'claim' && (last & 1) === 1,
    };
  },
  hasCalendar: () => true,
};
