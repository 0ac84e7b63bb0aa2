// Mastodon: mentions of our account, hashtags and search, each thread read whole and watched until it falls silent.
import { z } from 'zod';
import { day, type Instant } from '#db/model/instant.ts';
import { type ApiReader, goneOf, openApiReader, toBase } from './api-reader.ts';
import { type ConnectorContext, defineConnector, type Gap } from './connector.ts';
import { linesField, quietField, secretField, staffField, urlField } from './fields.ts';
import { mastodonFeeds, mastodonPlaceSchema } from './mastodon-feeds.ts';
import { accountShape, handlesOf, type MastodonSelf, type MastodonStatus, statusShape, toMastodonPost } from './mastodon-status.ts';
import { openSocialPlace } from './social-place.ts';
import { readSocial, type ThreadRead } from './social-run.ts';
import { firstPostOf, lastSaidAt, threadConversations } from './social-thread.ts';

const settingsSchema = z.strictObject({
  url: urlField('https://mastodon.example', { en: 'The server on which your account is', zh: '您的账号所在的服务器' }),
  token: secretField({ en: 'Access token', zh: '访问令牌' }),
  hashtags: linesField(
    { en: 'Hashtags', zh: '话题标签' },
    { en: 'One a line, without #. A post with one of them speaks to us.', zh: '每行一个，不带 #。带有其中之一的帖子视为对我们说的。' },
  ),
  terms: linesField(
    { en: 'Search terms', zh: '搜索词' },
    {
      en: 'One a line. Only where the server has full-text search; a post with one of them speaks to us.',
      zh: '每行一个。仅当服务器启用全文搜索时有效；含有其中之一的帖子视为对我们说的。',
    },
  ),
  staff: staffField({ en: 'the account id on this server', zh: '该服务器上的账号 id' }),
  quietDays: quietField(),
});
type Settings = z.infer<typeof settingsSchema>;

type Item = {
  readonly root: string;
  readonly statuses: readonly MastodonStatus[];
  readonly self: MastodonSelf;
  readonly now: Instant;
};

const contextShape = z.object({ ancestors: z.array(z.unknown()), descendants: z.array(z.unknown()) });
const idShape = z.object({ id: z.string() });
const parentShape = z.looseObject({ in_reply_to_id: z.string().nullish() });

function openReader({ http, settings }: ConnectorContext<Settings>): ApiReader {
  return openApiReader(http, { base: toBase(settings.url), headers: { authorization: `Bearer ${settings.token}` } });
}

async function readSelf(api: ApiReader, { url }: Settings): Promise<MastodonSelf> {
  const { id, acct } = accountShape.parse(await api.get('the account', 'api/v1/accounts/verify_credentials'));
  return { id, acct, host: new URL(url).host };
}

async function readContext(api: ApiReader, id: string): Promise<z.infer<typeof contextShape>> {
  return contextShape.parse(await api.get('a thread', `api/v1/statuses/${encodeURIComponent(id)}/context`));
}

type Reading = { readonly api: ApiReader; readonly self: MastodonSelf; readonly now: () => Instant };

/** The first status of the thread of another; itself where nothing above it is shown. */
async function findRoot(api: ApiReader, id: string): Promise<string> {
  return idShape.safeParse((await readContext(api, id)).ancestors[0]).data?.id ?? id;
}

/** `key`: the root, or a status of a thread whose root could not be found when it was named. */
async function readThread({ api, self, now }: Reading, key: string): Promise<ThreadRead<Item>> {
  const readOne = (id: string) => api.get('a post', `api/v1/statuses/${encodeURIComponent(id)}`);
  const named = await readOne(key);
  const root = parentShape.parse(named).in_reply_to_id == null ? key : await findRoot(api, key);
  const first = root === key ? named : await readOne(root);
  const { descendants } = await readContext(api, root);
  const statuses = [first, ...descendants].map((raw) => statusShape.parse(raw));
  const posts = statuses.map((status) => toMastodonPost(status, self, { hashtags: [], terms: [] }));
  return { key: root, item: { root, statuses, self, now: now() }, lastAt: lastSaidAt(posts) };
}

