// From a tally and durations to a figure with all that is needed to trust it.

import type { Metric } from '#api/metrics/metric.ts';
import { meanInterval } from '#api/stats/mean-interval.ts';
import { netScore } from '#api/stats/net-score.ts';
import type { RankedValues } from '#api/stats/ranked-values.ts';
import { rankedSurvivalQuantiles, type SurvivalQuantile } from '#api/stats/survival-quantiles.ts';
import { upperQuantileIndex } from '#api/stats/upper-quantile.ts';
import { weightedMean } from '#api/stats/weighted-mean.ts';
import { weightedRatio } from '#api/stats/weighted-ratio.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import type { Figure, Interval, QuantileIntervals, Quantiles } from '#db/model/metric.ts';
import type { Moments } from './moments.ts';
import type { GroupDurations } from './rooms.ts';
import type { Tally } from './tally.ts';
import type { WeightedRow } from './weighted-rows.ts';

/** More than this share of young open waits, and the figure will still move. */
const immatureShare = 0.05;

const noQuantiles: Quantiles = { p50: null, p90: null, p95: null };

/** What a scan measured of a group, as far as the metric measures anything. */
export type Measurements = {
  readonly durations: GroupDurations | null;
  readonly moments: Moments | null;
  readonly weighted: readonly WeightedRow[] | null;
};

/**
 * The figure of one group. `isBucket` says that it stands for a stretch of time, of which nothing is `null` and never 0;
 * a total of nothing is a count of 0.
 */
export function figureOf(metric: Metric, tally: Tally, { durations, moments, weighted }: Measurements, isBucket: boolean): Figure {
  const { n, apart } = tally;
  const parts = tally.parts === null ? {} : { parts: tally.parts };
  switch (metric.measure) {
    case 'count':
    case 'level':
      return { n, value: n === 0 && isBucket ? null : n, interval: null };
    case 'share':
      return {
        n,
        value: n === 0 ? null : tally.hits / n,
        interval: wilsonInterval(tally.hits, n),
        ...parts,
        ...(tally.endings === null ? {} : { waits: tally.endings }),
        ...(hasApart(metric) ? { stillPossible: apart } : {}),
        ...maturity(metric, tally),
      };
    case 'curve':
      return { n, value: null, interval: null, ...(tally.endings === null ? {} : { waits: tally.endings }), ...maturity(metric, tally) };
    case 'duration':
      return {
        n,
        ...(durations === null ? {} : timesOf(tally, durations)),
        ...(tally.endings === null ? {} : { waits: tally.endings }),
        ...maturity(metric, tally),
      };
    case 'net':
      return { n, ...netOf(metric, tally), ...parts };
    case 'mean':
      return {
        n,
        value: moments === null || moments.n === 0 ? null : moments.sum / moments.n,
        interval: moments === null ? null : meanInterval(moments),
        ...parts,
      };
    case 'weighted-mean': {
      const mean = weightedMean(weighted ?? []);
      return { n, value: mean?.value ?? null, interval: mean?.interval ?? null, ...parts };
    }
    case 'weighted-share': {
      const share = weightedRatio((weighted ?? []).map(({ weight, hit }) => ({ weight, hit, base: 1 })));
      return { n, value: share?.value ?? null, interval: share?.interval ?? null, ...parts };
    }
    default:
      return metric.measure satisfies never;
  }
}

function netOf({ poles }: Metric, { n, parts }: Tally): Pick<Figure, 'value' | 'interval'> {
  const [pro, against] = poles ?? [];
  const countOf = (label: string | undefined) => (label === undefined ? 0 : (parts?.[label] ?? 0));
  const { value, interval } = netScore({ promoters: countOf(pro), detractors: countOf(against), n });
  return { value, interval };
}

/** What remains of a figure about fewer than 5 cases of named people. */
export function suppressed(figure: Figure): Figure {
  const hidden = { n: figure.n, interval: null, suppressed: true };
  return figure.quantiles === undefined ? { ...hidden, value: null } : { ...hidden, quantiles: noQuantiles };
}

function maturity(metric: Metric, tally: Tally): { immature?: boolean } {
  // Of waits and episodes all may be young; of ratings only requests, which stand apart as long as they are.
  const isYoungTold = metric.atom === 'wait' || metric.atom === 'episode' || (metric.atom === 'rating' && hasApart(metric));
  if (!isYoungTold) return {};
  return { immature: tally.young > immatureShare * (tally.n + tally.apart) };
}

/** Whether what is not settled yet stands beside the figure, as `stillPossible`. */
export function hasApart(metric: Metric): boolean {
  const { id } = metric.card;
  const isPromise = id === 'answered-within-promise' || id === 'complaint-acknowledged' || id === 'complaint-decided';
  return isPromise || metric.atom === 'notice' || id === 'survey-response-rate';
}

function timesOf(tally: Tally, { events, censored }: GroupDurations): Pick<Figure, 'quantiles' | 'interval' | 'answeredOnly'> {
  const never = tally.endings?.neverAnswered ?? 0;
  const [p50, p90, p95] = rankedSurvivalQuantiles({ events, censored, never }, [0.5, 0.9, 0.95]);
  const quantiles = { p50: p50?.value ?? null, p90: p90?.value ?? null, p95: p95?.value ?? null };
  const interval: QuantileIntervals = { p50: boundsOf(p50), p90: boundsOf(p90), p95: boundsOf(p95) };
  return { quantiles, interval: tally.n === 0 ? null : interval, answeredOnly: answeredOnly(events) };
}

function boundsOf(quantile: SurvivalQuantile | undefined): Interval {
  return [quantile?.low ?? null, quantile?.high ?? null];
}

/** What tools that look at answered waits alone would print; see median.ts and upper-quantile.ts. */
function answeredOnly(events: RankedValues): Quantiles & { readonly mean: number | null } {
  const { n } = events;
  if (n === 0) return { ...noQuantiles, mean: null };
  const upper = events.at(n >> 1);
  return {
    p50: n % 2 === 1 ? upper : (events.at((n >> 1) - 1) + upper) / 2,
    p90: events.at(upperQuantileIndex(n, 0.9)),
    p95: events.at(upperQuantileIndex(n, 0.95)),
    mean: events.sum() / n,
  };
}
