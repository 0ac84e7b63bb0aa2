// How long customers wait for an answer after the first one.
import { clocks, groupings } from '#db/model/metric.ts';
import type { WaitMetric } from './metric.ts';
import { waitExclusionNames, waitVerdict } from './verdicts.ts';

export const nextResponseTime: WaitMetric = {
  atom: 'wait',
  measure: 'duration',
  isState: false,
  card: {
    id: 'next-response-time',
    version: 1,
    unit: 'ms',
    direction: 'lower',
    atom: 'wait',
    groupings,
    clocks,
    populations: ['arrival', 'event'],
    label: 'Next response time',
    formula:
      'Every later wait of a conversation, one row each: from the first unanswered customer message to the next substantive reply by a person. Further messages meanwhile do not restart the clock. Estimated like the first response time. By event: replies and closes in the range.',
    exclusions: [...waitExclusionNames, 'no_calendar'],
  },
  judge: (traits) => (traits.isFirst ? null : waitVerdict(traits)),
};
