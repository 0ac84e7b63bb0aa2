// X: mentions, our terms and our own answers by recent search, each conversation read whole when somebody speaks in it.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { type ConnectorContext, defineConnector, type FetchPlan, type SourcePage } from './connector.ts';
import { linesField, quietField, secretField, staffField, textField } from './fields.ts';
import { openSocialPlace } from './social-place.ts';
import { readSocial, type ThreadRead } from './social-run.ts';
import { firstPostOf, lastSaidAt, threadConversations } from './social-thread.ts';
import type { WatchList } from './social-watch.ts';
import { reach, xFeeds, xPlaceSchema, xQueries } from './x-feeds.ts';
import { firstVersions, latestVersions, toXPost, type XPost, type XSelf, type XUser, xIdTime } from './x-post.ts';
import { openXReader, type XPage, type XReader } from './x-reader.ts';

const settingsSchema = z.strictObject({
  username: textField({ en: 'Our account', zh: '我方账号' }, { placeholder: 'acme' }),
  token: secretField(
    { en: 'Bearer token', zh: 'Bearer 令牌' },
    { en: 'Of an app with access to recent search.', zh: '具有“近期搜索”权限的应用的令牌。' },
  ),
  terms: linesField(
    { en: 'Search terms', zh: '搜索词' },
    { en: 'One a line. A post with one of them speaks to us.', zh: '每行一个。含有其中之一的帖子视为对我们说的。' },
  ),
  staff: staffField({ en: 'the numeric user id', zh: '数字用户 id' }),
  // Search reaches back seven days: a conversation must have closed before it can no longer be read.
  quietDays: quietField(6),
});
type Settings = z.infer<typeof settingsSchema>;

type Item = {
  readonly root: string;
  readonly posts: readonly XPost[];
  readonly users: ReadonlyMap<string, XUser>;
  readonly self: XSelf;
  readonly isPartial: boolean;
  readonly now: Instant;
};

async function readSelf(api: XReader, username: string): Promise<XSelf> {
  const user = await api.userByName(username.replace(/^@/, ''));
  if (user === null) throw new AppError('invalid', `X knows no account "${username.slice(0, 20)}"`);
  return user;
}

/** What has been read in this run, by conversation; `broken` says why one cannot be. */
type Shelf = { readonly posts: Map<string, XPost[]>; readonly users: Map<string, XUser>; readonly broken: Map<string, string> };

function shelve({ posts, users, broken }: Shelf, page: XPage): void {
  for (const { item, reason } of page.malformed) broken.set(item, reason);
  for (const user of page.users) users.set(user.id, user);
  for (const post of page.posts) posts.set(post.conversationId, [...(posts.get(post.conversationId) ?? []), post]);
}

// `conversation_id:` with a long id and ` OR ` takes 39 of 512 characters.
const conversationsAtOnce = 12;
const lookedUpAtOnce = 100;

/** Conversations by search, many at once; roots that search does not reach any more are looked up. */
async function readConversations(api: XReader, shelf: Shelf, keys: readonly string[]): Promise<void> {
  for (const key of keys) shelf.broken.delete(key);
  for (let from = 0; from < keys.length; from += conversationsAtOnce) {
    const query = keys.slice(from, from + conversationsAtOnce).map((id) => `conversation_id:${id}`);
    for (let token: string | null = null; ; ) {
      const page: XPage = await api.search({ query: query.join(' OR '), next_token: token });
      shelve(shelf, page);
      if (page.next === null || page.next === token) break;
      token = page.next;
    }
  }
  const missing = keys.filter((id) => shelf.posts.get(id)?.every(({ versions }) => versions[0] !== id) !== false);
  for (let from = 0; from < missing.length; from += lookedUpAtOnce) {
    shelve(shelf, await api.lookUp(missing.slice(from, from + lookedUpAtOnce)));
  }
}

function isPartial(root: string, posts: readonly XPost[], now: Instant): boolean {
  const ids = new Set(posts.flatMap(({ versions }) => versions));
  const isCut = posts.some(({ references }) => references.some(({ type, id }) => type === 'replied_to' && !ids.has(id)));
  return isCut || !ids.has(root) || xIdTime(root) < now - reach;
}

type Reading = { readonly api: XReader; readonly shelf: Shelf; readonly self: XSelf; readonly now: () => Instant };

