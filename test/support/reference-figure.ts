// The figure of a set of items, worked out the slow way: shares, counts and durations.
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import type { Figure, Plan } from '#db/model/metric.ts';
import type { Item } from './reference-items.ts';
import { ratingFigure, ratingShares } from './reference-ratings.ts';
import { reviewFigure, reviewMetrics } from './reference-reviews.ts';
import { partsOf, scoredMetrics, scoreFigure } from './reference-scores.ts';
import { durationsOf } from './reference-survival.ts';

export const shareMetrics: readonly string[] = [
  'answered-within-promise',
  'nudged-waits',
  'reopen-rate',
  'never-answered',
  'language-match',
  'notice-coverage',
  'complaint-acknowledged',
  'complaint-decided',
  'complaint-climbs',
  'no-reply-claims',
  ...ratingShares,
  ...scoredMetrics.slice(1),
];
const endingMetrics = [
  'answered-within-promise',
  'nudged-waits',
  'never-answered',
  'first-response-time',
  'next-response-time',
  'resolution-time',
  'answered-by',
  'notice-coverage',
  'complaint-acknowledged',
  'complaint-decided',
];

export function counted(items: readonly Item[]): Item[] {
  return items.filter((item) => item.reason === null && !item.isApart);
}

export function figureOfItems(items: readonly Item[], plan: Plan, isBucketed: boolean): Figure {
  const inside = counted(items);
  const n = inside.length;
  if (scoredMetrics.includes(plan.metric)) return scoreFigure(inside, plan.metric);
  if (reviewMetrics.includes(plan.metric)) return reviewFigure(inside, plan, isBucketed);
  if (plan.metric === 'nps' || plan.metric === 'ces') return ratingFigure(inside, plan.metric);
  const ending = (name: Item['ending']) => inside.filter((item) => item.ending === name).length;
  const waits = { answered: ending('answered'), waiting: ending('waiting'), neverAnswered: ending('neverAnswered') };
  const apart = items.filter((item) => item.isApart).length;
  const young = items.filter((item) => item.reason === null && item.isYoung).length;
  const isLabelled = plan.metric === 'notice-coverage' || plan.metric === 'complaint-climbs' || plan.metric === 'no-reply-claims';
  const isClock = plan.metric === 'complaint-acknowledged' || plan.metric === 'complaint-decided';
  // A rating that was given stays; a request may still be answered.
  const hasYouth = plan.metric !== 'csat' && !isLabelled && !isClock;
  const also = {
    ...(endingMetrics.includes(plan.metric) ? { waits } : {}),
    ...(plan.metric === 'answered-within-promise' || plan.metric === 'notice-coverage' || plan.metric === 'survey-response-rate' || isClock
      ? { stillPossible: apart }
      : {}),
    ...(isLabelled ? { parts: partsOf(inside) } : {}),
    ...(hasYouth ? { immature: young > 0.05 * (n + apart) } : {}),
  };
  if (plan.metric === 'arrivals' || plan.metric === 'overdue' || plan.metric === 'complaints' || plan.metric === 'complaint-overdue')
    return { n, value: n === 0 && isBucketed ? null : n, interval: null };
  if (shareMetrics.includes(plan.metric)) {
    const hits = inside.filter((item) => item.isHit).length;
    return { n, value: n === 0 ? null : hits / n, interval: wilsonInterval(hits, n), ...also };
  }
  return { n, ...durationsOf(inside, n, waits.neverAnswered), ...also };
}
