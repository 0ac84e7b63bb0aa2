// How much of what customers write has no sentiment.
import { groupings } from '#db/model/metric.ts';
import type { ConversationMetric } from './metric.ts';
import { arrivalExclusions, noArrival } from './scored.ts';
import { leftOut } from './verdicts.ts';

export const unscoredShare: ConversationMetric = {
  atom: 'conversation',
  measure: 'share',
  isState: false,
  card: {
    id: 'unscored-share',
    version: 1,
    unit: 'share',
    direction: 'lower',
    atom: 'conversation',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival'],
    label: 'Without a sentiment',
    formula:
      'Arrivals without a sentiment, divided by all arrivals in which the customer wrote words. Abstained (too unsure to say), in a language that is not supported, and not scored at all are counted apart.',
    exclusions: ['no_text', ...arrivalExclusions],
  },
  judge(traits) {
    const out = noArrival(traits);
    if (out !== null) return out;
    const { sentiment } = traits;
    if (sentiment === 'no_text') return leftOut('no_text');
    const isScored = sentiment === 'neg' || sentiment === 'neu' || sentiment === 'pos';
    return { part: 'in', isHit: !isScored, ending: null, isYoung: false, label: isScored ? 'scored' : (sentiment ?? 'unscored') };
  },
};
