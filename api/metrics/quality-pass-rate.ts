// How many replies are good enough, in the judgement of people who reviewed a sample of them.
import { groupings } from '#db/model/metric.ts';
import type { ReviewMetric } from './metric.ts';
import { reviewExclusions, reviewVerdict } from './reviewed.ts';

export const qualityPassRate: ReviewMetric = {
  atom: 'review',
  measure: 'weighted-share',
  isState: false,
  card: {
    id: 'quality-pass-rate',
    version: 1,
    unit: 'share',
    direction: 'higher',
    atom: 'review',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Replies that pass',
    formula:
      'Weighted share of reviewed replies that reach the pass mark of the weights they were scored under and do not fail in safety. Replies come from rounds drawn by lot; each is weighted with one over the chance of its draw. Fewer than 5 reviews, replies of fewer than 3 people, and people by name are never shown. By arrival: replies in conversations that arrived in the range. By event: replies sent in the range.',
    exclusions: reviewExclusions,
  },
  judge: (traits) => reviewVerdict(traits, traits.outcome === 'passed'),
};
