// How many replies fail in safety, in the judgement of people who reviewed a sample of them.
import { reviewMetric } from './reviewed.ts';

export const criticalErrorRate = reviewMetric(
  {
    id: 'critical-error-rate',
    direction: 'lower',
    label: 'Critical errors',
    formula: 'Weighted share of reviewed replies that fail in safety, such as by asking for a recovery phrase, a key or a password.',
  },
  { measure: 'weighted-share', hit: 'critical' },
);
