// Every question that the dashboard asks the API, by name.
import type { ListQuestion, Question } from '../url-state/question.ts';
import { toSearch } from '../url-state/question.ts';
import { type Fetch, openClient, read } from './client.ts';
import type {
  Answer,
  BusinessEvent,
  Conversation,
  ConversationList,
  Dimensions,
  EventUplifts,
  Forecast,
  MetricId,
  PeakDetail,
  Peaks,
  Reading,
  Rows,
  ServicePromise,
  Session,
  Setup,
  Taxonomy,
  WeekGrid,
} from './shapes.ts';

export const rowsPerPage = 50;

/** One figure, with its groups where the question groups. */
export function askMetric(fetch: Fetch, metric: MetricId, question: Question): Promise<Answer> {
  return read(openClient(fetch).metrics[':id'].$get({ param: { id: metric }, query: question }));
}

/** One page of the rows behind a figure, newest first. */
export function askRows(fetch: Fetch, metric: MetricId, question: ListQuestion, page: { offset: number; limit: number }): Promise<Rows> {
  const query = { ...question, offset: String(page.offset), limit: String(page.limit), titles: 'true' as const };
  return read(openClient(fetch).metrics[':id'].rows.$get({ param: { id: metric }, query }));
}

/** The oldest rows behind a figure, oldest first. Rows come newest first, so a long list is asked twice: how many, then the end. */
export async function askOldestRows(fetch: Fetch, metric: MetricId, question: Question, most: number): Promise<Rows> {
  const first = await askRows(fetch, metric, question, { offset: 0, limit: most });
  const last = first.n <= most ? first : await askRows(fetch, metric, question, { offset: first.n - most, limit: most });
  return { ...last, rows: [...last.rows].reverse() };
}

/** Where the browser downloads all rows behind a figure. */
export function exportHref(metric: MetricId, question: ListQuestion): string {
  const file = toSearch(question);
  file.set('format', 'csv');
  return `/api/metrics/${metric}/export?${file}`;
}

export async function askDimensions(fetch: Fetch): Promise<Dimensions> {
  const { dimensions } = await read(openClient(fetch).dimensions.$get());
  return dimensions;
}

/** The categories with their names in every screen language. */
export function askTaxonomy(fetch: Fetch): Promise<Taxonomy> {
  return read(openClient(fetch).taxonomy.$get());
}

export type ConversationQuestion = Omit<Question, 'groupBy' | 'clock' | 'population' | 'compare'> & { search?: string; cursor?: string };

export function askConversations(fetch: Fetch, question: ConversationQuestion): Promise<ConversationList> {
  return read(openClient(fetch).conversations.$get({ query: { ...question, limit: String(rowsPerPage) } }));
}

/** One conversation with its whole timeline. */
export function askConversation(fetch: Fetch, id: string): Promise<Conversation> {
  return read(openClient(fetch).conversations[':id'].$get({ param: { id } }));
}

/** What the English messages of its customer name and negate. */
export function askReading(fetch: Fetch, id: string): Promise<Reading> {
  return read(openClient(fetch).conversations[':id'].reading.$get({ param: { id } }));
}

/** Releases, incidents, market moves and the like that touch a range of days. */
export async function askEvents(fetch: Fetch, range: { from: string; to: string }): Promise<readonly BusinessEvent[]> {
  const { events } = await read(openClient(fetch).events.$get({ query: range }));
  return events;
}

/** The grid of hours of the week, all layers of it. */
export function askWeekGrid(fetch: Fetch, question: Question): Promise<WeekGrid> {
  return read(openClient(fetch)['hours-of-week'].$get({ query: question }));
}

/** Events that touch a range, with what came in during each of them. */
export function askUplifts(fetch: Fetch, question: Question & { kind?: string }): Promise<EventUplifts> {
  return read(openClient(fetch).events.uplift.$get({ query: question }));
}

/** A question to the models of arrivals: filters without clock, comparison and agents, whom nobody has met on arrival. */
export type ModelQuestion = Omit<Question, 'groupBy' | 'clock' | 'population' | 'compare' | 'agent'>;

/** When more came than chance explains. */
export function askPeaks(fetch: Fetch, question: ModelQuestion): Promise<Peaks> {
  return read(openClient(fetch).peaks.$get({ query: question }));
}

/** One peak by its beginning, with what stands beside it. */
export function askPeak(fetch: Fetch, id: string, question: Omit<ModelQuestion, 'from' | 'to'>): Promise<PeakDetail> {
  return read(openClient(fetch).peaks[':id'].$get({ param: { id }, query: question }));
}

/** Arrivals of the next two weeks; without `bucket` by hour where enough arrive, else by day. */
export function askForecast(fetch: Fetch, question: Omit<ModelQuestion, 'from' | 'to'> & { bucket?: 'hour' | 'day' }): Promise<Forecast> {
  return read(openClient(fetch).forecast.$get({ query: question }));
}

export async function askPromises(fetch: Fetch): Promise<readonly ServicePromise[]> {
  const { promises } = await read(openClient(fetch).promises.$get());
  return promises;
}

export function askSession(fetch: Fetch): Promise<Session> {
  return read(openClient(fetch).session.$get());
}

/** What a one-time link is for; `not_found` where it was used or has run out. */
export function askSetup(fetch: Fetch, token: string): Promise<Setup> {
  return read(openClient(fetch).setup[':token'].$get({ param: { token } }));
}
