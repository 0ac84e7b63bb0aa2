// What the page on satisfaction asks beside the metrics.
import { type Fetch, openClient, read } from '../api/client.ts';
import type { DisagreementSide, Disagreements, RatingComments, SatisfactionReport } from '../api/shapes.ts';
import { type Question, toSearch } from '../url-state/question.ts';

/** The report knows no groups, no comparison and no working clock. */
function narrowed({
  groupBy: _groups,
  compare: _compare,
  clock: _clock,
  ...question
}: Question): Omit<Question, 'groupBy' | 'compare' | 'clock'> {
  return question;
}

export function askSatisfaction(fetch: Fetch, question: Question): Promise<SatisfactionReport> {
  return read(openClient(fetch).satisfaction.$get({ query: narrowed(question) }));
}

export function askDisagreements(fetch: Fetch, side: DisagreementSide, question: Question, limit: number): Promise<Disagreements> {
  return read(
    openClient(fetch).satisfaction.disagreements.$get({ query: { ...narrowed(question), side, offset: '0', limit: String(limit) } }),
  );
}

export type CommentAsk = { readonly limit: number; readonly only: 'hit' | 'miss' | null; readonly cursor: string | null };

export function askComments(fetch: Fetch, question: Question, { limit, only, cursor }: CommentAsk): Promise<RatingComments> {
  const page = { limit: String(limit), ...(only === null ? {} : { only }), ...(cursor === null ? {} : { cursor }) };
  return read(openClient(fetch).satisfaction.comments.$get({ query: { ...narrowed(question), ...page } }));
}

/** Where the browser downloads all ratings of one side. */
export function disagreementsHref(side: DisagreementSide, question: Question): string {
  const file = toSearch(narrowed(question));
  file.set('side', side);
  return `/api/satisfaction/disagreements/export?${file}`;
}
