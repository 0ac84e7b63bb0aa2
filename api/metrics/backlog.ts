// How many customers are waiting for us at the end of each hour, day, week or month.
import { groupings } from '#db/model/metric.ts';
import type { WaitMetric } from './metric.ts';
import { leftOut, waitExclusionNames, waitVerdict } from './verdicts.ts';

export const backlog: WaitMetric = {
  atom: 'wait',
  measure: 'level',
  isState: true,
  card: {
    id: 'backlog',
    version: 1,
    unit: 'count',
    direction: 'lower',
    atom: 'wait',
    groupings: groupings.filter((grouping) => grouping !== 'hour-of-week'),
    clocks: ['calendar'],
    populations: ['arrival'],
    label: 'Backlog',
    formula:
      'Waits that are open at the end of each bucket, or at the instant of the report where the bucket has not ended: customers whose last question nobody has answered. The figure of a range is the one at its end, whenever the waits began.',
    exclusions: [...waitExclusionNames.filter((reason) => reason !== 'withdrawn')],
  },
  judge(traits) {
    switch (traits.state) {
      case 'open_not_due':
      case 'open_overdue':
        return waitVerdict(traits);
      case 'excluded':
        return leftOut(traits.exclusion ?? 'other');
      case 'answered':
      case 'closed_unanswered':
      case 'withdrawn':
        return null;
      default:
        return traits.state satisfies never;
    }
  },
};