function takeThread({ shelf, self, now }: Reading, root: string): ThreadRead<Item> {
  const reason = shelf.broken.get(root);
  if (reason !== undefined) throw new AppError('invalid', reason);
  const posts = latestVersions(shelf.posts.get(root) ?? []);
  if (posts.length === 0) return null;
  const item = { root, posts, users: shelf.users, self, isPartial: isPartial(root, posts, now()), now: now() };
  const lastAt = lastSaidAt(posts.map((post) => toXPost(post, { users: shelf.users, first: new Map() }, { self, terms: [] })));
  return { item, lastAt };
}

/** What our own people say elsewhere is not read: only customers begin a conversation, or those that are watched go on. */
function wantedOf(page: XPage, watch: WatchList, ourIds: ReadonlySet<string>): readonly string[] {
  const byCustomers = new Set(page.posts.flatMap(({ authorId, conversationId }) => (ourIds.has(authorId) ? [] : conversationId)));
  return page.posts.map(({ conversationId }) => conversationId).filter((id) => byCustomers.has(id) || watch.knows(id));
}

function toConversations({ root, posts, users, self, isPartial, now }: Item, { staff, terms, quietDays }: Settings) {
  const first = firstVersions(posts);
  const read = posts.map((post) => toXPost(post, { users, first }, { self, terms }));
  const ours = { staff: [...staff, { id: self.id, from: null, to: null }], handles: [self.username] };
  return threadConversations({ root, posts: read, channel: 'x', subject: null, isPartial }, { ours, now, quietDays });
}

async function* fetchX(context: ConnectorContext<Settings>, plan: FetchPlan): AsyncGenerator<SourcePage<Item>, void, undefined> {
  const { settings } = context;
  const api = openXReader(context.http, settings.token);
  const self = await readSelf(api, settings.username);
  const now = () => api.serverAt() ?? context.clock();
  const start = { schema: xPlaceSchema, fresh: { version: 1 as const, queries: {}, watched: [] } };
  const { place, range, run } = openSocialPlace(start, plan, { quietMs: settings.quietDays * day, rereads: false });
  const shelf: Shelf = { posts: new Map(), users: new Map(), broken: new Map() };
  const ourIds = new Set([self.id, ...settings.staff.map(({ id }) => id)]);
  const onPage = (page: XPage) => {
    shelve(shelf, page);
    // Read once more with its conversation: what is wrong is written down there, and tried again.
    return [...wantedOf(page, run.watch, ourIds), ...page.malformed.map(({ item }) => item)];
  };
  const queries = xQueries({ username: self.username, terms: settings.terms, staff: settings.staff.map(({ id }) => id) });
  const feeds = xFeeds({ api, place, queries, ...range, now, onPage });
  const prepare = (keys: readonly string[]) => readConversations(api, shelf, keys);
  const read = async (root: string) => takeThread({ api, shelf, self, now }, root);
  yield* readSocial({ ...run, feeds, prepare, read, now });
}

export const x = defineConnector<Settings, Item>({
  card: {
    id: 'x',
    label: 'X',
    reads: {
      en: 'Conversations of the last seven days that mention your account or use your terms; answers of your staff, edits and deletions.',
      zh: '最近七天内提及您账号或使用您搜索词的会话；我方人员的回复、编辑与删除。',
    },
    rights: {
      en: 'An app-only bearer token of a project with recent search. It counts posts that are read; nothing is written.',
      zh: '具有近期搜索权限的项目的应用级 Bearer 令牌。读取的帖子计入配额；不会写入任何内容。',
    },
    provenBy: ['official specification', 'recorded responses'],
  },
  settings: settingsSchema,
  // 450 in fifteen minutes.
  perMinute: () => 30,
  resumable: true,
  itemId: ({ root }) => root,
  toConversations,
  fetch: (context, plan) => fetchX(context, plan),
  async probe({ http, settings }) {
    const api = openXReader(http, settings.token);
    const self = await readSelf(api, settings.username);
    await api.search({ query: `@${self.username}`, max_results: 10 });
    return { found: `@${self.username} (${self.id})`, warnings: [] };
  },
  async findGone({ http, settings }, externalIds) {
    const api = openXReader(http, settings.token);
    const gone: string[] = [];
    for (let from = 0; from < externalIds.length; from += lookedUpAtOnce) {
      const part = externalIds.slice(from, from + lookedUpAtOnce);
      const page = await api.lookUp([...new Set(part.map(firstPostOf))]);
      gone.push(...part.filter((id) => page.gone.includes(firstPostOf(id))));
    }
    return gone;
  },
});
