// The other side of tickets: a repository that takes new issues, with every way in which GitHub refuses or is lost.
import { answerOf, openRepository, staff, toIssue } from '#test/ingest/connectors/vendors/github.ts';
import type { Reply, Upstream } from './virtual-http.ts';

/** What becomes of the next new issue. `lost`: it is made and the connection breaks; `broken`: the connection breaks before. */
export type Fate = 'made' | 'lost' | 'garbled' | 'broken' | 401 | 403 | 404 | 410 | 422 | 429 | 500;

export const ticketToken = 'a-secret-token';

export type TicketSide = {
  readonly upstream: Upstream;
  readonly repository: ReturnType<typeof openRepository>;
  /** Bodies of the requests for new issues. */
  readonly asked: readonly { readonly title: string; readonly body: string }[];
  /** Every answer with the operation of the official description that it belongs to. */
  readonly answers: readonly { readonly operation: string; readonly body: unknown }[];
  /** One fate a request; after the last everything is made. */
  next: (...fates: readonly Fate[]) => void;
};

const lost = () => Object.assign(new Error('the connection was reset'), { name: 'reset' });

function operationOf(path: string): string {
  if (/^\/repos\/[^/]+\/[^/]+\/issues\/\d+$/.test(path)) return '/repos/{owner}/{repo}/issues/{issue_number}';
  return path.endsWith('/issues') ? '/repos/{owner}/{repo}/issues' : 'the repository';
}

/** `broken`: what a broken connection looks like to the client. */
export function openTicketSide(broken: () => Error = lost): TicketSide {
  const repository = openRepository();
  const asked: { title: string; body: string }[] = [];
  const answers: { operation: string; body: unknown }[] = [];
  let fates: readonly Fate[] = [];
  const make = (body: string | null, now: number): Reply | Error => {
    const [fate = 'made', ...rest] = fates;
    fates = rest;
    const wanted: { title: string; body: string } = JSON.parse(body ?? '{}');
    asked.push({ title: wanted.title, body: wanted.body });
    if (fate === 'broken') return broken();
    if (fate === 403) return { status: 403, body: { message: 'Resource not accessible by personal access token' } };
    if (fate === 429) return { status: 429, headers: { 'retry-after': '3600' }, body: { message: 'secondary rate limit' } };
    if (typeof fate === 'number') return { status: fate, body: { message: `answer ${fate}` } };
    const issue = repository.open({ text: wanted.body, at: now, updated: now });
    if (fate === 'lost') return broken();
    if (fate === 'garbled') return { status: 201, body: '{"number": 1' };
    return { status: 201, body: toIssue(repository, issue) };
  };
  return {
    repository,
    asked,
    answers,
    next: (...wanted) => {
      fates = wanted;
    },
    upstream: ({ method, url, headers, body }, now) => {
      if (headers.authorization !== `Bearer ${ticketToken}`) return { status: 401, body: { message: 'Bad credentials' } };
      if (!url.pathname.startsWith('/repos/acme/wallet')) return { status: 404, body: { message: 'Not Found' } };
      const reply = method === 'POST' ? make(body, now) : answerOf(repository, url, undefined);
      // A new issue is described where one issue is read: the description says that they are the same.
      const operation = method === 'POST' ? '/repos/{owner}/{repo}/issues/{issue_number}' : operationOf(url.pathname);
      if (!(reply instanceof Error) && (reply.status ?? 200) < 300 && typeof reply.body === 'object')
        answers.push({ operation, body: reply.body });
      return reply;
    },
  };
}

export { staff };
