// Follows the changes of one repository on GitHub: its issues in the order of their last change, then the comments that changed.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant, second } from '#db/model/instant.ts';
import { type HttpAnswer, textOf } from '../http/client.ts';
import type { ApiReader, Query } from './api-reader.ts';
import type { SourcePage } from './connector.ts';
import { commentShape, eventShape, type GithubItem, githubId, issueShape } from './github-issue.ts';
import { isoTime } from './iso-time.ts';
import { idOfRaw, readEach } from './read-each.ts';

type Page = SourcePage<GithubItem>;

const followShape = z.strictObject({ since: z.number(), page: z.number().int() });
type Follow = z.infer<typeof followShape>;
export const placeShape = z.strictObject({
  issues: followShape,
  /** Null until the issues have been read once: their comments came with them. */
  comments: followShape.nullable(),
  /** Comments of the last second that was read: the next list begins with them again. */
  ties: z.array(z.string()),
  /** Of the latest issues: when they changed, and how many comments they had then. A comment that is deleted changes only the latter. */
  seen: z.record(z.string(), z.string()),
  /** Of the first list of a run, so that GitHub may say that nothing changed. */
  etag: z.string().nullable(),
  recheckedAt: z.number().nullable(),
});
export type Place = z.infer<typeof placeShape>;

const perPage = 100;
const mostSeen = 1000;
const recheckEvery = day;
const recheckDays = 14;
const mostPages = 100;

const rowShape = z.object({ number: z.number().int(), updated_at: isoTime, created_at: isoTime, comments: z.number().int().default(0) });
type Row = z.infer<typeof rowShape>;
const changedComment = z.object({ id: z.number().int(), issue_url: z.string(), updated_at: isoTime });

const hasNext = ({ header }: HttpAnswer): boolean => /<[^>]*>;\s*rel="next"/.test(header('link') ?? '');

/** All pages of a list below an issue. */
async function getAll(api: ApiReader, what: string, path: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await api.ask(what, path, { per_page: perPage, page });
    all.push(...z.array(z.unknown()).parse(JSON.parse(textOf(answer))));
    if (!hasNext(answer)) return all;
  }
  throw new AppError('invalid', `${what}: more than ${mostPages * perPage} of them`);
}

/** An issue with all that was said; null for a pull request, which GitHub lists among the issues. */
async function readIssue(api: ApiReader, repository: number, raw: unknown): Promise<GithubItem | null> {
  const issue = issueShape.parse(raw);
  if (issue.pull_request !== undefined) return null;
  const path = `repositories/${repository}/issues/${issue.number}`;
  const comments =
    issue.comments === 0 ? [] : z.array(commentShape).parse(await getAll(api, 'the comments of an issue', `${path}/comments`));
  const wasClosed = issue.state === 'closed' || issue.state_reason === 'reopened';
  const events = wasClosed ? z.array(eventShape).parse(await getAll(api, 'the events of an issue', `${path}/events`)) : [];
  return { repository, issue, comments, events };
}

/** An issue by its number; null for a pull request. */
export async function readNumber(api: ApiReader, repository: number, number: string): Promise<GithubItem | null> {
  return await readIssue(api, repository, await api.get('an issue', `repositories/${repository}/issues/${encodeURIComponent(number)}`));
}

const stampOf = ({ updated_at, comments }: Row): string => `${updated_at} ${comments}`;

function remember(seen: Place['seen'], rows: readonly Row[]): Place['seen'] {
  const all = new Map([...Object.entries(seen), ...rows.map((row) => [String(row.number), stampOf(row)] as const)]);
  return Object.fromEntries([...all].sort((a, b) => Number.parseInt(b[1], 10) - Number.parseInt(a[1], 10)).slice(0, mostSeen));
}

/**
 * Where a list in the order of change goes on: from the second before its last row, because rows that change meanwhile move to its end and
 * would shift pages. Only where a page holds no more than that second is the next page asked for.
 */
function nextFollow({ since, page }: Follow, { last, isEnd }: { readonly last: Instant | null; readonly isEnd: boolean }): Follow {
  const next = last === null ? since : Math.max(since, last - second);
  return next > since || isEnd ? { since: next, page: 1 } : { since, page: page + 1 };
}

const toIso = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

export type Reading = {
  /** With the mark of a list that GitHub may answer with "not modified". */
  readonly open: (etag: string | null) => ApiReader;
  /** The number of the repository. */
  readonly repository: number;
  /** The cursor of all repositories with this place in it. */
  readonly save: (place: Place) => string;
  /** Issues that were opened later are left out. */
  readonly until: Instant;
  /** The time of GitHub's last answer. */
  readonly now: () => Instant;
};

type Listed = { readonly raw: unknown; readonly row: Row | null };

/** Rows as far as they can be read: one that cannot is read all the same, so that it is written down. */
function toListed(answer: HttpAnswer): readonly Listed[] {
  return z
    .array(z.unknown())
    .parse(JSON.parse(textOf(answer)))
    .map((raw) => ({ raw, row: rowShape.safeParse(raw).data ?? null }));
}

