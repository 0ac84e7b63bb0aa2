// The questions of the forecast: what is to come, and the peaks of the range.
import { askForecast, askPeak, askPeaks } from '../../../lib/api/ask.ts';
import { dayIn } from '../../../lib/format/date.ts';
import { parseFilters } from '../../../lib/url-state/filters.ts';
import { whereOf } from '../../../lib/url-state/question.ts';
import { resolveRange } from '../../../lib/url-state/range.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:figures');
  const { zone, now } = await parent();
  const filters = parseFilters(url.searchParams);
  const range = resolveRange(filters.range, dayIn(zone, now()));
  // Nobody has answered yet when a customer arrives, so that there is no agent to filter by.
  const { agent: _, ...where } = whereOf(filters);
  const by: 'hour' | 'day' = url.searchParams.get('by') === 'hour' ? 'hour' : 'day';
  return {
    range,
    by,
    // Hours are not forced: where too few arrive the answer is by day, and says so.
    forecast: askForecast(fetch, by === 'day' ? { ...where, bucket: 'day' } : where),
    peaks: askPeaks(fetch, { ...where, ...range }),
    explain: (id: string) => askPeak(fetch, id, where),
  };
};
