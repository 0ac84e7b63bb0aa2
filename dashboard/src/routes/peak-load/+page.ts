// The questions of the page on peaks.
import { askEvents, askMetric, askPeak, askPeaks, askUplifts, askWeekGrid } from '../../lib/api/ask.ts';
import { yearBefore } from '../../lib/format/date.ts';
import { parseGridView } from '../../lib/peak/grid-view.ts';
import { metricOf } from '../../lib/peak/layers.ts';
import { openFigures } from '../../lib/url-state/open-figures.ts';
import { whereOf } from '../../lib/url-state/question.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { fetch, url } = event;
  const { filters, range, size, questionOf, ask } = await openFigures(event);
  const grid = parseGridView(url.searchParams);
  const where = whereOf(filters);
  const zone = grid.zone === null ? {} : { zone: grid.zone };
  const looked = metricOf(grid.layer);
  // Nobody has answered yet when a customer arrives, so that peaks know no agent to filter by.
  const { agent: _, ...arriving } = where;
  return {
    range,
    size,
    week: askWeekGrid(fetch, {
      ...questionOf(),
      ...zone,
      ...(grid.calendar === null ? {} : { openOn: grid.calendar }),
    }),
    layer: looked === null ? Promise.resolve(null) : askMetric(fetch, looked, { ...questionOf({ groupBy: ['hour-of-week'] }), ...zone }),
    arrivals: ask('arrivals', { groupBy: [size] }),
    events: askEvents(fetch, range),
    peaks: askPeaks(fetch, { ...arriving, ...range }),
    explain: (id: string) => askPeak(fetch, id, arriving),
    uplifts: askUplifts(fetch, { ...range, ...where }),
    // Two releases of a month tell little: they are compared over a year.
    releases: askUplifts(fetch, { from: yearBefore(range.to), to: range.to, kind: 'release', ...where }),
  };
};
