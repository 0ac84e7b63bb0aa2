// The questions of the page on complaints.
import type { MetricId } from '../../lib/api/shapes.ts';
import { askLadder } from '../../lib/complaints/ask.ts';
import { openFigures } from '../../lib/url-state/open-figures.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { fetch } = event;
  const { today, range, size, questionOf, ask } = await openFigures(event);
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
    ladder: askLadder(fetch, questionOf()),
  };
};
