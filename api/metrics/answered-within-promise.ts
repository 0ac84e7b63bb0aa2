// The headline: of all that arrived with a promise, how many were answered in time.
import { groupings } from '#db/model/metric.ts';
import type { WaitMetric } from './metric.ts';
import { counted, leftOut, waitExclusionNames } from './verdicts.ts';

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
  judge(traits) {
    if (!traits.isFirst) return null;
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
        return counted('neverAnswered');
      case 'withdrawn':
        // Broken at the due instant, whatever the customer did afterwards.
        return counted('neverAnswered');
      default:
        return traits.state satisfies never;
    }
  },
};
