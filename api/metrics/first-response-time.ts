// How long customers wait for the first answer by a person.
import { clocks, groupings } from '#db/model/metric.ts';
import type { WaitMetric } from './metric.ts';
import { waitExclusionNames, waitVerdict } from './verdicts.ts';

export const firstResponseTime: WaitMetric = {
  atom: 'wait',
  measure: 'duration',
  isState: false,
  card: {
    id: 'first-response-time',
    version: 1,
    unit: 'ms',
    direction: 'lower',
    atom: 'wait',
    groupings,
    clocks,
    populations: ['arrival', 'event'],
    label: 'First response time',
    formula:
      "From a conversation's first customer message to the first substantive reply by a person. P50, P90 and P95 are the first times by which that share of all that arrived is answered (Kaplan-Meier): open ones count with their age, those closed without an answer count as never answered and stay in to the end. Not reached is shown as such. By event: replies and closes in the range.",
    exclusions: [...waitExclusionNames, 'no_calendar'],
  },
  judge: (traits) => (traits.isFirst ? waitVerdict(traits) : null),
};
