// The questions of the page on satisfaction.
import { askEvents, askMetric } from '../../lib/api/ask.ts';
import type { MetricId } from '../../lib/api/shapes.ts';
import { type BucketSize, bucketSizeFor } from '../../lib/charts/bucket.ts';
import { dayIn } from '../../lib/format/date.ts';
import { askSatisfaction } from '../../lib/satisfaction/ask.ts';
import { parseFilters } from '../../lib/url-state/filters.ts';
import { type QuestionOptions, toQuestion } from '../../lib/url-state/question.ts';
import { resolveRange } from '../../lib/url-state/range.ts';
import type { PageLoad } from './$types';

const tiles = ['csat', 'nps', 'ces', 'survey-response-rate'] as const satisfies readonly MetricId[];

/** Recommendation and effort are asked for seldom: smaller buckets would hold one or two answers each. */
const rare: readonly MetricId[] = ['nps', 'ces'];
const coarser = { hour: 'day', day: 'week', week: 'month', month: 'month' } as const satisfies Record<BucketSize, BucketSize>;

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:figures');
  const { zone, now } = await parent();
  const filters = parseFilters(url.searchParams);
  const today = dayIn(zone, now());
  const range = resolveRange(filters.range, today);
  const size = bucketSizeFor(range);
  const ask = (metric: MetricId, options: QuestionOptions = {}) => askMetric(fetch, metric, toQuestion(filters, today, options));
  return {
    range,
    question: toQuestion(filters, today),
    tiles: tiles.map((metric) => {
      const own = rare.includes(metric) ? coarser[size] : size;
      return { metric, size: own, answer: ask(metric, { groupBy: [own], isCompared: true }) };
    }),
    byChannel: ask('csat', { groupBy: ['channel'] }),
    byLanguage: ask('csat', { groupBy: ['language'] }),
    /** Null where the view is about named people: the report is made about many only. */
    report: (filters.where.agent ?? []).length > 0 ? null : askSatisfaction(fetch, toQuestion(filters, today)),
    events: askEvents(fetch, range),
  };
};
