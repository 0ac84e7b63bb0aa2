// The questions of the page on peaks.
import { askEvents, askMetric, askPeak, askPeaks, askUplifts, askWeekGrid } from '../../lib/api/ask.ts';
import { bucketSizeFor } from '../../lib/charts/bucket.ts';
import { dayIn, yearBefore } from '../../lib/format/date.ts';
import { parseGridView } from '../../lib/peak/grid-view.ts';
import { parseFilters } from '../../lib/url-state/filters.ts';
import { toQuestion, whereOf } from '../../lib/url-state/question.ts';
import { resolveRange } from '../../lib/url-state/range.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:figures');
  const { zone, now } = await parent();
  const filters = parseFilters(url.searchParams);
  const today = dayIn(zone, now());
  const range = resolveRange(filters.range, today);
  const size = bucketSizeFor(range);
  const grid = parseGridView(url.searchParams);
  const where = whereOf(filters);
  // Nobody has answered yet when a customer arrives, so that peaks know no agent to filter by.
  const { agent: _, ...arriving } = where;
  return {
    range,
    size,
    week: askWeekGrid(fetch, {
      ...toQuestion(filters, today),
      ...(grid.zone === null ? {} : { zone: grid.zone }),
      ...(grid.calendar === null ? {} : { openOn: grid.calendar }),
    }),
    arrivals: askMetric(fetch, 'arrivals', toQuestion(filters, today, { groupBy: [size] })),
    events: askEvents(fetch, range),
    peaks: askPeaks(fetch, { ...arriving, ...range }),
    explain: (id: string) => askPeak(fetch, id, arriving),
    uplifts: askUplifts(fetch, { ...range, ...where }),
    // Two releases of a month tell little: they are compared over a year.
    releases: askUplifts(fetch, { from: yearBefore(range.to), to: range.to, kind: 'release', ...where }),
  };
};
