// Tickets in a repository of GitHub: looked for by their mark, made at most once, and read again.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { type Instant, minute } from '#db/model/instant.ts';
import type { TicketState } from '#db/model/issue-outcome.ts';
import type { TicketPlace } from '#db/model/ticket-desk.ts';
import { openApiReader, toBase } from '../connectors/api-reader.ts';
import { patienceOf } from '../connectors/github.ts';
import { type HttpClient, textOf } from '../http/client.ts';

export type GithubTicket = {
  readonly number: number;
  readonly url: string;
  readonly state: TicketState;
  readonly stateReason: string | null;
  readonly closedAt: Instant | null;
};

export type GithubTickets = {
  /** The repository's name as GitHub writes it. `invalid` where its issues are switched off. */
  readonly findRepository: () => Promise<string>;
  readonly findByMark: (mark: string, since: Instant) => Promise<GithubTicket | null>;
  /** One try and no more: a broken connection may have made it. */
  readonly make: (ticket: { readonly title: string; readonly body: string }) => Promise<GithubTicket>;
  /** Null where it was deleted, moved or hidden. */
  readonly read: (number: number) => Promise<GithubTicket | null>;
};

const repositoryShape = z.object({ full_name: z.string(), has_issues: z.boolean().nullish() });
const issueShape = z.object({
  number: z.number().int(),
  html_url: z.url({ protocol: /^https?$/ }),
  state: z.string(),
  state_reason: z.string().nullish(),
  closed_at: z.string().nullish(),
  body: z.string().nullish(),
});

/** Clocks of two machines differ; what was made this much earlier is looked at too. */
const clockSlackMs = 10 * minute;
const perPage = 100;
const mostPages = 10;

function toTicket({ number, html_url, state, state_reason, closed_at }: z.infer<typeof issueShape>): GithubTicket {
  const closedAt = closed_at === null || closed_at === undefined ? null : Date.parse(closed_at);
  return { number, url: html_url, state: state === 'closed' ? 'closed' : 'open', stateReason: state_reason ?? null, closedAt };
}

/** What GitHub refuses is told as what is wrong with our settings: 401 here must not read as if the person had signed out. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const reason = {
      unauthorized: 'GitHub does not accept the token: it is wrong or has expired',
      forbidden: 'GitHub refuses: the token needs "Issues: read and write" on this repository',
      not_found: 'GitHub knows no such repository for this token, or its issues are switched off',
    }[String(error.code)];
    throw reason === undefined ? error : new AppError('invalid', reason);
  }
}

export function openGithubTickets(http: HttpClient, { repository, url, token }: TicketPlace & { readonly token: string }): GithubTickets {
  const base = toBase(url);
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'x-github-api-version': '2022-11-28',
  };
  const api = openApiReader(http, { base, headers, asksForPatience: patienceOf });
  return {
    findRepository: async () => {
      const found = repositoryShape.parse(await told(api.get('the repository', `repos/${repository}`)));
      if (found.has_issues === false) throw new AppError('invalid', `issues are switched off in ${found.full_name}`);
      return found.full_name;
    },
    findByMark: async (mark, since) => {
      for (let page = 1; page <= mostPages; page += 1) {
        const query = {
          state: 'all',
          since: new Date(since - clockSlackMs).toISOString(),
          sort: 'created',
          direction: 'desc',
          per_page: perPage,
          page,
        };
        // The list and not the search: what was made a moment ago is in no index yet.
        const found = z.array(issueShape).parse(await told(api.get('the newest issues', `repos/${repository}/issues`, query)));
        const own = found.find(({ body }) => body?.includes(mark) === true);
        if (own !== undefined) return toTicket(own);
        if (found.length < perPage) return null;
      }
      return null;
    },
    make: async (ticket) => {
      const answer = await told(
        http.request({
          what: 'a new issue',
          url: `${base}/repos/${repository}/issues`,
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(ticket),
          asksForPatience: patienceOf,
          isOnce: true,
        }),
      );
      const read = issueShape.safeParse(parsed(textOf(answer)));
      // It may well have been made: the next try looks for it first.
      if (!read.success) throw new AppError('unavailable', 'GitHub answered something that is no issue; try again, no second one is made');
      return toTicket(read.data);
    },
    read: async (number) => {
      const answer = await told(api.ask('an issue', `repos/${repository}/issues/${number}`, {}, [301, 404, 410]));
      if (answer.status !== 200) return null;
      return toTicket(issueShape.parse(parsed(textOf(answer))));
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
