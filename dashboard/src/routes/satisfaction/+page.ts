// The questions of the page on satisfaction.
import { askEvents } from '../../lib/api/ask.ts';
import type { MetricId } from '../../lib/api/shapes.ts';
import type { BucketSize } from '../../lib/charts/bucket.ts';
import { askSatisfaction } from '../../lib/satisfaction/ask.ts';
import { openFigures } from '../../lib/url-state/open-figures.ts';
import type { PageLoad } from './$types';

const tiles = ['csat', 'nps', 'ces', 'survey-response-rate'] as const satisfies readonly MetricId[];

/** Recommendation and effort are asked for seldom: smaller buckets would hold one or two answers each. */
const rare: readonly MetricId[] = ['nps', 'ces'];
const coarser = { hour: 'day', day: 'week', week: 'month', month: 'month' } as const satisfies Record<BucketSize, BucketSize>;

export const load: PageLoad = async (event) => {
  const { fetch } = event;
  const { filters, range, size, questionOf, ask } = await openFigures(event);
  return {
    range,
    question: questionOf(),
    tiles: tiles.map((metric) => {
      const own = rare.includes(metric) ? coarser[size] : size;
      return { metric, size: own, answer: ask(metric, { groupBy: [own], isCompared: true }) };
    }),
    byChannel: ask('csat', { groupBy: ['channel'] }),
    byLanguage: ask('csat', { groupBy: ['language'] }),
    /** Null where the view is about named people: the report is made about many only. */
    report: (filters.where.agent ?? []).length > 0 ? null : askSatisfaction(fetch, questionOf()),
    events: askEvents(fetch, range),
  };
};
