// How large a part of all arrivals a category is.
import { groupings } from '#db/model/metric.ts';
import type { ConversationMetric } from './metric.ts';
import { arrivalExclusions, noArrival } from './scored.ts';
import { counted } from './verdicts.ts';

export const categoryShare: ConversationMetric = {
  atom: 'conversation',
  measure: 'share',
  isState: false,
  moves: 'category',
  card: {
    id: 'category-share',
    version: 1,
    unit: 'share',
    direction: 'neutral',
    atom: 'conversation',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival'],
    label: 'Share of a category',
    formula:
      "Arrivals of the categories that the question names, divided by all arrivals; where it names none, those that have any category. Grouped by category, each category divided by all arrivals of the same other group. The category is the source's own, else the scored one.",
    exclusions: [...arrivalExclusions],
  },
  judge: (traits) => noArrival(traits) ?? counted(null, { isHit: traits.hasCategory }),
};
