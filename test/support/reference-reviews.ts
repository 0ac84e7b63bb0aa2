// The metrics of reply quality worked out a second time, review by review.
import { studentQuantile } from '#api/stats/student-quantile.ts';
import { weightedRatio } from '#api/stats/weighted-ratio.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import type { Figure, MetricId, Plan } from '#db/model/metric.ts';
import { type Item, plain } from './reference-items.ts';
import { partsOf } from './reference-scores.ts';
import { hide } from './reference-survival.ts';

export const reviewMetrics: readonly MetricId[] = ['quality-score', 'quality-pass-rate', 'critical-error-rate'];

export function reviewItems(record: FactRecord, plan: Plan): Item[] {
  return (record.reviews ?? []).flatMap((review): Item[] => {
    if (review.replyAt > plan.asOf || review.reviewedAt > plan.asOf) return [];
    const at = plan.population === 'event' ? review.replyAt : record.arrivedAt;
    const own = { hand: 'by_hand', disputed: 'not_agreed', sample: review.outcome === null ? 'nothing_applies' : null }[review.basis];
    const reason = record.exclusion ?? own ?? (at === null ? 'no_time' : null);
    if (at === null && reason !== 'no_time') return [];
    const isHit = review.outcome === (plan.metric === 'critical-error-rate' ? 'critical' : 'passed');
    const drawn = { weight: review.weight, score: review.score ?? 0 };
    return [{ ...plain, record, at, agent: review.agent, reason, isHit, label: review.outcome, drawn }];
  });
}

/** Hidden where people are named, below five reviews, and where fewer than three people wrote the replies. */
export function reviewFigure(items: readonly Item[], plan: Plan, isGroup: boolean): Figure {
  const figure = openFigure(items, plan);
  const isNamed = (isGroup && plan.groupBy.includes('agent')) || (plan.filters.agent ?? []).some((agent) => agent !== 'none');
  return items.length > 0 && (isNamed || isFewReviews(items)) ? hide(figure) : figure;
}

export function isFewReviews(items: readonly Item[]): boolean {
  return items.length < 5 || new Set(items.map(({ agent }) => agent)).size < 3;
}

function openFigure(items: readonly Item[], plan: Plan): Figure {
  const n = items.length;
  const units = items.map(({ drawn, isHit }) => ({ weight: drawn?.weight ?? 0, score: drawn?.score ?? 0, hit: isHit ? 1 : 0 }));
  const parts = partsOf(items);
  if (plan.metric !== 'quality-score') {
    const share = weightedRatio(units.map(({ weight, hit }) => ({ weight, hit, base: 1 })));
    return { n, value: share?.value ?? null, interval: share?.interval ?? null, parts };
  }
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  if (n === 0) return { n, value: null, interval: null, parts };
  const value = units.reduce((sum, { weight, score }) => sum + weight * score, 0) / total;
  if (n < 5) return { n, value, interval: null, parts };
  const squares = units.reduce((sum, { weight, score }) => sum + weight ** 2 * (score - value) ** 2, 0);
  const half = (studentQuantile(n - 1) * Math.sqrt((squares * n) / (n - 1))) / total;
  return { n, value, interval: [Math.max(0, value - half), Math.min(1, value + half)], parts };
}
