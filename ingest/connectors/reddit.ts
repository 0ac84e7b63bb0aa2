// Reddit: our own subreddits and search for our terms, each thread read whole and watched until it falls silent.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { type ConnectorContext, defineConnector } from './connector.ts';
import { linesField, quietField, secretField, staffField, textField } from './fields.ts';
import { redditFeeds, redditPlaceSchema } from './reddit-feeds.ts';
import { commentShape, isEmptied, type RedditSelf, submissionShape, toRedditPost } from './reddit-post.ts';
import { type RedditThread, readRedditThread } from './reddit-thread.ts';
import { openSessionReader, type SessionReader } from './session-reader.ts';
import { openSocialPlace } from './social-place.ts';
import { readSocial } from './social-run.ts';
import { firstPostOf, lastSaidAt, threadConversations } from './social-thread.ts';

const settingsSchema = z.strictObject({
  clientId: textField({ en: 'Client id', zh: '客户端 id' }),
  clientSecret: secretField({ en: 'Client secret', zh: '客户端密钥' }),
  username: textField({ en: 'Our account, without u/', zh: '我方账号（不带 u/）' }, { placeholder: 'acme_wallet' }),
  subreddits: linesField(
    { en: 'Our subreddits', zh: '我方社区' },
    { en: 'One a line, without r/. Every post there speaks to us.', zh: '每行一个，不带 r/。其中每个帖子都视为对我们说的。' },
  ),
  terms: linesField(
    { en: 'Search terms', zh: '搜索词' },
    {
      en: 'One a line, searched in posts of all Reddit. A post with one of them speaks to us.',
      zh: '每行一个，在全站帖子中搜索。含有其中之一的帖子视为对我们说的。',
    },
  ),
  staff: staffField({ en: 'the account id (t2_...)', zh: '账号 id（t2_...）' }),
  quietDays: quietField(),
});
type Settings = z.infer<typeof settingsSchema>;

type Item = RedditThread & { readonly root: string; readonly self: RedditSelf; readonly now: Instant };

const tokenShape = z.object({ access_token: z.string() });
const aboutShape = z.object({ data: z.object({ id: z.string(), name: z.string() }) });

function openReader({ http, settings }: ConnectorContext<Settings>): SessionReader {
  const { clientId, clientSecret, username } = settings;
  // Reddit refuses agents that do not say whose they are.
  const headers = { 'user-agent': `server:huiyin:v1 (by /u/${username.replace(/[^\w-]/g, '')})` };
  const token = async (): Promise<string> => {
    const { value } = await http.json({
      what: 'the token',
      url: 'https://www.reddit.com/api/v1/access_token',
      method: 'POST',
      headers: {
        ...headers,
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    const read = tokenShape.safeParse(value);
    if (!read.success) throw new AppError('unauthorized', 'the token: Reddit gives none for these credentials');
    return read.data.access_token;
  };
  return openSessionReader(http, { base: 'https://oauth.reddit.com', headers, token, expiredStatuses: [401], isExpired: () => true });
}

async function readSelf(api: SessionReader, { username, subreddits }: Settings): Promise<RedditSelf> {
  const { data } = aboutShape.parse(await api.get('our account', `user/${encodeURIComponent(username)}/about`));
  return { id: `t2_${data.id}`, username: data.name, subreddits: subreddits.map((name) => name.toLowerCase().replace(/^\/?r\//, '')) };
}

function toConversations({ root, submission, comments, isPartial, self, now }: Item, { staff, terms, quietDays }: Settings) {
  const posts = [submission, ...comments].map((post) => toRedditPost(post, self, terms));
  const own = self.id === null ? [] : [{ id: self.id, from: null, to: null }];
  const thread = { root, posts, channel: 'reddit', subject: submission.title, isPartial };
  return threadConversations(thread, { ours: { staff: [...staff, ...own], handles: [self.username] }, now, quietDays });
}

/** Of things that were asked for by name, those whose words are gone. What is not told of is not taken for gone. */
async function emptiedOf(api: SessionReader, names: readonly string[]): Promise<ReadonlySet<string>> {
  const value = await api.get('posts by name', 'api/info', { id: names.join(','), raw_json: 1 });
  const { data } = z.object({ data: z.object({ children: z.array(z.object({ kind: z.string(), data: z.unknown() })) }) }).parse(value);
  const posts = data.children.flatMap((one) => (one.kind === 't1' ? commentShape : submissionShape).safeParse(one.data).data ?? []);
  return new Set(posts.filter(isEmptied).map(({ name }) => name));
}

const askedAtOnce = 100;

export const reddit = defineConnector<Settings, Item>({
  card: {
    id: 'reddit',
    label: 'Reddit',
    reads: {
      en: 'Posts and comments of your subreddits, and posts anywhere with your terms; answers, edits and deletions.',
      zh: '您社区中的帖子和评论，以及全站含有您搜索词的帖子；回复、编辑与删除。',
    },
    rights: {
      en: 'A script app under Preferences, Apps: its client id and secret. Only public posts are read, nothing is written.',
      zh: '在“偏好设置 – 应用”中创建的 script 应用的客户端 id 和密钥。仅读取公开帖子，不会写入任何内容。',
    },
    provenBy: ['recorded responses'],
  },
  settings: settingsSchema,
  // 100 a minute for an app.
  perMinute: () => 90,
  resumable: true,
  itemId: ({ root }) => root,
  toConversations,
  async *fetch(context, plan) {
    const { settings } = context;
    const api = openReader(context);
    const self = await readSelf(api, settings);
    const now = () => api.serverAt() ?? context.clock();
    const fresh = { version: 1 as const, lists: {}, watched: [] };
    const { place, range, run } = openSocialPlace({ schema: redditPlaceSchema, fresh }, plan, { quietMs: settings.quietDays * day });
    const feeds = redditFeeds({ api, place, subreddits: self.subreddits, terms: settings.terms, ...range });
    const read = async (root: string) => {
      const thread = await readRedditThread(api, root);
      if (thread === null) return null;
      const posts = [thread.submission, ...thread.comments].map((post) => toRedditPost(post, self, []));
      return { item: { ...thread, root, self, now: now() }, lastAt: lastSaidAt(posts) };
    };
    yield* readSocial({ ...run, feeds, read, now });
  },
  async probe(context) {
    const api = openReader(context);
    const self = await readSelf(api, context.settings);
    for (const name of self.subreddits) await api.get('a subreddit', `r/${encodeURIComponent(name)}/new`, { limit: 1, raw_json: 1 });
    const nothing = {
      en: 'Neither a subreddit nor a term is set, so nothing would be read.',
      zh: '未设置社区或搜索词，因此读不到任何内容。',
    };
    return { found: `u/${self.username}`, warnings: self.subreddits.length + context.settings.terms.length === 0 ? [nothing] : [] };
  },
  async findGone(context, externalIds) {
    const api = openReader(context);
    const gone: string[] = [];
    for (let from = 0; from < externalIds.length; from += askedAtOnce) {
      const part = externalIds.slice(from, from + askedAtOnce);
      const emptied = await emptiedOf(api, [...new Set(part.map(firstPostOf))]);
      gone.push(...part.filter((id) => emptied.has(firstPostOf(id))));
    }
    return gone;
  },
});
