// How many of those who told of an issue were told that it is fixed.
import { groupings } from '#db/model/metric.ts';
import type { ConversationMetric } from './metric.ts';
import { arrivalExclusions, noArrival } from './scored.ts';
import { leftOut } from './verdicts.ts';

export const toldShare: ConversationMetric = {
  atom: 'conversation',
  measure: 'share',
  isState: false,
  card: {
    id: 'told-share',
    version: 1,
    unit: 'share',
    direction: 'higher',
    atom: 'conversation',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival'],
    label: 'Customers told of the fix',
    formula:
      'Conversations of fixed issues that arrived before the fix and whose customer has been told, divided by all conversations of fixed issues that arrived before the fix. One message to a customer tells all of their conversations of the issue.',
    exclusions: ['nothing_fixed', ...arrivalExclusions],
  },
  judge(traits) {
    const out = noArrival(traits);
    if (out !== null) return out;
    if (traits.told === null) return leftOut('nothing_fixed');
    return { part: 'in', isHit: traits.told === 'told', ending: null, isYoung: false, label: traits.told };
  },
};
