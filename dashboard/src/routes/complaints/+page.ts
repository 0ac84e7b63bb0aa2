// The questions of the page on complaints.
import { askMetric } from '../../lib/api/ask.ts';
import type { MetricId } from '../../lib/api/shapes.ts';
import { bucketSizeFor } from '../../lib/charts/bucket.ts';
import { askLadder } from '../../lib/complaints/ask.ts';
import { dayIn } from '../../lib/format/date.ts';
import { parseFilters } from '../../lib/url-state/filters.ts';
import { type QuestionOptions, toQuestion } from '../../lib/url-state/question.ts';
import { resolveRange } from '../../lib/url-state/range.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:figures');
  const { zone, now } = await parent();
  const filters = parseFilters(url.searchParams);
  const today = dayIn(zone, now());
  const range = resolveRange(filters.range, today);
  const size = bucketSizeFor(range);
  const ask = (metric: MetricId, options: QuestionOptions = {}) => askMetric(fetch, metric, toQuestion(filters, today, options));
  const tile = (metric: MetricId) => ask(metric, { groupBy: [size], isCompared: true });
  return {
    range,
    size,
    today,
    all: ask('complaints', { groupBy: ['complaint'] }),
    acknowledged: tile('complaint-acknowledged'),
    decided: tile('complaint-decided'),
    overdue: ask('complaint-overdue', { isRanged: false }),
    claims: tile('no-reply-claims'),
    ladder: askLadder(fetch, toQuestion(filters, today)),
  };
};
