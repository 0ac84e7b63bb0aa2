// GitHub issues: recorded answers, ties at page edges, changes that move no list, limits in all their forms, transfers.
import { describe, expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import { github } from '#ingest/connectors/github.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { readSource, readUntilFailure } from '#test/support/read-source.ts';
import { hasSharedAnswers, sharedJson } from '#test/support/shared-answers.ts';
import { type Reply, type Upstream, virtualHttp, virtualStart } from '#test/support/virtual-http.ts';
import { answerOf, customer, openRepository, type Person, repositoryId, staff, upstreamOf } from './vendors/github.ts';

const settings = { repositories: 'acme/wallet', token: 'a-secret-token' };
const at = (text: string) => Date.parse(text);

describe.skipIf(!hasSharedAnswers)('recorded answers', () => {
  const serve =
    (issues: (page: string) => Reply, comments: unknown = []): Upstream =>
    ({ url }) => {
      if (url.pathname === '/repos/acme/wallet') return { body: { id: repositoryId, full_name: 'acme/wallet' } };
      if (url.pathname.endsWith('/comments')) return { body: comments };
      return issues(url.searchParams.get('page') ?? '1');
    };

  it('become a whole conversation with the answer of a collaborator', async () => {
    const [issue] = sharedJson('fixtures/github/perceval.github_issue_1.json') as Record<string, unknown>[];
    const { pull_request: pull, ...plain } = issue ?? {};
    const comments = sharedJson('fixtures/github/perceval.github_issue_comments_1.json');
    const { conversations } = await readSource(
      { connector: github, settings },
      serve(() => ({ body: [plain] }), comments),
      { since: 0 },
    );
    const message = { visibility: 'public', kind: 'message', inReplyTo: null, deletedAt: null, author: '1' } as const;
    const expected: FetchedConversation = {
      coverage: 'whole',
      externalId: `${repositoryId}#1`,
      channel: 'github',
      subject: 'title 1',
      openedAt: at('2016-02-17T17:33:46Z'),
      status: 'open',
      statusChanges: [],
      customer: '1',
      languageHint: null,
      category: null,
      team: null,
      country: null,
      tags: [],
      exclusion: null,
      mergedInto: null,
      isComplaint: false,
      messages: [
        { ...message, externalId: 'issue:1', at: at('2016-02-17T17:33:46Z'), actor: 'customer', authorName: null, text: 'body' },
        {
          ...message,
          externalId: '1',
          at: at('2016-11-26T11:34:39Z'),
          actor: 'agent',
          authorName: 'zhquan_example',
          text: 'My first comment',
        },
      ],
      ratings: [],
    };
    expect(conversations).toEqual([expected]);
    // As it was recorded, it is a pull request.
    expect(pull).toMatchObject({ diff_url: expect.any(String) });
    const asRecorded = await readSource(
      { connector: github, settings },
      serve(() => ({ body: [issue] }), comments),
      { since: 0 },
    );
    expect(asRecorded.conversations).toEqual([]);
  });

  it('are followed from page to page; issues of members among themselves are no feedback', async () => {
    const recorded = sharedJson('fixtures/github/octokit.paginate-issues.json') as {
      response: object[];
      headers: Record<string, string>;
    }[];
    const asked: string[] = [];
    const upstream = serve((page) => {
      asked.push(page);
      const { response = [], headers = {} } = recorded[Number(page) - 1] ?? {};
      // The recording writes 42 for every count of comments.
      return { body: response.map((issue) => ({ ...issue, comments: 0 })), headers: { link: headers.link ?? '' } };
    });
    const { conversations, failure, cursor } = await readUntilFailure({ connector: github, settings }, upstream, {
      since: at('2017-10-10T16:00:00Z'),
    });
    expect([failure, conversations]).toEqual([null, []]);
    expect(asked).toEqual(recorded.map((_, index) => String(index + 1)));
    expect(Object.keys(JSON.parse(cursor ?? '').repositories[repositoryId].seen)).toHaveLength(
      recorded.flatMap(({ response }) => response).length,
    );
  });

  it('that ask for patience are waited for', async () => {
    const abuse = sharedJson('fixtures/github/perceval.abuse_rate_limit.json');
    const repository = openRepository();
    repository.open();
    let asked = 0;
    const upstream: Upstream = (request, now) => {
      asked += 1;
      return asked === 2 ? { status: 403, body: abuse } : upstreamOf(repository)(request, now);
    };
    const { pauses, conversations } = await readSource({ connector: github, settings }, upstream);
    expect([pauses, conversations.length]).toEqual([[60_000], 1]);
  });
});

describe('roles and changes', () => {
  it('members are agents, bots and apps are bots, a listed number is ours from its day on, a deleted user is a customer', async () => {
    const repository = openRepository();
    const { open, say, close, tick } = repository;
    const issue = open({ by: customer(1), text: 'Why?' });
    const bot: Person = { id: 3, login: 'stale[bot]', type: 'Bot', association: 'NONE' };
    tick();
    say(issue, bot, 'Thanks for your report.');
    say(issue, null, 'Same here.');
    say(issue, { ...customer(5), id: 55 }, 'I am of the support.');
    tick();
    close(issue, staff, 'not_planned');
    const { conversations } = await readSource(
      { connector: github, settings: { ...settings, staff: '55 2026-01-01' } },
      upstreamOf(repository),
    );
    const [{ messages, status, statusChanges, tags } = { messages: [], status: null, statusChanges: [], tags: [] }] = conversations;
    expect(messages.map(({ actor, author, authorName }) => [actor, author, authorName])).toEqual([
      ['customer', '101', null],
      ['bot', '3', null],
      ['customer', null, null],
      ['agent', '55', 'jo5'],
    ]);
    expect([status, statusChanges, tags]).toEqual(['closed', [{ at: issue.closedAt, status: 'closed', by: 'agent' }], ['wallet']]);
  });

  it('a customer who closes their own issue has closed it themselves', async () => {
    const repository = openRepository();
    const issue = repository.open({ by: customer(1) });
    repository.close(issue, customer(1));
    const { conversations } = await readSource({ connector: github, settings }, upstreamOf(repository));
    expect(conversations.map(({ statusChanges }) => statusChanges)).toEqual([[{ at: issue.closedAt, status: 'solved', by: 'customer' }]]);
  });
});

describe('nothing is lost', () => {
  it('where 250 issues changed in the same second', async () => {
    const repository = openRepository();
    for (let n = 0; n < 250; n += 1) repository.open();
    repository.tick();
    repository.open();
    const { conversations, pages } = await readSource({ connector: github, settings }, upstreamOf(repository));
    expect(new Set(conversations.map(({ externalId }) => externalId)).size).toBe(251);
    expect(conversations).toHaveLength(251);
    expect(pages.length).toBeGreaterThanOrEqual(3);
  });

  it('where an issue of the first page changes while the second is read', async () => {
    const repository = openRepository();
    for (let n = 0; n < 250; n += 1) {
      repository.tick();
      repository.open();
    }
    const upstream: Upstream = (request, now) => {
      const reply = upstreamOf(repository)(request, now);
      const [first] = repository.issues;
      // It moves to the end of the list, and everything behind it moves up by one.
      if (request.url.pathname.endsWith('/issues') && first !== undefined && first.updated === first.at) first.updated = repository.tick();
      return reply;
    };
    const { conversations } = await readSource({ connector: github, settings }, upstream);
    expect(new Set(conversations.map(({ externalId }) => externalId)).size).toBe(250);
  });

  it('where a comment is edited, which leaves its issue as it is: once, and not again with every run', async () => {
    const repository = openRepository();
    const issue = repository.open();
    const comment = repository.say(issue, customer(1), 'It is stuck.');
    const first = await readSource({ connector: github, settings }, upstreamOf(repository));
    comment.text = 'It is stuck since Monday.';
    comment.updated = repository.tick(60);
    const second = await readSource({ connector: github, settings }, upstreamOf(repository), { cursor: first.cursor });
    expect(second.conversations.map(({ messages }) => messages.at(-1)?.text)).toEqual(['It is stuck since Monday.']);
    const third = await readSource({ connector: github, settings }, upstreamOf(repository), { cursor: second.cursor });
    expect(third.conversations).toEqual([]);
  });

  it('where a comment is deleted, which leaves its issue as it is: seen within a day by their number', async () => {
    const repository = openRepository();
    const issue = repository.open();
    repository.open();
    repository.say(issue, customer(1), 'It is stuck.');
    repository.issues.forEach((one, index) => {
      one.updated = virtualStart - day + index * 60_000;
    });
    const first = await readSource({ connector: github, settings }, upstreamOf(repository));
    repository.comments.splice(0, 1);
    const soon = await readSource({ connector: github, settings }, upstreamOf(repository, 3_600_000), { cursor: first.cursor });
    expect(soon.conversations).toEqual([]);
    const next = await readSource({ connector: github, settings }, upstreamOf(repository, day), { cursor: soon.cursor });
    expect(next.conversations.map(({ externalId, messages }) => [externalId, messages.length])).toEqual([[`${repositoryId}#1`, 1]]);
  });
});

describe('manners', () => {
  it('asks with the mark of the last list, and reads nothing where GitHub says that nothing changed', async () => {
    const repository = openRepository();
    repository.open();
    const first = await readSource({ connector: github, settings }, upstreamOf(repository));
    const second = await readSource({ connector: github, settings }, upstreamOf(repository), { cursor: first.cursor });
    const statuses: (number | undefined)[] = [];
    const watched: Upstream = (request) => {
      const reply = answerOf(repository, request.url, request.headers['if-none-match']);
      if (request.url.pathname.endsWith('/issues')) statuses.push(reply.status);
      return reply;
    };
    await readSource({ connector: github, settings }, watched, { cursor: second.cursor });
    expect(statuses).toEqual([304]);
  });

  const now = { date: new Date(virtualStart).toUTCString() };
  const reset = String(virtualStart / 1000 + 120);
  it.each<[string, Reply, number[]]>([
    ['a 403 with Retry-After', { status: 403, headers: { ...now, 'retry-after': '30' } }, [30_000]],
    [
      'a 403 at the end of the hour',
      { status: 403, headers: { ...now, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } },
      [121_000],
    ],
    ['a 403 of the secondary limit', { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } }, [60_000]],
    ['a 429 with Retry-After', { status: 429, headers: { ...now, 'retry-after': '9' } }, [9000]],
    ['a 429 that says nothing', { status: 429 }, [60_000]],
  ])('waits for %s', async (_what, refusal, pauses) => {
    const repository = openRepository();
    repository.open();
    let asked = 0;
    const upstream: Upstream = (request, time) => {
      asked += 1;
      return asked === 2 ? refusal : upstreamOf(repository)(request, time);
    };
    const run = await readSource({ connector: github, settings }, upstream);
    expect([run.pauses, run.conversations.length]).toEqual([pauses, 1]);
  });

  it('does not wait for a 403 that is meant', async () => {
    const refused: Upstream = () => ({ status: 403, body: { message: 'Resource not accessible by personal access token' } });
    const { failure, pauses } = await readUntilFailure({ connector: github, settings }, refused);
    expect([failure, pauses]).toEqual([
      'the repository acme/wallet: api.github.com answered 403: the account lacks the right to read this',
      [],
    ]);
  });
});

describe('what is gone', () => {
  it('an issue that was deleted or went to another repository, but not one of a repository that was renamed', async () => {
    const repository = openRepository();
    const fates = [200, 410, 404, 301] as const;
    for (const fate of fates) repository.open({ fate });
    const upstream: Upstream = (request, now) => {
      const isRenamed = request.url.pathname.endsWith('/issues/5');
      const location = `https://api.github.com/repositories/${repositoryId}/issues/5`;
      return isRenamed ? { status: 301, headers: { location } } : upstreamOf(repository)(request, now);
    };
    const { access } = virtualHttp(upstream);
    const ids = [1, 2, 3, 4, 5].map((number) => `${repositoryId}#${number}`);
    expect(await github.open(settings).findGone?.(access, ids)).toEqual([2, 3, 4].map((number) => `${repositoryId}#${number}`));
  });
});
