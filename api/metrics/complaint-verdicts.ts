// What the metrics of complaints share: both clocks are judged alike, and only the clock that is asked about.
import type { ComplaintStage } from '#db/model/complaint.ts';
import type { MetricCard } from '#db/model/metric.ts';
import { groupings } from '#db/model/metric.ts';
import type { ComplaintTraits, Verdict } from './metric.ts';
import { promiseVerdict } from './verdicts.ts';

const caseExclusions = ['merged_into', 'spam', 'deleted', 'test'] as const;
/** Of the clocks. */
export const complaintExclusions = ['answers_not_visible', ...caseExclusions] as const;

/** The parts of a card that all metrics of complaints have in common. */
export const complaintCard = {
  version: 1,
  atom: 'complaint',
  groupings,
  clocks: ['calendar'],
  populations: ['arrival'],
  exclusions: caseExclusions,
} as const satisfies Partial<MetricCard>;

/** One clock against its promise; null for what is not that clock. */
export function clockVerdict(traits: ComplaintTraits, stage: ComplaintStage): Verdict | null {
  return traits.kind === stage ? promiseVerdict(traits) : null;
}
