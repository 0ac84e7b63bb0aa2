// The overview's questions; each section shows its answer as soon as it is there.
import { askEvents, askMetric, askOldestRows } from '../lib/api/ask.ts';
import type { Fetch } from '../lib/api/client.ts';
import type { Answer, MetricId } from '../lib/api/shapes.ts';
import { addDays, daysBetween } from '../lib/format/date.ts';
import { askedOnce, comparedWithin } from '../lib/overview/coverage.ts';
import { type Grouped, type Movements, movementDimensions, movementMetrics, movementsOf } from '../lib/overview/movements.ts';
import { weeksBack } from '../lib/overview/today.ts';
import type { Filters } from '../lib/url-state/filters.ts';
import { openFigures } from '../lib/url-state/open-figures.ts';
import { toQuestion } from '../lib/url-state/question.ts';
import { resolveRange } from '../lib/url-state/range.ts';
import type { PageLoad } from './$types';

const tileMetrics = [
  'answered-within-promise',
  'first-response-time',
  'never-answered',
  'arrivals',
  'nudged-waits',
  'negative-share',
  'csat',
] as const satisfies readonly MetricId[];

/** Earlier than any conversation. */
const beforeAll = '1990-01-01T00:00:00.000Z';

export const load: PageLoad = async (event) => {
  const { fetch } = event;
  const { filters, at, today, range, size, questionOf, ask } = await openFigures(event);
  const isKnownFrom = askedOnce(async (instant) => (await askMetric(fetch, 'arrivals', { from: beforeAll, to: instant })).n > 0);
  const tiles = tileMetrics.map((metric) => ({
    metric,
    answer: ask(metric, { groupBy: [size], isCompared: true }).then((answer) => comparedWithin(answer, isKnownFrom)),
  }));
  const first = tiles[0]?.answer;
  const nowOverdue = questionOf({ isRanged: false });
  return {
    today,
    range,
    size,
    at,
    tiles,
    unscored: ask('unscored-share'),
    overdue: askMetric(fetch, 'overdue', { ...nowOverdue, groupBy: 'language' }),
    overdueByChannel: askMetric(fetch, 'overdue', { ...nowOverdue, groupBy: 'channel' }),
    overdueBefore: askMetric(fetch, 'overdue', { ...nowOverdue, asOf: new Date(at - 7 * 86_400_000).toISOString() }),
    arrivalsToday: ask('arrivals', { groupBy: ['hour'], range: { from: addDays(today, -7 * weeksBack), to: today } }),
    broken: askOldestRows(fetch, 'overdue', nowOverdue, 10),
    movements: first === undefined ? null : first.then((answer) => askMovements(fetch, filters, today, answer)),
    events: askEvents(fetch, range),
  };
};

/** Every metric by every dimension, then and now. The period before is the one that the first tile was compared with; `unknown` where the store begins later. */
async function askMovements(fetch: Fetch, filters: Filters, today: string, answer: Answer): Promise<Movements | 'none' | 'unknown'> {
  const before = answer.comparison?.range;
  if (before === undefined) return filters.compare === 'none' ? 'none' : 'unknown';
  const range = resolveRange(filters.range, today);
  const bucket = daysBetween(range.from, range.to) > 92 ? 'week' : 'day';
  const asked = movementMetrics.flatMap((metric) =>
    movementDimensions.map(async (dimension): Promise<Grouped> => {
      const groupBy = metric === 'arrivals' ? [bucket, dimension] : [dimension];
      const [now, then] = await Promise.all([
        askMetric(fetch, metric, toQuestion(filters, today, { groupBy })),
        askMetric(fetch, metric, toQuestion(filters, today, { groupBy, range: before })),
      ]);
      return { metric, dimension, now: now.groups, then: then.groups };
    }),
  );
  return movementsOf(await Promise.all(asked));
}
