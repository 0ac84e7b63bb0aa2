// The metrics about ratings and requests for them worked out a second time, record by record.
import { meanInterval } from '#api/stats/mean-interval.ts';
import type { FactRecord, RatingRecord } from '#db/model/fact-record.ts';
import type { Figure, MetricId, Plan } from '#db/model/metric.ts';
import { type Item, plain } from './reference-items.ts';

/** Shares of ratings or of requests for them. */
export const ratingShares: readonly MetricId[] = ['csat', 'survey-response-rate'];

const gradeOf = ({ value, scaleMin, scaleMax }: RatingRecord): number => 1 + (6 * (value - scaleMin)) / (scaleMax - scaleMin);

/** What a rating says, in the words of its metric; `foreign` on a scale that the metric does not have. */
function labelOf(rating: RatingRecord): string {
  const { kind, value, scaleMin, scaleMax } = rating;
  if (kind === 'nps') {
    if (scaleMin !== 0 || scaleMax !== 10) return 'foreign';
    if (value > 8) return 'promoter';
    return value < 7 ? 'detractor' : 'passive';
  }
  const place = (value - scaleMin) / (scaleMax - scaleMin);
  if (place >= 0.75) return 'easy';
  return place > 0.25 ? 'middling' : 'hard';
}

export function ratingItems(record: FactRecord, plan: Plan): Item[] {
  return record.ratings
    .filter((rating) => rating.kind === plan.metric)
    .flatMap((rating) => {
      const givenAt = rating.at ?? record.arrivedAt;
      const at = plan.population === 'event' ? givenAt : record.arrivedAt;
      const label = labelOf(rating);
      const own = label === 'foreign' ? 'other_scale' : null;
      const base = { ...plain, record, at, agent: record.agent, ms: rating.kind === 'ces' ? gradeOf(rating) : null };
      if (givenAt !== null && givenAt > plan.asOf)
        return at === null && record.exclusion === null && own === null ? [{ ...base, reason: 'no_time' }] : [];
      if (at === null && (record.exclusion !== null || own !== null)) return [];
      const reason = record.exclusion ?? own ?? (at === null ? 'no_time' : null);
      const isHit = label === 'promoter' || label === 'easy';
      return [{ ...base, reason, isHit: isHit && reason === null, label: plan.metric === 'csat' ? null : label }];
    });
}

export function offerItems(record: FactRecord, plan: Plan): Item[] {
  return (record.offers ?? []).flatMap((offer) => {
    const at = plan.population === 'event' ? offer.at : record.arrivedAt;
    const base = { ...plain, record, at, agent: record.agent };
    if (at === null) return record.exclusion === null ? [{ ...base, reason: 'no_time' }] : [];
    if (offer.at > plan.asOf) return [];
    const isOpen = plan.asOf < Math.max(offer.at + 3 * 86_400_000, offer.answeredAt ?? 0);
    const isIn = record.exclusion === null;
    return [
      {
        ...base,
        reason: record.exclusion,
        isHit: isIn && !isOpen && offer.answeredAt !== null,
        isApart: isIn && isOpen,
        isYoung: isIn && isOpen,
      },
    ];
  });
}

/** Recommendation by the textbook formula, effort as a mean with its interval by t. */
export function ratingFigure(inside: readonly Item[], metric: 'nps' | 'ces'): Figure {
  const n = inside.length;
  const parts: Record<string, number> = {};
  for (const { label } of inside) if (label !== null) parts[label] = (parts[label] ?? 0) + 1;
  if (metric === 'ces') {
    const grades = inside.map(({ ms }) => Math.round((ms ?? 0) * 10_000) / 10_000);
    const sum = grades.reduce((total, grade) => total + grade, 0);
    const squares = grades.reduce((total, grade) => total + grade * grade, 0);
    return { n, value: n === 0 ? null : sum / n, interval: meanInterval({ n, sum, squares }), parts };
  }
  if (n === 0) return { n, value: null, interval: null, parts };
  const [p, d] = [(parts.promoter ?? 0) / n, (parts.detractor ?? 0) / n];
  const value = (100 * ((parts.promoter ?? 0) - (parts.detractor ?? 0))) / n;
  const spread = p + d - (p - d) ** 2;
  const half = spread > 0 ? 195.9963984540054 * Math.sqrt(spread / n) : (300 * (1 + Math.abs(p - d))) / n;
  return { n, value, interval: n < 5 ? null : [Math.max(-100, value - half), Math.min(100, value + half)], parts };
}
