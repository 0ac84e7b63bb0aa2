// The curve of the first response: what share is answered by which time.
import { clocks, groupings } from '#db/model/metric.ts';
import type { WaitMetric } from './metric.ts';
import { waitExclusionNames, waitVerdict } from './verdicts.ts';

export const answeredBy: WaitMetric = {
  atom: 'wait',
  measure: 'curve',
  isState: false,
  card: {
    id: 'answered-by',
    version: 1,
    unit: 'share',
    direction: 'higher',
    atom: 'wait',
    groupings,
    clocks,
    populations: ['arrival', 'event'],
    label: 'Answered by',
    formula:
      'The share of first responses given within each time t, with its 95 % interval (Kaplan-Meier, Greenwood on the log-log scale). Open ones count up to their age, those closed without an answer hold the curve down to the end. The value is the share at the promise, where all have the same.',
    exclusions: [...waitExclusionNames, 'no_calendar'],
  },
  judge: (traits) => (traits.isFirst ? waitVerdict(traits) : null),
};
