// The metrics about scores worked out a second time, record by record.
import { meanInterval } from '#api/stats/mean-interval.ts';
import { moverInterval } from '#api/stats/mover-interval.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { urgencyAt } from '#db/facts/urgency.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import type { Figure, MetricId, Plan } from '#db/model/metric.ts';

/** Metrics whose value is a mean, or moves like one. */
export const meanMetrics: readonly MetricId[] = ['sentiment', 'nps', 'ces'];

export const scoredMetrics: readonly MetricId[] = [
  'sentiment',
  'negative-share',
  'category-share',
  'urgent-share',
  'unscored-share',
  'told-share',
];

const isLabel = (sentiment: string | null) => sentiment === 'neg' || sentiment === 'neu' || sentiment === 'pos';

export function urgencyOf(record: FactRecord, asOf: number): string | null {
  const open = record.waits.filter((wait) => {
    if (record.exclusion !== null || wait.state === 'excluded' || wait.fromAt > asOf) return false;
    return wait.state === 'open' || (wait.untilAt ?? wait.fromAt) > asOf;
  });
  return record.harm === null ? null : (urgencyAt({ level: record.harm, reasons: [] }, open, asOf)?.level ?? null);
}

export type Scored = { readonly reason: string | null; readonly isHit: boolean; readonly label: string | null };

/** What a score metric makes of an arrival. */
export function judgeScores(record: FactRecord, plan: Plan): Scored {
  const { sentiment } = record;
  const out = (reason: string): Scored => ({ reason, isHit: false, label: null });
  switch (plan.metric) {
    case 'category-share': {
      const asked = plan.filters.category ?? [];
      const isHit = asked.length === 0 ? record.category !== null : asked.includes(record.category ?? 'none');
      return { reason: null, isHit, label: null };
    }
    case 'urgent-share': {
      const label = urgencyOf(record, plan.asOf);
      return label === null ? out('unscored') : { reason: null, isHit: label === 'high' || label === 'critical', label };
    }
    case 'told-share':
      return record.told === null ? out('nothing_fixed') : { reason: null, isHit: record.told === 'told', label: record.told };
    case 'unscored-share':
      if (sentiment === 'no_text') return out('no_text');
      return { reason: null, isHit: !isLabel(sentiment), label: isLabel(sentiment) ? 'scored' : (sentiment ?? 'unscored') };
    default:
      return isLabel(sentiment) ? { reason: null, isHit: sentiment === 'neg', label: sentiment } : out(sentiment ?? 'unscored');
  }
}

/** How many have each label. */
export function partsOf(inside: readonly { readonly label: string | null }[]): Record<string, number> {
  const parts: Record<string, number> = {};
  for (const { label } of inside) if (label !== null) parts[label] = (parts[label] ?? 0) + 1;
  return parts;
}

/** The figure of arrivals that a score metric counts. */
export function scoreFigure(inside: readonly (Scored & { readonly record: FactRecord })[], metric: MetricId): Figure {
  const n = inside.length;
  const named = metric === 'category-share' ? {} : { parts: partsOf(inside) };
  if (metric !== 'sentiment') {
    const hits = inside.filter(({ isHit }) => isHit).length;
    return { n, value: n === 0 ? null : hits / n, interval: wilsonInterval(hits, n), ...named };
  }
  const scores = inside.map(({ record }) => Math.round((record.sentimentScore ?? 0) * 10_000) / 10_000);
  const sum = scores.reduce((total, score) => total + score, 0);
  const squares = scores.reduce((total, score) => total + score * score, 0);
  return { n, value: n === 0 ? null : sum / n, interval: meanInterval({ n, sum, squares }), ...named };
}

/** A category among all that share the other key. */
export function partOfWhole(keys: readonly string[], figure: Figure, keyed: readonly { keys: string[] }[], plan: Plan): Figure {
  const place = plan.metric === 'category-share' ? plan.groupBy.indexOf('category') : -1;
  if (place < 0) return figure;
  const whole = keyed.filter((one) => one.keys.every((key, index) => index === place || key === keys[index])).length;
  return { n: whole, value: whole === 0 ? null : figure.n / whole, interval: wilsonInterval(figure.n, whole) };
}

export function isAsked(keys: readonly string[], plan: Plan): boolean {
  const place = plan.metric === 'category-share' ? plan.groupBy.indexOf('category') : -1;
  const wanted = plan.filters.category ?? [];
  return place < 0 || wanted.length === 0 || wanted.includes(keys[place] ?? '');
}

export function meanChange(now: Figure, then: Figure): readonly [number, number] | null {
  const mean = ({ value, interval }: Figure) => {
    const [low, high] = interval && !('p50' in interval) ? interval : [null, null];
    return { value: value ?? 0, low, high };
  };
  return moverInterval(mean(now), mean(then));
}
