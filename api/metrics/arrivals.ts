// How many conversations customers began.
import { conversationExclusions } from '#db/model/conversation.ts';
import { groupings } from '#db/model/metric.ts';
import type { ConversationMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const arrivals: ConversationMetric = {
  atom: 'conversation',
  measure: 'count',
  isState: false,
  card: {
    id: 'arrivals',
    version: 1,
    unit: 'count',
    direction: 'neutral',
    atom: 'conversation',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival'],
    label: 'Arrivals',
    formula:
      'Conversations by the instant of their first customer message. Grouped by a dimension, each group also shows its share of all, with the 95 % interval of that share.',
    exclusions: [...conversationExclusions, 'no_time', 'agent_initiated'],
  },
  judge(traits) {
    if (traits.exclusion !== null) return leftOut(traits.exclusion);
    if (traits.hasTime) return counted(null);
    return leftOut(traits.hasCustomer ? 'no_time' : 'agent_initiated');
  },
};