/** A server without a search index answers every search with nothing. Told by a search for our own posts, where there are any. */
async function isSearchOff(api: ApiReader, { id }: MastodonSelf): Promise<boolean> {
  const path = `api/v1/accounts/${encodeURIComponent(id)}/statuses`;
  const own = z.array(z.unknown()).parse(await api.get('our own posts', path, { limit: 1, exclude_reblogs: 'true' }));
  if (own.length === 0) return false;
  const found = await api.get('the search', 'api/v2/search', { q: 'from:me', type: 'statuses', limit: 1 });
  return z.object({ statuses: z.array(z.unknown()) }).parse(found).statuses.length === 0;
}

const searchOff: Gap = {
  from: null,
  to: null,
  reason: 'misconfigured: this server has no full-text search, so the search terms find nothing; mentions and hashtags are read',
};

function isPartial({ root, statuses }: Item): boolean {
  const ids = new Set(statuses.map(({ id }) => id));
  return statuses.some(({ id, in_reply_to_id: parent }) => parent != null && (id === root || !ids.has(parent)));
}

function toConversations(item: Item, { hashtags, terms, staff, quietDays }: Settings) {
  const { self, root, statuses, now } = item;
  const handles = handlesOf({ username: self.acct, acct: self.acct }, self.host);
  const posts = statuses.map((status) => toMastodonPost(status, self, { hashtags, terms }));
  const thread = { root, posts, channel: 'mastodon', subject: null, isPartial: isPartial(item) };
  return threadConversations(thread, { ours: { staff: [...staff, { id: self.id, from: null, to: null }], handles }, now, quietDays });
}

export const mastodon = defineConnector<Settings, Item>({
  card: {
    id: 'mastodon',
    label: 'Mastodon',
    reads: {
      en: 'Threads that mention or quote your account, use your hashtags or your search terms; answers, edits and deletions.',
      zh: '提及或引用您账号、使用您的话题标签或搜索词的帖子串；回复、编辑与删除。',
    },
    rights: {
      en: 'An application of your account with the scopes read:accounts, read:notifications, read:statuses and, for terms, read:search.',
      zh: '您账号下的一个应用，权限范围为 read:accounts、read:notifications、read:statuses；使用搜索词时另加 read:search。',
    },
    provenBy: ['recorded responses'],
  },
  settings: settingsSchema,
  // 300 in five minutes.
  perMinute: () => 60,
  resumable: true,
  itemId: ({ root }) => root,
  toConversations,
  async *fetch(context, plan) {
    const { settings } = context;
    const api = openReader(context);
    const self = await readSelf(api, settings);
    const now = () => api.serverAt() ?? context.clock();
    const fresh = { version: 1 as const, mentions: null, tags: {}, searches: {}, seen: [], watched: [] };
    const { place, range, run } = openSocialPlace({ schema: mastodonPlaceSchema, fresh }, plan, { quietMs: settings.quietDays * day });
    const rootOf = async (id: string, parent: string | null) => (parent === null ? id : await findRoot(api, id));
    const isOff = settings.terms.length > 0 && (await isSearchOff(api, self));
    const { hashtags } = settings;
    const terms = isOff ? [] : settings.terms;
    const feeds = mastodonFeeds({ api, place, hashtags, terms, ...range, rootOf });
    if (isOff) yield { items: [], malformed: [], gaps: [searchOff], cursor: run.cursor(), serverAt: now() };
    const read = (root: string) => readThread({ api, self, now }, root);
    yield* readSocial({ ...run, feeds, read, now });
  },
  async probe(context) {
    const { settings } = context;
    const api = openReader(context);
    const self = await readSelf(api, settings);
    await api.get('the mentions', 'api/v1/notifications', { 'types[]': ['mention'], limit: 1 });
    const off = {
      en: 'This server has no full-text search: the search terms would find nothing.',
      zh: '该服务器没有启用全文搜索：搜索词不会有任何结果。',
    };
    const isOff = settings.terms.length > 0 && (await isSearchOff(api, self));
    return { found: `@${self.acct}@${self.host}`, warnings: isOff ? [off] : [] };
  },
  async findGone(context, externalIds) {
    const api = openReader(context);
    const statusOf = async (id: string) =>
      (await api.ask('a post', `api/v1/statuses/${encodeURIComponent(firstPostOf(id))}`, {}, [404, 410])).status;
    return await goneOf(externalIds, statusOf);
  },
});
