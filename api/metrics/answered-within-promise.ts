// The headline: of all that arrived with a promise, how many were answered in time.
import { groupings } from '#db/model/metric.ts';
import type { WaitMetric } from './metric.ts';
import { promiseVerdict, waitExclusionNames } from './verdicts.ts';

export const answeredWithinPromise: WaitMetric = {
  atom: 'wait',
  measure: 'share',
  isState: false,
  card: {
    id: 'answered-within-promise',
    version: 1,
    unit: 'share',
    direction: 'higher',
    atom: 'wait',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Answered within promise',
    formula:
      'First responses of conversations whose channel has a promise: answered at the due instant or before, divided by all that are answered, overdue, closed without an answer, or withdrawn after they were due. Open ones that are not due yet are shown apart as still possible. The due instant says which hours count, so the clock makes no difference. By event: what was answered or closed in the range; open ones are left out.',
    exclusions: ['no_promise', ...waitExclusionNames],
  },
  judge: (traits) => (traits.isFirst ? promiseVerdict(traits) : null),
};
