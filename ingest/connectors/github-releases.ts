// Releases of a GitHub repository by its REST interface.
import { z } from 'zod';
import type { EventInput } from '#db/model/event.ts';
import { eventLine } from '../events/event-line.ts';
import { openApiReader } from './api-reader.ts';
import { type ConnectorContext, defineConnector, settingNotes } from './connector.ts';
import { noConversations } from './event-fields.ts';
import { idOfRaw, readEach } from './read-each.ts';

const settings = z.strictObject({
  repository: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/, 'written as owner/name')
    .register(settingNotes, { label: { en: 'Repository', zh: '代码仓库' }, placeholder: 'owner/name' }),
  token: z
    .string()
    .min(1)
    .max(5000)
    .optional()
    .register(settingNotes, {
      label: { en: 'Token', zh: '令牌' },
      help: {
        en: 'Only for a private repository: fine-grained, Contents read-only.',
        zh: '仅私有仓库需要：细粒度令牌，Contents 只读权限。',
      },
      isSecret: true,
    }),
  prereleases: z
    .boolean()
    .default(false)
    .register(settingNotes, { label: { en: 'Pre-releases too', zh: '包括预发布版本' } }),
});
type Settings = z.infer<typeof settings>;

const releaseShape = z.object({
  id: z.number(),
  tag_name: z.string(),
  name: z.string().nullish(),
  draft: z.boolean(),
  prerelease: z.boolean(),
  published_at: z.iso.datetime({ offset: true }).nullable(),
});

const pageSize = 100;
const mostPages = 10;

function openReader({ http, settings: { repository, token } }: ConnectorContext<Settings>) {
  const headers = {
    'x-github-api-version': '2022-11-28',
    accept: 'application/vnd.github+json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return openApiReader(http, { base: `https://api.github.com/repos/${repository}`, headers });
}

function toRelease(raw: unknown, { prereleases }: Settings): EventInput | null {
  const { id, tag_name: tag, name, draft, prerelease, published_at: publishedAt } = releaseShape.parse(raw);
  if (draft || publishedAt === null || (prerelease && !prereleases)) return null;
  const at = Date.parse(publishedAt);
  return { externalId: String(id), kind: 'release', label: eventLine(name?.trim() || tag), fromAt: at, toAt: at, magnitude: null };
}

export const githubReleases = defineConnector({
  ...noConversations,
  card: {
    id: 'github-releases',
    label: 'GitHub releases',
    reads: { en: 'Published releases of a repository, to lie over charts as events.', zh: '代码仓库已发布的版本，作为事件叠加在图表上。' },
    gives: 'events',
    rights: {
      en: 'None for a public repository; else a token that may read its contents.',
      zh: '公开仓库无需权限；否则需要可读取内容的令牌。',
    },
    provenBy: ['documentation'],
  },
  settings,
  async *fetch(context, { since, window }) {
    const api = openReader(context);
    const from = window?.from ?? since;
    for (let page = 1; page <= mostPages; page += 1) {
      const raw = z.array(z.unknown()).parse(await api.get(`page ${page} of the releases`, 'releases', { per_page: pageSize, page }));
      const { items, malformed } = await readEach(
        raw,
        (one) => idOfRaw(one),
        (one) => toRelease(one, context.settings),
      );
      const events = items.filter(({ fromAt }) => fromAt >= from && (window === null || fromAt < window.to));
      yield { items: [], malformed, events, cursor: JSON.stringify({ version: 1 }), serverAt: api.serverAt() };
      // Newest first; a draft that is published late may stand a little out of order, so a whole page has to be old.
      if (raw.length < pageSize || events.length === 0) return;
    }
  },
  probe: async (context) => {
    const { eventLabel } = await import('../events/event-label.ts');
    const raw = z.array(z.unknown()).parse(await openReader(context).get('the releases', 'releases', { per_page: 1 }));
    const [first] = raw.map((one) => releaseShape.parse(one));
    return {
      found: first === undefined ? 'no release yet' : `releases, the newest is "${eventLabel(first.name?.trim() || first.tag_name)}"`,
      warnings: [],
    };
  },
});
