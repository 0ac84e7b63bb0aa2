// Bluesky: mentions, answers and quotes of our account and posts with our terms, each thread read whole and watched until it falls silent.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { openApiReader, toBase } from './api-reader.ts';
import { blueskyFeeds, blueskyPlaceSchema } from './bluesky-feeds.ts';
import { type BlueskySelf, handlesOf, toBlueskyPost } from './bluesky-post.ts';
import { type BlueskyThread, isPostGone, readBlueskyThread } from './bluesky-thread.ts';
import { type ConnectorContext, defineConnector, settingNotes } from './connector.ts';
import { linesField, quietField, secretField, staffField, textField } from './fields.ts';
import { errorName, openSessionReader, type SessionReader } from './session-reader.ts';
import { openSocialPlace } from './social-place.ts';
import { readSocial } from './social-run.ts';
import { firstPostOf, lastSaidAt, threadConversations } from './social-thread.ts';

const settingsSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .default('https://bsky.social')
    .register(settingNotes, {
      label: { en: 'Server of the account', zh: '账号所在的服务器' },
      help: { en: 'Where the account is hosted (its PDS).', zh: '账号托管的服务器（PDS）。' },
    }),
  identifier: textField({ en: 'Handle of the account', zh: '账号名' }, { placeholder: 'acme.bsky.social' }),
  password: secretField(
    { en: 'App password', zh: '应用专用密码' },
    { en: 'Made under Settings, App passwords; not the password of the account.', zh: '在“设置”的“应用专用密码”中创建；不是账号密码。' },
  ),
  terms: linesField(
    { en: 'Search terms', zh: '搜索词' },
    { en: 'One a line. A post with one of them speaks to us.', zh: '每行一个。含有其中之一的帖子视为对我们说的。' },
  ),
  staff: staffField({ en: 'the DID (did:plc:...)', zh: 'DID（did:plc:...）' }),
  quietDays: quietField(),
});
type Settings = z.infer<typeof settingsSchema>;

type Item = BlueskyThread & { readonly root: string; readonly self: BlueskySelf; readonly now: Instant };

const sessionShape = z.object({ accessJwt: z.string(), refreshJwt: z.string(), did: z.string(), handle: z.string() });
type Session = z.infer<typeof sessionShape>;

/** The reader, and who we are on it. A session that runs out is renewed, and begun anew where that is refused. */
async function openReader({ http, settings }: ConnectorContext<Settings>): Promise<{ api: SessionReader; self: BlueskySelf }> {
  const base = toBase(settings.url);
  const { identifier, password } = settings;
  const create = async (): Promise<Session> =>
    sessionShape.parse(
      await openApiReader(http, { base, headers: {} }).post('the session', 'xrpc/com.atproto.server.createSession', {
        identifier,
        password,
      }),
    );
  const renew = async ({ refreshJwt }: Session): Promise<Session> => {
    const headers = { authorization: `Bearer ${refreshJwt}` };
    const url = `${base}/xrpc/com.atproto.server.refreshSession`;
    try {
      return sessionShape.parse((await http.json({ what: 'the session', url, method: 'POST', headers })).value);
    } catch (error) {
      if (error instanceof AppError && ['invalid', 'unauthorized'].includes(error.code)) return await create();
      throw error;
    }
  };
  let session = await create();
  const token = async (renews: boolean): Promise<string> => {
    if (renews) session = await renew(session);
    return session.accessJwt;
  };
  const isExpired = (answer: Parameters<typeof errorName>[0]) => errorName(answer) === 'ExpiredToken';
  const api = openSessionReader(http, { base, token, expiredStatuses: [400, 401], isExpired });
  return { api, self: { did: session.did, handle: session.handle } };
}

function toConversations({ root, posts, isPartial, self, now }: Item, { staff, terms, quietDays }: Settings) {
  const thread = { root, posts: posts.map((post) => toBlueskyPost(post, self, terms)), channel: 'bluesky', subject: null, isPartial };
  const ours = { staff: [...staff, { id: self.did, from: null, to: null }], handles: handlesOf(self.handle) };
  return threadConversations(thread, { ours, now, quietDays });
}

export const bluesky = defineConnector<Settings, Item>({
  card: {
    id: 'bluesky',
    label: 'Bluesky',
    reads: {
      en: 'Threads that mention, answer or quote your account or use your search terms; answers, edits and deletions.',
      zh: '提及、回复或引用您账号以及含有您搜索词的帖子串；回复、编辑与删除。',
    },
    rights: {
      en: 'An app password of your account, without access to direct messages. Nothing is written.',
      zh: '您账号的一个应用专用密码，不需要私信权限。不会写入任何内容。',
    },
    provenBy: ['real server', 'recorded responses'],
  },
  settings: settingsSchema,
  // 3000 in five minutes, for everybody behind one address.
  perMinute: () => 300,
  resumable: true,
  itemId: ({ root }) => root,
  toConversations,
  async *fetch(context, plan) {
    const { settings } = context;
    const { api, self } = await openReader(context);
    const now = () => api.serverAt() ?? context.clock();
    const fresh = { version: 1 as const, mentions: { at: null, token: null, newest: null }, searches: {}, watched: [] };
    const { place, range, run } = openSocialPlace({ schema: blueskyPlaceSchema, fresh }, plan, { quietMs: settings.quietDays * day });
    const hits = new Map<string, string[]>();
    const onHit = (root: string, uri: string) => void hits.set(root, [...(hits.get(root) ?? []), uri]);
    const feeds = blueskyFeeds({ api, place, terms: settings.terms, ...range, onHit });
    const read = async (root: string) => {
      const thread = await readBlueskyThread(api, root, hits.get(root) ?? []);
      if (thread === null) return null;
      const lastAt = lastSaidAt(thread.posts.map((post) => toBlueskyPost(post, self, [])));
      return { item: { ...thread, root, self, now: now() }, lastAt };
    };
    yield* readSocial({ ...run, feeds, read, now });
  },
  async probe(context) {
    const { api, self } = await openReader(context);
    await api.get('the mentions', 'xrpc/app.bsky.notification.listNotifications', { limit: 1 });
    return { found: `@${self.handle}`, warnings: [] };
  },
  async findGone(context, externalIds) {
    const { api } = await openReader(context);
    const gone: string[] = [];
    for (const id of externalIds) if (await isPostGone(api, firstPostOf(id))) gone.push(id);
    return gone;
  },
});
