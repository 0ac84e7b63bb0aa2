// Stand-ins held against the vendors' official descriptions: every answer that a connector is given there is one that they allow.
import { describe, expect, it } from 'vitest';
import { type Judge, openApiJudge, telegramJudge } from '#test/support/official-schemas.ts';
import { readSource } from '#test/support/read-source.ts';
import { hasSharedAnswers } from '#test/support/shared-answers.ts';
import { type Reply, type Upstream, virtualHttp } from '#test/support/virtual-http.ts';
import type { ConnectorCase } from './vendor.ts';
import { discourseCase } from './vendors/discourse.ts';
import { githubCase } from './vendors/github.ts';
import { googlePlayCase } from './vendors/google-play.ts';
import { nodebbCase } from './vendors/nodebb.ts';
import { telegramCase } from './vendors/telegram.ts';

type Held = {
  readonly one: ConnectorCase;
  readonly judge: () => Judge;
  /** The operation that a path belongs to; null where the description leaves it out. */
  readonly operation: (path: string) => string | null;
  readonly body?: (body: unknown) => unknown;
  /** Faults of the description itself, by what recordings of real servers show. */
  readonly mistaken?: RegExp;
  /** Parameters that the product knows and its description does not name. */
  readonly unnamed?: readonly string[];
};

const specs = 'specs';
const patterns =
  (table: Readonly<Record<string, RegExp>>) =>
  (path: string): string | null =>
    Object.entries(table).find(([, pattern]) => pattern.test(path))?.[0] ?? null;

const held: readonly Held[] = [
  {
    one: discourseCase,
    judge: () => openApiJudge(`${specs}/discourse/openapi.json`),
    operation: patterns({
      '/latest.json': /^\/latest\.json$/,
      '/posts.json': /^\/posts\.json$/,
      '/t/{id}/posts.json': /^\/t\/\d+\/posts\.json$/,
      '/t/{id}.json': /^\/t\/\d+\.json$/,
    }),
    unnamed: ['page', 'post_ids[]'],
    // Made from examples in which nobody replied: recorded answers hold numbers.
    mistaken: /\/reply_to_post_number must be string,null/,
  },
  {
    one: githubCase,
    // Its list of events of an issue leaves closings out, which it describes elsewhere.
    judge: () =>
      openApiJudge(`${specs}/github/issues.openapi.json`, {
        '/repos/{owner}/{repo}/issues/{issue_number}/events': ['components', 'schemas', 'state-change-issue-event'],
      }),
    operation: patterns({
      '/repos/{owner}/{repo}/issues': /^\/repositories\/\d+\/issues$/,
      '/repos/{owner}/{repo}/issues/comments': /^\/repositories\/\d+\/issues\/comments$/,
      '/repos/{owner}/{repo}/issues/{issue_number}': /^\/repositories\/\d+\/issues\/\d+$/,
      '/repos/{owner}/{repo}/issues/{issue_number}/comments': /^\/repositories\/\d+\/issues\/\d+\/comments$/,
      '/repos/{owner}/{repo}/issues/{issue_number}/events': /^\/repositories\/\d+\/issues\/\d+\/events$/,
    }),
  },
  {
    one: googlePlayCase,
    judge: () => openApiJudge(`${specs}/google-play/androidpublisher.openapi.json`),
    operation: patterns({
      '/androidpublisher/v3/applications/{packageName}/reviews': /^\/androidpublisher\/v3\/applications\/[\w.]+\/reviews$/,
    }),
  },
  {
    one: nodebbCase,
    judge: () => {
      const [read, write] = [openApiJudge(`${specs}/nodebb/openapi/read.yaml`), openApiJudge(`${specs}/nodebb/openapi/write.yaml`)];
      const of = (operation: string) => (operation.startsWith('/api') ? read : write);
      return {
        faults: (operation, body) => of(operation).faults(operation, body),
        parameters: (operation) => of(operation).parameters(operation),
      };
    },
    operation: patterns({
      '/api/recent': /^\/api\/recent$/,
      '/api/topic/{topic_id}/{slug}/{post_index}': /^\/api\/topic\/\d+\/[\w-]+\/\d+$/,
      '/groups/{slug}/members': /^\/api\/v3\/groups\/[\w-]+\/members$/,
      '/topics/{tid}': /^\/api\/v3\/topics\/\d+$/,
    }),
    unnamed: ['page', 'sort'],
  },
  {
    one: telegramCase,
    judge: () => telegramJudge(`${specs}/telegram/api.min.json`),
    operation: (path) => path.split('/').at(-1) ?? null,
    body: (body) => Object(body).result,
  },
];

type Seen = { readonly operation: string | null; readonly path: string; readonly query: readonly string[]; readonly reply: Reply };

/** Everything that a full run asks for and is given. */
async function watch({ one, operation }: Held): Promise<readonly Seen[]> {
  const vendor = one.open();
  const seen: Seen[] = [];
  const upstream: Upstream = async (request, now) => {
    const reply = await vendor.upstream(request, now);
    const { pathname, searchParams } = request.url;
    if (!(reply instanceof Error) && request.method === 'GET')
      seen.push({ operation: operation(pathname), path: pathname, query: [...searchParams.keys()], reply });
    return reply;
  };
  const run = await readSource({ connector: one.connector, settings: one.settings }, upstream);
  vendor.add();
  await readSource({ connector: one.connector, settings: one.settings }, upstream, { cursor: run.cursor });
  const { access } = virtualHttp(upstream);
  await one.connector.open(one.settings).findGone?.(access, vendor.ids().slice(0, 3));
  return seen;
}

describe.skipIf(!hasSharedAnswers).each(held.map((one) => [one.one.connector.card.id, one] as const))('%s', (_id, one) => {
  it('gives answers and is asked for parameters that the official description allows', async () => {
    const judge = one.judge();
    const seen = (await watch(one)).filter(({ operation, reply }) => operation !== null && (reply.status ?? 200) === 200);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    const faults = new Set(
      seen.flatMap(({ operation, reply, query }) => [
        ...judge.faults(operation ?? '', one.body === undefined ? reply.body : one.body(reply.body)),
        ...query
          .filter((name) => ![...judge.parameters(operation ?? ''), ...(one.unnamed ?? [])].includes(name))
          .map((name) => `${operation} knows no ${name}`),
      ]),
    );
    expect([...faults].filter((fault) => one.mistaken?.test(fault) !== true).slice(0, 20)).toEqual([]);
  });

  it('would be caught where answers held texts for numbers, or a parameter that nobody knows', async () => {
    const judge = one.judge();
    const [first] = (await watch(one)).filter(({ operation, reply }) => operation !== null && (reply.status ?? 200) === 200);
    const body: unknown = JSON.parse(JSON.stringify(first?.reply.body), (_key, value) =>
      typeof value === 'number' ? { not: 'a number' } : value,
    );
    expect(judge.faults(first?.operation ?? '', one.body === undefined ? body : one.body(body))).not.toEqual([]);
    expect(judge.parameters(first?.operation ?? '')).not.toContain('no-such-parameter');
  });
});
