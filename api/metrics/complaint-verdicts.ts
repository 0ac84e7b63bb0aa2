// What the metrics of complaints share: both clocks are judged alike, and only the clock that is asked about.
import type { ComplaintStage } from '#db/model/complaint.ts';
import type { MetricCard } from '#db/model/metric.ts';
import { groupings } from '#db/model/metric.ts';
import type { ComplaintTraits, Verdict } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const complaintExclusions = ['merged_into', 'spam', 'deleted', 'test'] as const;

/** The parts of a card that all metrics of complaints have in common. */
export const complaintCard = {
  version: 1,
  atom: 'complaint',
  groupings,
  clocks: ['calendar'],
  populations: ['arrival'],
  exclusions: complaintExclusions,
} as const satisfies Partial<MetricCard>;

/** One clock against its promise: late, overdue and closed without an answer are misses to the end. */
export function clockVerdict(traits: ComplaintTraits, stage: ComplaintStage): Verdict | null {
  if (traits.kind !== stage) return null;
  if (traits.state === 'excluded') return leftOut(traits.exclusion ?? 'other');
  if (traits.state === 'withdrawn' && (!traits.hasPromise || traits.isKept)) return leftOut('withdrawn');
  if (!traits.hasPromise) return leftOut('no_promise');
  switch (traits.state) {
    case 'answered':
      return counted('answered', { isHit: traits.isKept });
    case 'open_not_due':
      return { part: 'apart', isYoung: true };
    case 'open_overdue':
      return counted('waiting');
    case 'closed_unanswered':
    case 'withdrawn':
      return counted('neverAnswered');
    default:
      return traits.state satisfies never;
  }
}
