// Stand-ins held against the vendors' official descriptions: what connectors ask and are given there is what they allow (needs ../shared).
import { describe, expect, it } from 'vitest';
import { type HeldOptions, heldAgainst } from '#test/support/held-against.ts';
import { type Judge, openApiJudge } from '#test/support/official-schemas.ts';
import { goneAt, probeOf, readSource } from '#test/support/read-source.ts';
import { hasSharedAnswers } from '#test/support/shared-answers.ts';
import { telegramJudge } from '#test/support/telegram-judge.ts';
import type { Upstream } from '#test/support/virtual-http.ts';
import type { ConnectorCase } from './vendor.ts';
import { chatwootCase } from './vendors/chatwoot.ts';
import { discourseCase } from './vendors/discourse.ts';
import { githubCase } from './vendors/github.ts';
import { googlePlayCase } from './vendors/google-play.ts';
import { intercomCase } from './vendors/intercom.ts';
import { mastodonCase, openMastodon } from './vendors/mastodon.ts';
import { nodebbCase } from './vendors/nodebb.ts';
import type { World } from './vendors/social-world.ts';
import { telegramCase } from './vendors/telegram.ts';
import { openX, xCase } from './vendors/x.ts';
import { openYoutube, youtubeCase } from './vendors/youtube.ts';

type Held = HeldOptions & {
  readonly one: ConnectorCase;
  readonly judge: () => Judge;
  /** Paths that the description does not hold, though the vendor has them. */
  readonly unknown?: readonly string[];
  /** Where the description is wrong, by what recordings of real servers show. */
  readonly mistaken?: RegExp;
  /** Different paths that are asked for, at least. */
  readonly paths: number;
};

/** With so many answers to one post that they come in pages of their own. */
const talkative = ({ world, upstream }: { readonly world: World; readonly upstream: Upstream }) => {
  for (let index = 0; index < 9; index += 1) world.say({ by: 'anna', text: `Word ${index}` }, world.posts[0]);
  return world.toVendor(upstream);
};

/** Paths that write are described in a document of their own. */
function nodebbJudge(): Judge {
  const [read, write] = [openApiJudge('specs/nodebb/openapi/read.yaml'), openApiJudge('specs/nodebb/openapi/write.yaml')];
  return {
    problems: (exchanged) =>
      exchanged.path.startsWith('/api/v3/')
        ? write.problems({ ...exchanged, path: exchanged.path.slice('/api/v3'.length) })
        : read.problems(exchanged),
  };
}

const held: readonly Held[] = [
  {
    one: discourseCase,
    judge: () => openApiJudge('specs/discourse/openapi.json'),
    // Made from examples in which nobody replied and no page was turned; recorded posts of a topic tell two things more.
    mistaken: /\/reply_to_post_number must be string,null|no parameter (page|post_ids\[\])|"(link_counts|bookmarked)"/,
    paths: 3,
  },
  {
    one: githubCase,
    // Its list of events of an issue leaves closings out, which it describes elsewhere.
    judge: () =>
      openApiJudge('specs/github/issues.openapi.json', {
        instead: { '/repos/{owner}/{repo}/issues/{issue_number}/events': ['components', 'schemas', 'state-change-issue-event'] },
      }),
    // A repository keeps its number when it is renamed; only its name is described.
    pathOf: (path) => path.replace(/^\/repositories\/\d+/, '/repos/acme/wallet'),
    unknown: ['/repos/acme/wallet'],
    paths: 4,
  },
  { one: googlePlayCase, judge: () => openApiJudge('specs/google-play/androidpublisher.openapi.json'), unknown: ['/token'], paths: 1 },
  // Which page of a topic or list is asked for is not described, nor all of what its examples tell of users and tags.
  {
    one: nodebbCase,
    judge: nodebbJudge,
    mistaken: /no parameter (page|sort|after)$|"(topiccount|selectedGroups|valueEncoded|class|toPid|tags)"/,
    paths: 4,
  },
  { one: telegramCase, judge: () => telegramJudge('specs/telegram/api.min.json'), bodyOf: (body) => Object(body).result, paths: 2 },
  {
    one: chatwootCase,
    judge: () => openApiJudge('specs/chatwoot/swagger.json'),
    unknown: ['/api/vN/accounts/N/csat_survey_responses'],
    // Both are read by its source code, and neither is described.
    mistaken: /no parameter (sort_by|updated_within)$/,
    paths: 4,
  },
  { one: intercomCase, judge: () => openApiJudge('specs/intercom/2.15.api.intercom.io.yaml'), paths: 3 },
  { one: { ...xCase, open: () => talkative(openX(120)) }, judge: () => openApiJudge('specs/x/openapi.json'), paths: 3 },
  {
    one: {
      ...mastodonCase,
      settings: { ...mastodonCase.settings, hashtags: 'acme', terms: 'withdrawal' },
      open: () => talkative(openMastodon(50)),
    },
    judge: () => openApiJudge('specs/mastodon/schema.json'),
    paths: 7,
  },
  {
    one: { ...youtubeCase, open: () => talkative(openYoutube(120)) },
    judge: () => openApiJudge('specs/youtube/youtube.openapi.json'),
    unknown: ['/youtube/vN/channels'],
    paths: 2,
  },
];

describe.skipIf(!hasSharedAnswers).each(held.map((one) => [one.one.connector.card.id, one] as const))('%s', (_id, held) => {
  const { one, judge: open, unknown = [], mistaken = /(?!)/, paths } = held;

  it('asks and is answered as the official description allows, and anything else would be seen', async () => {
    const judge = open();
    const vendor = one.open();
    const watched = heldAgainst(judge, vendor.upstream, held);
    const { cursor } = await readSource(one, watched.upstream);
    vendor.add();
    await readSource(one, watched.upstream, { cursor });
    await probeOf(one, watched.upstream);
    await goneAt(one, watched.upstream, vendor.ids().slice(0, 3));
    const wrong = watched.problems().filter((problem) => !mistaken.test(problem));
    expect([wrong.slice(0, 20), watched.unknown()]).toEqual([[], unknown]);
    const each = new Map(watched.judged().map((exchanged) => [exchanged.path.replaceAll(/\d+/g, 'N'), exchanged]));
    expect(each.size).toBeGreaterThanOrEqual(paths);
    for (const exchanged of each.values()) {
      const seen = judge.problems(exchanged) ?? [];
      const more = (changed: Partial<typeof exchanged>) =>
        (judge.problems({ ...exchanged, ...changed }) ?? []).filter((problem) => !seen.includes(problem));
      expect(more({ query: new URLSearchParams('no-such-parameter=1') })).not.toEqual([]);
      const body = spoilt(exchanged.body);
      // An empty list has nothing that could be wrong.
      if (JSON.stringify(body) !== JSON.stringify(exchanged.body)) expect(more({ body })).not.toEqual([]);
    }
  });
});

/** Numbers, texts and lists of another kind. */
function spoilt(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value) => (key !== '' && typeof value !== 'object' ? { not: 'as it was' } : value));
}