/** Pages of issues in the order of their last change, without those that have not changed since they were seen. */
async function* followIssues({ open, repository, save, until }: Reading, start: Place): AsyncGenerator<Page, Place, undefined> {
  let place = start;
  for (;;) {
    const { since, page } = place.issues;
    const api = open(page === 1 ? place.etag : null);
    const query: Query = { state: 'all', sort: 'updated', direction: 'asc', since: toIso(since), per_page: perPage, page };
    const answer = await api.ask('the list of issues', `repositories/${repository}/issues`, query, [304]);
    if (answer.status === 304) return place;
    const listed = toListed(answer);
    const fresh = listed.filter(({ row }) => row === null || (place.seen[row.number] !== stampOf(row) && row.created_at <= until));
    const read = await readEach(
      fresh,
      ({ raw }) => githubId(repository, idOfRaw(raw, 'number')),
      ({ raw }) => readIssue(api, repository, raw),
    );
    const rows = listed.flatMap(({ row }) => row ?? []);
    const isEnd = !hasNext(answer);
    const issues = nextFollow(place.issues, { last: rows.at(-1)?.updated_at ?? null, isEnd });
    // The mark of a list is good for the same question only.
    const etag = isEnd && page === 1 && issues.since === since ? answer.header('etag') : null;
    place = { ...place, issues, etag, seen: remember(place.seen, rows) };
    if (fresh.length > 0 || !isEnd) yield { ...read, cursor: save(place), serverAt: api.serverAt() };
    if (isEnd) return place;
  }
}

/** Issues whose comments changed while they themselves did not. */
async function* followComments({ open, repository, save }: Reading, start: Place): AsyncGenerator<Page, Place, undefined> {
  let place = start;
  const api = open(null);
  for (let follow = start.comments; follow !== null; ) {
    const query: Query = { sort: 'updated', direction: 'asc', since: toIso(follow.since), per_page: perPage, page: follow.page };
    const answer = await api.ask('the list of comments', `repositories/${repository}/issues/comments`, query);
    const rows = z.array(changedComment).parse(JSON.parse(textOf(answer)));
    const numbers = [...new Set(rows.flatMap(({ issue_url }) => /\/(\d+)$/.exec(issue_url)?.[1] ?? []))];
    const news = rows.filter((row) => !place.ties.includes(tieOf(row)));
    const stale = numbers.filter((number) => changedAfter(place.seen[number], news, number));
    const read = await readEach(
      stale,
      (number) => githubId(repository, number),
      (number) => readNumber(api, repository, number),
    );
    const isEnd = !hasNext(answer);
    follow = nextFollow(follow, { last: rows.at(-1)?.updated_at ?? null, isEnd });
    const tied = follow.since;
    place = { ...place, comments: follow, ties: rows.filter(({ updated_at }) => updated_at >= tied).map(tieOf) };
    if (stale.length > 0 || !isEnd) yield { ...read, cursor: save(place), serverAt: api.serverAt() };
    if (isEnd) return place;
  }
  return place;
}

const tieOf = ({ id, updated_at }: z.infer<typeof changedComment>): string => `${id} ${updated_at}`;

/** Whether a comment changed after the issue as a whole was last seen. */
function changedAfter(stamp: string | undefined, rows: readonly z.infer<typeof changedComment>[], number: string): boolean {
  const seenAt = stamp === undefined ? Number.NEGATIVE_INFINITY : Number.parseInt(stamp, 10);
  return rows.some(({ issue_url, updated_at }) => issue_url.endsWith(`/${number}`) && updated_at > seenAt);
}

/** Everything that is new in a repository; once a day also what changes no list, such as a comment that was deleted. */
export async function* readRepository(reading: Reading, start: Place): AsyncGenerator<Page, void, undefined> {
  let place = yield* followIssues(reading, start);
  place = place.comments === null ? { ...place, comments: { since: place.issues.since, page: 1 } } : yield* followComments(reading, place);
  const now = reading.now();
  if (place.recheckedAt !== null && place.recheckedAt + recheckEvery <= now) {
    const back = { ...place, etag: null, issues: { since: Math.min(place.issues.since, now - recheckDays * day), page: 1 } };
    place = { ...(yield* followIssues(reading, back)), etag: null, recheckedAt: now };
  }
  yield { items: [], malformed: [], cursor: reading.save({ ...place, recheckedAt: place.recheckedAt ?? now }), serverAt: null };
}

/** Issues that were opened in a window, with everything that was said since. */
export async function* readWindow(reading: Reading, from: Instant): AsyncGenerator<Page, void, undefined> {
  yield* followIssues(reading, { ...freshPlace(from), comments: null });
}

export function freshPlace(since: Instant): Place {
  return { issues: { since, page: 1 }, comments: null, ties: [], seen: {}, etag: null, recheckedAt: null };
}
