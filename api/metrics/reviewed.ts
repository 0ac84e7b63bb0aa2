// What the metrics of reply quality share: which reviewed replies count, why others do not, and what their cards say alike.
import { conversationExclusions } from '#db/model/conversation.ts';
import { groupings, type MetricCard } from '#db/model/metric.ts';
import type { QualityOutcome } from '#db/model/quality.ts';
import type { Measure, ReviewMetric, ReviewTraits, Verdict } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

const reviewExclusions = ['by_hand', 'not_agreed', 'nothing_applies', ...conversationExclusions, 'no_time'] as const;

const drawn =
  'Replies come from rounds drawn by lot; each is weighted with one over the chance of its draw. Fewer than 5 reviews, replies of fewer than 3 people, and people by name are never shown. By arrival: replies in conversations that arrived in the range. By event: replies sent in the range.';

type Told = Pick<MetricCard, 'id' | 'direction' | 'label' | 'formula'>;
type Counting = { readonly measure: Extract<Measure, `weighted-${string}`>; readonly hit: QualityOutcome };

/** A metric over reviewed replies; `hit` is the outcome that a share counts and that divides its list. Its formula goes on with the draw. */
export function reviewMetric({ id, direction, label, formula }: Told, { measure, hit }: Counting): ReviewMetric {
  return {
    atom: 'review',
    measure,
    isState: false,
    card: {
      id,
      version: 1,
      unit: 'share',
      direction,
      atom: 'review',
      groupings,
      clocks: ['calendar'],
      populations: ['arrival', 'event'],
      label,
      formula: `${formula} ${drawn}`,
      exclusions: reviewExclusions,
    },
    judge: (traits) => reviewVerdict(traits, traits.outcome === hit),
  };
}

/** Replies drawn by lot whose result stands; what was chosen by hand is no sample, so no estimate uses it. */
function reviewVerdict({ basis, outcome, exclusion }: ReviewTraits, isHit: boolean): Verdict {
  if (exclusion !== null) return leftOut(exclusion);
  if (basis === 'hand') return leftOut('by_hand');
  if (basis === 'disputed') return leftOut('not_agreed');
  return outcome === null ? leftOut('nothing_applies') : counted(null, { isHit, label: outcome });
}
