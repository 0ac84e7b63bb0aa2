// How easy customers found it to get help.
import { conversationExclusions } from '#db/model/conversation.ts';
import { groupings } from '#db/model/metric.ts';
import type { RatingMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

const labels = { high: 'easy', middle: 'middling', low: 'hard' } as const;

export const ces: RatingMetric = {
  atom: 'rating',
  measure: 'mean',
  isState: false,
  card: {
    id: 'ces',
    version: 1,
    unit: 'grade',
    direction: 'higher',
    atom: 'rating',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Effort (CES)',
    formula:
      'Mean answer to "it was easy to get help", from 1 (not at all) to 7 (very), with the interval of the mean by t. Answers on other scales are stretched to 1 to 7. Beside it: how many found it easy (the top box: at or above three quarters of the scale, 6 and 7 of 7), middling and hard (at or below one quarter). By arrival: ratings of conversations that arrived in the range. By event: ratings given in the range.',
    exclusions: ['other_scale', ...conversationExclusions, 'no_time'],
  },
  judge({ kind, grade, exclusion }) {
    if (kind !== 'ces' || grade === null) return null;
    if (exclusion !== null) return leftOut(exclusion);
    return grade === 'foreign' ? leftOut('other_scale') : counted(null, { isHit: grade === 'high', label: labels[grade] });
  },
};
