// How many replies fail in safety, in the judgement of people who reviewed a sample of them.
import { groupings } from '#db/model/metric.ts';
import type { ReviewMetric } from './metric.ts';
import { reviewExclusions, reviewVerdict } from './reviewed.ts';

export const criticalErrorRate: ReviewMetric = {
  atom: 'review',
  measure: 'weighted-share',
  isState: false,
  card: {
    id: 'critical-error-rate',
    version: 1,
    unit: 'share',
    direction: 'lower',
    atom: 'review',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Critical errors',
    formula:
      'Weighted share of reviewed replies that fail in safety, such as by asking for a recovery phrase, a key or a password. Replies come from rounds drawn by lot; each is weighted with one over the chance of its draw. Fewer than 5 reviews, replies of fewer than 3 people, and people by name are never shown. By arrival: replies in conversations that arrived in the range. By event: replies sent in the range.',
    exclusions: reviewExclusions,
  },
  judge: (traits) => reviewVerdict(traits, traits.outcome === 'critical'),
};
