// Recurring issues of the range, under the filters of the view.
import { dayIn } from '../../lib/format/date.ts';
import { askAlerts, askIssues } from '../../lib/issues/ask.ts';
import { parseFilters } from '../../lib/url-state/filters.ts';
import { whereOf } from '../../lib/url-state/question.ts';
import { resolveRange } from '../../lib/url-state/range.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:figures');
  const { zone, now } = await parent();
  const filters = parseFilters(url.searchParams);
  const range = resolveRange(filters.range, dayIn(zone, now()));
  return { range, issues: askIssues(fetch, { ...range, ...whereOf(filters) }), alerts: askAlerts(fetch) };
};
