// How good our replies are, in the judgement of people who reviewed a sample of them.
import { reviewMetric } from './reviewed.ts';

export const qualityScore = reviewMetric(
  {
    id: 'quality-score',
    direction: 'higher',
    label: 'Reply quality',
    formula:
      'Weighted mean of the scores of reviewed replies, 0 to 100 %: the marks of the criteria that applied (yes 1, partly a half, no 0) by the weights the review was scored under, and 0 where safety failed.',
  },
  { measure: 'weighted-mean', hit: 'passed' },
);
