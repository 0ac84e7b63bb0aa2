// Requests of connectors and answers of their stand-ins, held against descriptions by the vendors, or their community (needs ../shared).
import { describe, expect, it } from 'vitest';
import type { AnyConnector } from '#ingest/connectors/connector.ts';
import { mastodon } from '#ingest/connectors/mastodon.ts';
import { x } from '#ingest/connectors/x.ts';
import { youtube } from '#ingest/connectors/youtube.ts';
import { type Exchanged, openOpenApi } from '#test/support/open-api.ts';
import { goneAt, probeOf, readSource } from '#test/support/read-source.ts';
import { sharedFile } from '#test/support/shared-answers.ts';
import type { Upstream } from '#test/support/virtual-http.ts';
import { mastodonSettings, openMastodon } from './vendors/mastodon.ts';
import type { World } from './vendors/social-world.ts';
import { openX, xSettings } from './vendors/x.ts';
import { openYoutube, youtubeSettings } from './vendors/youtube.ts';

type Case = {
  readonly name: string;
  readonly spec: string;
  readonly connector: AnyConnector;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly open: () => { readonly world: World; readonly upstream: Upstream };
  /** A path as the description writes it. */
  readonly pathOf: (pathname: string) => string;
  /** Paths that are not in the copy of the description. */
  readonly isLeftOut: (path: string) => boolean;
  /** How many different paths are asked for at least. */
  readonly paths: number;
};

const cases: readonly Case[] = [
  {
    name: 'x',
    spec: 'specs/x/openapi.json',
    connector: x,
    settings: xSettings,
    open: () => openX(120),
    pathOf: (path) => path,
    isLeftOut: () => false,
    paths: 3,
  },
  {
    name: 'mastodon',
    spec: 'specs/mastodon/schema.json',
    connector: mastodon,
    settings: { ...mastodonSettings, hashtags: 'acme', terms: 'withdrawal' },
    open: () => openMastodon(50),
    pathOf: (path) => path,
    isLeftOut: () => false,
    paths: 7,
  },
  {
    name: 'youtube',
    spec: 'specs/youtube/youtube.openapi.json',
    connector: youtube,
    settings: youtubeSettings,
    open: () => openYoutube(120),
    pathOf: (path) => path,
    isLeftOut: (path) => path.endsWith('/channels'),
    paths: 2,
  },
];

describe.each(cases.map((one) => [one.name, one] as const))('%s and its description', (_name, one) => {
  const spec = sharedFile(one.spec);

  it.skipIf(spec === null)('know the same requests and answers', async () => {
    const api = openOpenApi(spec ?? '{}');
    const { world, upstream } = one.open();
    for (let index = 0; index < 9; index += 1) world.say({ by: 'anna', text: `Word ${index}` }, world.posts[0]);
    const exchanged: Exchanged[] = [];
    const recording: Upstream = async (request, now) => {
      const reply = await upstream(request, now);
      if (reply instanceof Error) return reply;
      const { status = 200, body } = reply;
      exchanged.push({ path: one.pathOf(request.url.pathname), query: request.url.searchParams, status, body });
      return reply;
    };
    const source = { connector: one.connector, settings: one.settings };
    const { cursor, conversations } = await readSource(source, recording);
    await readSource(source, recording, { cursor });
    await probeOf(source, recording);
    await goneAt(
      source,
      recording,
      conversations.slice(0, 3).map(({ externalId }) => externalId),
    );
    const told = exchanged.filter(({ path, status }) => status === 200 && !one.isLeftOut(path));
    expect([...new Set(told.flatMap(api.problemsOf))].slice(0, 40)).toEqual([]);
    expect(new Set(told.map(({ path }) => path.replace(/\d{6,}/, 'ID'))).size).toBeGreaterThanOrEqual(one.paths);
    // What would be wrong is seen: a parameter nobody knows, and a field nobody knows however deep it lies.
    for (const { path, query, status, body } of told.filter(
      (all, index) => told.findIndex(({ path: same }) => same === all.path) === index,
    )) {
      const text = JSON.stringify(body);
      const deep =
        text.includes('"author_id":') || text.includes('"id":"')
          ? text.replaceAll(/"(?:author_id|id)":"/g, '"no_such":"')
          : '{"no_such":1}';
      expect(api.problemsOf({ path, query: new URLSearchParams('no_such=1'), status, body })).not.toEqual([]);
      expect(api.problemsOf({ path, query, status, body: JSON.parse(deep) })).not.toEqual([]);
    }
  });
});
