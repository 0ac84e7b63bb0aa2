// How many customers wait although their promise has run out.
import { groupings } from '#db/model/metric.ts';
import type { WaitMetric } from './metric.ts';
import { leftOut, waitExclusionNames, waitVerdict } from './verdicts.ts';

export const overdue: WaitMetric = {
  atom: 'wait',
  measure: 'count',
  isState: true,
  card: {
    id: 'overdue',
    version: 1,
    unit: 'count',
    direction: 'lower',
    atom: 'wait',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival'],
    label: 'Overdue',
    formula:
      'Waits, first and later ones, that are open and past their due instant at the instant of the report, by the instant at which they began.',
    exclusions: ['no_promise', ...waitExclusionNames.filter((reason) => reason !== 'withdrawn')],
  },
  judge(traits) {
    switch (traits.state) {
      case 'open_overdue':
        return waitVerdict(traits);
      case 'open_not_due':
        return traits.hasPromise ? null : leftOut('no_promise');
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
