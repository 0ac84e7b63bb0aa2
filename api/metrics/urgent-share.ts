// How many conversations are urgent.
import { groupings } from '#db/model/metric.ts';
import type { ConversationMetric } from './metric.ts';
import { arrivalExclusions, noArrival } from './scored.ts';
import { leftOut } from './verdicts.ts';

export const urgentShare: ConversationMetric = {
  atom: 'conversation',
  measure: 'share',
  isState: false,
  moves: 'urgency',
  card: {
    id: 'urgent-share',
    version: 1,
    unit: 'share',
    direction: 'lower',
    atom: 'conversation',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival'],
    label: 'Urgent',
    formula:
      'Conversations whose urgency is high or critical at the instant of the report, divided by all whose harm was scored. Urgency is the harm that the customer tells of, raised by one step where an open wait is past its promise or within an hour of it, and by one where the customer has asked again at least twice. Nudges are those known now.',
    exclusions: ['unscored', ...arrivalExclusions],
  },
  judge(traits) {
    const out = noArrival(traits);
    if (out !== null) return out;
    const { urgency } = traits;
    if (urgency === null) return leftOut('unscored');
    return { part: 'in', isHit: urgency === 'high' || urgency === 'critical', ending: null, isYoung: false, label: urgency };
  },
};
