// How many replies are good enough, in the judgement of people who reviewed a sample of them.
import { reviewMetric } from './reviewed.ts';

export const qualityPassRate = reviewMetric(
  {
    id: 'quality-pass-rate',
    direction: 'higher',
    label: 'Replies that pass',
    formula: 'Weighted share of reviewed replies that reach the pass mark of the weights they were scored under and do not fail in safety.',
  },
  { measure: 'weighted-share', hit: 'passed' },
);
