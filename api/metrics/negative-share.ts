// How many customers write in a bad mood.
import { groupings } from '#db/model/metric.ts';
import type { ConversationMetric } from './metric.ts';
import { arrivalExclusions, bySentiment, noArrival, sentimentExclusions } from './scored.ts';

export const negativeShare: ConversationMetric = {
  atom: 'conversation',
  measure: 'share',
  isState: false,
  card: {
    id: 'negative-share',
    version: 1,
    unit: 'share',
    direction: 'lower',
    atom: 'conversation',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival'],
    label: 'Negative',
    formula:
      'Conversations whose sentiment is negative, divided by all that have a sentiment, by the instant of their first customer message. What abstained or was not scored is left out by name and never counts as neutral.',
    exclusions: [...sentimentExclusions, ...arrivalExclusions],
  },
  judge: (traits) => noArrival(traits) ?? bySentiment(traits, traits.sentiment === 'neg'),
};
