// Whether customers would recommend us: promoters less detractors.
import { conversationExclusions } from '#db/model/conversation.ts';
import { groupings } from '#db/model/metric.ts';
import type { RatingMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

const labels = { high: 'promoter', middle: 'passive', low: 'detractor' } as const;

export const nps: RatingMetric = {
  atom: 'rating',
  measure: 'net',
  poles: ['promoter', 'detractor'],
  isState: false,
  card: {
    id: 'nps',
    version: 1,
    unit: 'points',
    direction: 'higher',
    atom: 'rating',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Recommendation (NPS)',
    formula:
      'Share of answers of 9 and 10 less the share of answers of 0 to 6, of all answers to "would you recommend us?" on a scale of 0 to 10, in points from -100 to 100. The 95 % interval comes from the standard error sqrt((p + d - (p - d)^2) / n). Answers on another scale are left out by name. By arrival: ratings of conversations that arrived in the range. By event: ratings given in the range.',
    exclusions: ['other_scale', ...conversationExclusions, 'no_time'],
  },
  judge({ kind, grade, exclusion }) {
    if (kind !== 'nps' || grade === null) return null;
    if (exclusion !== null) return leftOut(exclusion);
    return grade === 'foreign' ? leftOut('other_scale') : counted(null, { isHit: grade === 'high', label: labels[grade] });
  },
};
