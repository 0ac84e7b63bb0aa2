// What every page of figures begins with: the filters and days of its address, and a way to ask under them.
import { askMetric } from '../api/ask.ts';
import type { Fetch } from '../api/client.ts';
import type { Answer, MetricId } from '../api/shapes.ts';
import { type BucketSize, bucketSizeFor } from '../charts/bucket.ts';
import { dayIn } from '../format/date.ts';
import { type Filters, parseFilters } from './filters.ts';
import { type Question, type QuestionOptions, toQuestion } from './question.ts';
import { type DayRange, resolveRange } from './range.ts';

/** What the load function of a page is given, as far as it is read here. */
type FiguresEvent = {
  readonly fetch: Fetch;
  readonly url: URL;
  readonly depends: (name: 'huiyin:figures') => void;
  readonly parent: () => Promise<{ readonly zone: string; readonly now: () => number }>;
};

export type Figures = {
  readonly filters: Filters;
  /** The instant at which the page asks, and its day in the zone of the workspace. */
  readonly at: number;
  readonly today: string;
  readonly range: DayRange;
  readonly size: BucketSize;
  readonly questionOf: (options?: QuestionOptions) => Question;
  readonly ask: (metric: MetricId, options?: QuestionOptions) => Promise<Answer>;
};

/** The page is asked anew whenever figures are. */
export async function openFigures({ fetch, url, depends, parent }: FiguresEvent): Promise<Figures> {
  depends('huiyin:figures');
  const { zone, now } = await parent();
  const filters = parseFilters(url.searchParams);
  const at = now();
  const today = dayIn(zone, at);
  const range = resolveRange(filters.range, today);
  const questionOf = (options: QuestionOptions = {}) => toQuestion(filters, today, options);
  const ask = (metric: MetricId, options?: QuestionOptions) => askMetric(fetch, metric, questionOf(options));
  return { filters, at, today, range, size: bucketSizeFor(range), questionOf, ask };
}
