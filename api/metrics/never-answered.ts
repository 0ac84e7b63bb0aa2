// How many customers were never answered at all.
import { groupings } from '#db/model/metric.ts';
import type { WaitMetric } from './metric.ts';
import { waitExclusionNames, waitVerdict } from './verdicts.ts';

export const neverAnswered: WaitMetric = {
  atom: 'wait',
  measure: 'share',
  isState: false,
  card: {
    id: 'never-answered',
    version: 1,
    unit: 'share',
    direction: 'lower',
    atom: 'wait',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Never answered',
    formula:
      'First responses that were closed without an answer, divided by all that arrived: answered, still waiting and never answered. Those still waiting are shown beside it; they may end either way.',
    exclusions: [...waitExclusionNames],
  },
  judge: (traits) => (traits.isFirst ? waitVerdict(traits, traits.state === 'closed_unanswered') : null),
};
