// The questions of the scorecard: quality and satisfaction of the same range, and what reviews say by criterion.
import { askEvents, askMetric } from '../../../lib/api/ask.ts';
import type { MetricId } from '../../../lib/api/shapes.ts';
import { type BucketSize, bucketSizeFor } from '../../../lib/charts/bucket.ts';
import { dayIn } from '../../../lib/format/date.ts';
import { askReport } from '../../../lib/quality/ask.ts';
import { parseFilters } from '../../../lib/url-state/filters.ts';
import { type QuestionOptions, toQuestion } from '../../../lib/url-state/question.ts';
import { resolveRange } from '../../../lib/url-state/range.ts';
import type { PageLoad } from './$types';

const tiles = ['quality-score', 'quality-pass-rate', 'critical-error-rate', 'csat'] as const satisfies readonly MetricId[];
const dimensions = ['team', 'channel', 'language'] as const;

/** Reviews are few: smaller buckets would hold less than may be shown. */
const coarser = { hour: 'week', day: 'week', week: 'month', month: 'month' } as const satisfies Record<BucketSize, BucketSize>;

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:figures');
  const { zone, now } = await parent();
  const filters = parseFilters(url.searchParams);
  const today = dayIn(zone, now());
  const range = resolveRange(filters.range, today);
  const size = coarser[bucketSizeFor(range)];
  const ask = (metric: MetricId, options: QuestionOptions = {}) => askMetric(fetch, metric, toQuestion(filters, today, options));
  return {
    range,
    size,
    isNamed: (filters.where.agent ?? []).length > 0,
    tiles: tiles.map((metric) => ({ metric, answer: ask(metric, { groupBy: [size], isCompared: true }) })),
    groups: dimensions.map((by) => ({ by, quality: ask('quality-score', { groupBy: [by] }), csat: ask('csat', { groupBy: [by] }) })),
    report: askReport(fetch, toQuestion(filters, today)),
    events: askEvents(fetch, range),
  };
};
