// The question of the forecast: what is to come.
import { askForecast } from '../../../lib/api/ask.ts';
import { parseFilters } from '../../../lib/url-state/filters.ts';
import { whereOf } from '../../../lib/url-state/question.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:figures');
  // The frame signs a visitor of the demo in; what is asked before that is refused.
  await parent();
  const filters = parseFilters(url.searchParams);
  // Nobody has answered yet when a customer arrives, so that there is no agent to filter by.
  const { agent: _, ...where } = whereOf(filters);
  const by: 'hour' | 'day' = url.searchParams.get('by') === 'hour' ? 'hour' : 'day';
  return {
    by,
    // Hours are not forced: where too few arrive the answer is by day, and says so.
    forecast: askForecast(fetch, by === 'day' ? { ...where, bucket: 'day' } : where),
  };
};
