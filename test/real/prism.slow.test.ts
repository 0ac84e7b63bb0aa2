// Connectors and their stand-ins, judged by Prism with the official descriptions of ../shared, in good order and through every fault.
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goneAt, probeOf, readSource } from '#test/support/read-source.ts';
import { sharedFile, sharedPath } from '#test/support/shared-answers.ts';
import { closeHouses, openSourceHouse } from '#test/support/source-house.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase } from '../ingest/connectors/vendor.ts';
import { chatwootCase } from '../ingest/connectors/vendors/chatwoot.ts';
import { discourseCase } from '../ingest/connectors/vendors/discourse.ts';
import { githubCase } from '../ingest/connectors/vendors/github.ts';
import { googlePlayCase } from '../ingest/connectors/vendors/google-play.ts';
import { intercomCase } from '../ingest/connectors/vendors/intercom.ts';
import { mastodonCase } from '../ingest/connectors/vendors/mastodon.ts';
import { nodebbCase } from '../ingest/connectors/vendors/nodebb.ts';
import { xCase } from '../ingest/connectors/vendors/x.ts';
import { youtubeCase } from '../ingest/connectors/vendors/youtube.ts';
import { zendeskCase } from '../ingest/connectors/vendors/zendesk.ts';
import { faults } from '../ingest/faults/faults.ts';
import { contentOf, fill, runTrial, trialStart } from '../ingest/faults/trial.ts';
import { installPrism, openPrism, type Prism } from './prism-server.ts';

type Described = {
  readonly one: ConnectorCase;
  readonly spec: string;
  readonly described?: (pathname: string) => string;
  /** What the description does not hold, though the vendor has it. */
  readonly unknown?: readonly string[];
  /** Where the description is wrong, by what recordings of real servers show. */
  readonly mistaken?: RegExp;
};

const all: readonly Described[] = [
  {
    one: zendeskCase,
    spec: 'zendesk/support.openapi.yaml',
    // Written with the ending by the vendor's guide and by all recordings, without it by the description.
    described: (pathname) => pathname.replace(/\.json$/, ''),
    // Asked for once; from then on the cursor stands in its place, as recordings show.
    mistaken: /cursor\.json request\.query: .* 'start_time'$/,
  },
  { one: intercomCase, spec: 'intercom/2.15.api.intercom.io.yaml' },
  { one: chatwootCase, spec: 'chatwoot/swagger.json', unknown: ['GET /api/vN/accounts/N/csat_survey_responses'] },
  // Its schemas were made from examples in which nobody replied: recorded answers hold numbers.
  { one: discourseCase, spec: 'discourse/openapi.json', mistaken: /reply_to_post_number must be string,null$/ },
  { one: xCase, spec: 'x/openapi.json' },
  { one: mastodonCase, spec: 'mastodon/schema.json' },
  {
    one: githubCase,
    spec: 'github/issues.openapi.json',
    // A repository keeps its number when it is renamed; only its name is described.
    described: (pathname) => pathname.replace(/^\/repositories\/\d+/, '/repos/acme/wallet'),
    unknown: ['GET /repos/acme/wallet'],
  },
  { one: googlePlayCase, spec: 'google-play/androidpublisher.openapi.json', unknown: ['POST /token'] },
  {
    one: youtubeCase,
    spec: 'youtube/youtube.openapi.json',
    unknown: ['GET /youtube/vN/channels'],
    // Public comments are read with a key, which it names as a parameter and not as a right.
    mistaken: /request: Invalid security scheme used$/,
  },
  {
    one: nodebbCase,
    spec: 'nodebb/openapi/read.yaml',
    // Described in a second document, with the paths that write.
    unknown: ['GET /api/vN/groups/administrators/members', 'GET /api/vN/groups/global-moderators/members', 'GET /api/vN/topics/N'],
  },
];

/** The same stand-in, but texts are numbers and numbers texts. */
const spoilt =
  (upstream: Upstream): Upstream =>
  async (request, now) => {
    const reply = await upstream(request, now);
    if (reply instanceof Error) return reply;
    const swapped = (_key: string, value: unknown) =>
      typeof value === 'string' ? value.length + 0.5 : typeof value === 'number' ? `no ${value}` : value;
    return { ...reply, body: JSON.stringify(reply.body ?? null, swapped) };
  };

const installed = sharedFile('specs/ORIGINS.md') === null ? { reason: '../shared is absent' } : await installPrism();
const program = 'program' in installed ? installed.program : null;
const name = `judged by Prism${'reason' in installed ? ` (skipped: ${installed.reason})` : ''}`;
const seeds = [1, 2];
const size = 6;

describe.skipIf(program === null)(name, () => {
  describe.each(all.map((described) => [described.one.connector.card.id, described] as const))('%s', (_id, described) => {
    const { one, spec, unknown = [], mistaken = /(?!)/ } = described;
    let prism: Prism;
    beforeAll(async () => {
      prism = await openPrism({ program: program ?? '', spec: sharedPath(path.join('specs', spec)), described: described.described });
    });
    afterAll(() => prism?.close());

    const through = (open: ConnectorCase['open']) => () => {
      const vendor = open();
      prism.putBehind(vendor.upstream);
      return { ...vendor, upstream: prism.upstream };
    };
    const judged: ConnectorCase = { ...one, open: through(one.open), openEmpty: through(one.openEmpty) };
    const wrong = () => [...new Set(prism.violations().map(({ where, what }) => `${where} ${what}`))].filter((one) => !mistaken.test(one));

    it('asks and is answered as the description says', async () => {
      const vendor = judged.open();
      const { conversations, cursor } = await readSource(judged, vendor.upstream);
      expect(conversations.map(({ externalId }) => externalId).sort()).toEqual([...vendor.ids()].sort());
      vendor.add();
      await readSource(judged, vendor.upstream, { cursor });
      await probeOf(judged, vendor.upstream);
      await goneAt(judged, vendor.upstream, vendor.ids().slice(0, 3));
      expect(wrong()).toEqual([]);
      expect(prism.unknown()).toEqual(unknown);
      const asked = prism.judged();
      expect(asked.length).toBeGreaterThanOrEqual(4);
      // What is wrong would have been seen.
      prism.putBehind(spoilt(one.open().upstream));
      for (const outgoing of asked.slice(0, 10)) await prism.upstream(outgoing, virtualStart);
      expect(wrong()).not.toEqual([]);
    });

    it.each(faults.filter(({ answer }) => answer !== undefined).map((fault) => [fault.name, fault] as const))(
      'loses and doubles nothing where it answers with: %s',
      async (_name, fault) => {
        const quiet = await openSourceHouse({ ...judged, start: trialStart });
        await quiet.run({ upstream: fill(judged, size).upstream });
        const truth = await contentOf(quiet);
        expect(truth.size).toBe(size);
        const found: string[] = [];
        let happened = 0;
        for (const seed of seeds) {
          const trial = await runTrial(await openSourceHouse({ ...judged, start: trialStart }), { one: judged, fault, seed, size, truth });
          found.push(...[...trial.unaccounted, ...trial.wrong].map((what) => `seed ${seed}: ${what}`));
          happened += trial.broken;
          await closeHouses();
        }
        expect(found).toEqual([]);
        expect(happened).toBeGreaterThanOrEqual(seeds.length);
      },
      300_000,
    );
  });
});
