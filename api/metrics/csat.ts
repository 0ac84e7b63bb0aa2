// How many of the customers who rated us were satisfied.
import { conversationExclusions } from '#db/model/conversation.ts';
import { groupings } from '#db/model/metric.ts';
import type { RatingMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const csat: RatingMetric = {
  atom: 'rating',
  measure: 'share',
  isState: false,
  card: {
    id: 'csat',
    version: 1,
    unit: 'share',
    direction: 'higher',
    atom: 'rating',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Satisfied (CSAT)',
    formula:
      'Satisfaction ratings at or above three quarters of their scale (4 and 5 of 1-5, good of good and bad, 8 to 10 of 1-10), divided by all satisfaction ratings. By arrival: ratings of conversations that arrived in the range. By event: ratings given in the range; one without a time of its own counts where its conversation arrived.',
    exclusions: [...conversationExclusions, 'no_time'],
  },
  judge(traits) {
    if (traits.kind !== 'csat' || traits.grade === null) return null;
    return traits.exclusion === null ? counted(null, { isHit: traits.grade === 'high' }) : leftOut(traits.exclusion);
  },
};
