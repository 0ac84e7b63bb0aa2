// What can be told of a complaint without its instants, packed into one number per row: the complaint itself, each of its clocks, its claim.
import type { ComplaintKind, ComplaintTraits } from '#api/metrics/metric.ts';
import { complaintKinds } from '#api/metrics/metric.ts';
import { type ComplaintClockRecord, claimVerdicts, complaintRungs } from '#db/model/complaint.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import { mixedRadix } from './mixed-radix.ts';
import {
  openPhase,
  phaseDigit,
  promiseSides,
  promiseTraits,
  sideDigit,
  waitPhases,
  waitReasonDigit,
  waitReasons,
} from './promise-digits.ts';
import type { TraitCodes } from './traits.ts';

const climbs = [null, ...complaintRungs] as const;
const verdicts = [null, ...claimVerdicts] as const;
// What only the complaint or only its claim has shares one place: climbs of the one, verdicts of the other.
const lastPlace = Math.max(climbs.length, verdicts.length * 2);
const radix = mixedRadix([complaintKinds.length, waitPhases.length, promiseSides.length, waitReasons.length, lastPlace]);

const indexOf = (list: readonly unknown[], value: unknown): number => list.indexOf(value);

function plainCode(record: FactRecord, kind: ComplaintKind, last: number): number {
  const { exclusion } = record;
  return radix.pack([indexOf(complaintKinds, kind), phaseDigit('answered', exclusion), 0, waitReasonDigit(exclusion), last]);
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
  return radix.pack([indexOf(complaintKinds, stage), phaseDigit(state, reason), sideDigit(dueAt, untilAt), waitReasonDigit(reason), 0]);
}

/** True for one of the two clocks; the complaint itself and its claim have no end. */
export function isClockCode(code: number): boolean {
  const kind = complaintKinds[radix.unpack(code)[0] ?? 0];
  return kind !== 'case' && kind !== 'claim';
}

export const complaintCodes: TraitCodes<ComplaintTraits> = {
  size: radix.size,
  toOpen: Uint16Array.from({ length: radix.size }, (_, code) => {
    const [kind = 0, phase = 0, side = 0, reason = 0, last = 0] = radix.unpack(code);
    return radix.pack([kind, isClockCode(code) ? openPhase(phase) : phase, side, reason, last]);
  }),
  traitsOf(code, isPastDue) {
    const [kind = 0, phase = 0, side = 0, reason = 0, last = 0] = radix.unpack(code);
    const name = complaintKinds[kind] ?? 'case';
    return {
      kind: name,
      ...promiseTraits(phase, side, isPastDue),
      exclusion: waitReasons[reason] ?? null,
      climbedFrom: name === 'case' ? (climbs[last] ?? null) : null,
      verdict: name === 'claim' ? (verdicts[last >> 1] ?? null) : null,
      isConfirmed: name === 'claim' && (last & 1) === 1,
    };
  },
  hasCalendar: () => true,
};
