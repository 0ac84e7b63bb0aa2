// How many customers waited as long as the notice had told them.
import { groupings } from '#db/model/metric.ts';
import type { NoticeMetric } from './metric.ts';
import { counted, leftOut, waitExclusionNames } from './verdicts.ts';

/** `sooner` and `later` tell the bias: a notice without one misses as often on either side. */
export const noticeCoverage: NoticeMetric = {
  atom: 'notice',
  measure: 'share',
  isState: false,
  card: {
    id: 'notice-coverage',
    version: 1,
    unit: 'share',
    direction: 'neutral',
    atom: 'notice',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Notice coverage',
    formula:
      'First waits that began while a wait-time notice stood for their channel: answered within the range that it gave (its ends included), divided by all that were answered or waited past its end. Whoever has no answer is a miss once over the maximum, and shown apart until then. 80 % are meant to lie within; the parts tell who was answered sooner, within and later.',
    exclusions: waitExclusionNames,
  },
  judge({ state, exclusion, place, isOver }) {
    switch (state) {
      case 'excluded':
        return leftOut(exclusion ?? 'other');
      case 'answered':
        return { ...counted('answered', { isHit: place === 'within' }), label: place };
      case 'withdrawn':
        // Whoever gave up after the promised end had been told too little.
        return place === 'later' ? { ...counted('neverAnswered'), label: 'later' } : leftOut('withdrawn');
      case 'open':
        return isOver ? { ...counted('waiting'), label: 'later' } : { part: 'apart', isYoung: true };
      case 'closed_unanswered':
        return isOver ? { ...counted('neverAnswered'), label: 'later' } : { part: 'apart', isYoung: true };
      default:
        return state satisfies never;
    }
  },
};
