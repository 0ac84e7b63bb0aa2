// The metrics about complaints worked out a second time, record by record.
import type { ComplaintClockRecord } from '#db/model/complaint.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import type { MetricId, Plan } from '#db/model/metric.ts';
import { type Item, plain } from './reference-items.ts';

export const complaintMetrics: readonly MetricId[] = [
  'complaints',
  'complaint-acknowledged',
  'complaint-decided',
  'complaint-overdue',
  'complaint-climbs',
  'no-reply-claims',
];

/** The rung of a record: its own, else what its channel gives to whoever says nothing louder. */
export function rungOf({ complaint, channel }: FactRecord): string {
  return complaint?.rung ?? (channel === 'forum' ? 'none' : 'ticket');
}

/** What a metric of complaints looks at in one record. */
export function complaintItems(record: FactRecord, plan: Plan): Item[] {
  const { complaint } = record;
  if (complaint === undefined || complaint.rung === 'none' || complaint.rung === 'ticket') return [];
  const base = { ...plain, record, agent: record.agent };
  if (plan.metric === 'complaints' || plan.metric === 'complaint-climbs') {
    const from = complaint.climb?.from ?? null;
    if (record.exclusion !== null) return [{ ...base, at: complaint.at, reason: record.exclusion }];
    return [{ ...base, at: complaint.at, isHit: plan.metric === 'complaint-climbs' && from !== null, label: from ?? 'none' }];
  }
  if (plan.metric === 'no-reply-claims') {
    if (complaint.claim === null) return [];
    const { at, verdict, isConfirmed } = complaint.claim;
    if (record.exclusion !== null) return [{ ...base, at, reason: record.exclusion }];
    return [{ ...base, at, isHit: verdict === 'true', label: isConfirmed ? verdict : `${verdict}-open` }];
  }
  return complaint.clocks.flatMap((clock) => clockItems(record, clock, plan));
}

function clockItems(record: FactRecord, clock: ComplaintClockRecord, plan: Plan): Item[] {
  const { asOf, metric, population } = plan;
  if ((metric === 'complaint-acknowledged' || metric === 'complaint-decided') && clock.stage !== metric) return [];
  if (clock.fromAt > asOf) return [];
  const endAt = clock.state === 'open' ? null : (clock.untilAt ?? clock.fromAt);
  const until = endAt !== null && endAt <= asOf ? endAt : null;
  const at = population === 'event' ? until : clock.fromAt;
  if (at === null) return [];
  const base = { ...plain, record, at, agent: record.agent };
  const reason = record.exclusion ?? clock.exclusion;
  if (reason !== null) return [{ ...base, reason }];
  const isLate = until === null && clock.dueAt !== null && asOf > clock.dueAt;
  if (metric === 'complaint-overdue') {
    if (isLate) return [{ ...base, ending: 'waiting' }];
    return until === null && clock.dueAt === null ? [{ ...base, reason: 'no_promise' }] : [];
  }
  const isKept = until !== null && clock.dueAt !== null && until <= clock.dueAt;
  if (until !== null && clock.state === 'withdrawn' && (clock.dueAt === null || isKept)) return [{ ...base, reason: 'withdrawn' }];
  if (clock.dueAt === null) return [{ ...base, reason: 'no_promise' }];
  if (until === null) return [isLate ? { ...base, ending: 'waiting' } : { ...base, isApart: true, isYoung: true }];
  return [clock.state === 'answered' ? { ...base, ending: 'answered', isHit: isKept } : { ...base, ending: 'neverAnswered' }];
}
