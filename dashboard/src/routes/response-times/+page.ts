// The questions of the page on response times.
import { askEvents, askMetric, askOldestRows } from '../../lib/api/ask.ts';
import type { MetricId } from '../../lib/api/shapes.ts';
import { bucketSizeFor } from '../../lib/charts/bucket.ts';
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
  const overTime = { groupBy: [size] };
  return {
    range,
    size,
    byChannel: ask('answered-within-promise', { groupBy: ['channel'] }),
    byLanguage: ask('answered-within-promise', { groupBy: ['language'] }),
    byBoth: ask('answered-within-promise', { groupBy: ['channel', 'language'] }),
    curves: ask('answered-by', { groupBy: ['channel'] }),
    calendar: ask('first-response-time', { ...overTime, clock: 'calendar' }),
    working: ask('first-response-time', { ...overTime, clock: 'working' }),
    next: ask('next-response-time', overTime),
    nudged: ask('nudged-waits', overTime),
    resolution: ask('resolution-time', overTime),
    reopened: ask('reopen-rate', overTime),
    overdue: askOldestRows(fetch, 'overdue', toQuestion(filters, today, { isRanged: false }), 500),
    events: askEvents(fetch, range),
  };
};
