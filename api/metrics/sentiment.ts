// How customers feel in what they write.
import { groupings } from '#db/model/metric.ts';
import type { ConversationMetric } from './metric.ts';
import { arrivalExclusions, bySentiment, noArrival, sentimentExclusions } from './scored.ts';

export const sentiment: ConversationMetric = {
  atom: 'conversation',
  measure: 'mean',
  isState: false,
  card: {
    id: 'sentiment',
    version: 1,
    unit: 'score',
    direction: 'higher',
    atom: 'conversation',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival'],
    label: 'Sentiment',
    formula:
      'Mean of the sentiment of conversations, from -1 (all negative) to 1 (all positive), by the instant of their first customer message. The sentiment of a conversation is the mean over its customer messages of the probability of positive minus that of negative. What abstained or was not scored is left out by name and never counts as neutral.',
    exclusions: [...sentimentExclusions, ...arrivalExclusions],
  },
  judge: (traits) => noArrival(traits) ?? bySentiment(traits, false),
};
