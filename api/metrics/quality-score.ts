// How good our replies are, in the judgement of people who reviewed a sample of them.
import { groupings } from '#db/model/metric.ts';
import type { ReviewMetric } from './metric.ts';
import { reviewExclusions, reviewVerdict } from './reviewed.ts';

export const qualityScore: ReviewMetric = {
  atom: 'review',
  measure: 'weighted-mean',
  isState: false,
  card: {
    id: 'quality-score',
    version: 1,
    unit: 'share',
    direction: 'higher',
    atom: 'review',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Reply quality',
    formula:
      'Weighted mean of the scores of reviewed replies, 0 to 100 %: the marks of the criteria that applied (yes 1, partly a half, no 0) by the weights the review was scored under, and 0 where safety failed. Replies come from rounds drawn by lot; each is weighted with one over the chance of its draw. Fewer than 5 reviews, replies of fewer than 3 people, and people by name are never shown. By arrival: replies in conversations that arrived in the range. By event: replies sent in the range.',
    exclusions: reviewExclusions,
  },
  judge: (traits) => reviewVerdict(traits, traits.outcome === 'passed'),
};
