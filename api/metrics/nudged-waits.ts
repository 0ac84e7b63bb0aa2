// How often customers have to ask again before anybody answers.
import { groupings } from '#db/model/metric.ts';
import type { WaitMetric } from './metric.ts';
import { waitExclusionNames, waitVerdict } from './verdicts.ts';

export const nudgedWaits: WaitMetric = {
  atom: 'wait',
  measure: 'share',
  isState: false,
  card: {
    id: 'nudged-waits',
    version: 1,
    unit: 'share',
    direction: 'lower',
    atom: 'wait',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Nudged waits',
    formula: 'Waits in which the customer wrote at least once more before the answer, divided by all waits, first and later ones.',
    exclusions: [...waitExclusionNames],
  },
  judge: (traits) => waitVerdict(traits, traits.isNudged),
};
