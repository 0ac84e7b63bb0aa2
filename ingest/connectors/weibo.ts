// Weibo: posts and comments that mention or answer our account, each post with all of its comments, watched until it falls silent.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { FetchedConversation } from '../fetched.ts';
import { truncatedTag } from '../truncated-tag.ts';
import { toBase } from './api-reader.ts';
import { type ConnectorContext, defineConnector, settingNotes } from './connector.ts';
import { quietField, secretField, staffField } from './fields.ts';
import { openSocialPlace } from './social-place.ts';
import { readSocial, type ThreadRead } from './social-run.ts';
import { firstPostOf, lastSaidAt, threadConversations } from './social-thread.ts';
import { weiboFeeds, weiboPlaceSchema } from './weibo-feeds.ts';
import {
  commentId,
  commentShape,
  idOf,
  isCutStatus,
  isDeletedStatus,
  statusShape,
  toWeiboComment,
  toWeiboStatus,
  type WeiboComment,
  type WeiboSelf,
  type WeiboStatus,
} from './weibo-post.ts';
import { openWeiboReader, type WeiboReader } from './weibo-reader.ts';

const settingsSchema = z.strictObject({
  token: secretField({ en: 'Access token', zh: '访问令牌（access_token）' }),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .default('https://api.weibo.com/2')
    .register(settingNotes, {
      label: { en: 'Address of the interface', zh: '接口地址' },
      help: { en: 'Commercial applications have one of their own.', zh: '商业应用使用各自的接口地址。' },
    }),
  perHour: z
    .number()
    .int()
    .min(60)
    .max(100_000)
    .default(150)
    .register(settingNotes, {
      label: { en: 'Requests an hour', zh: '每小时请求数' },
      help: { en: 'What Weibo grants the application; 150 for one in testing.', zh: '微博授予该应用的额度；测试应用为 150。' },
    }),
  staff: staffField({ en: 'the uid', zh: 'uid' }),
  quietDays: quietField(),
});
type Settings = z.infer<typeof settingsSchema>;

type Item = {
  readonly root: string;
  readonly status: WeiboStatus;
  readonly comments: readonly WeiboComment[];
  readonly isCut: boolean;
  readonly self: WeiboSelf;
  readonly now: Instant;
};

const idText = z.union([z.string(), z.number()]).transform(String);

async function readSelf(api: WeiboReader): Promise<WeiboSelf> {
  const { uid } = z.object({ uid: idText }).parse(await api.get('the account', 'account/get_uid'));
  const { screen_name: name } = z.object({ screen_name: z.string() }).parse(await api.get('the account', 'users/show', { uid }));
  return { uid, name };
}

const commentPage = 200;
// A post with more comments is a festival; that the rest was left out is told.
const mostPages = 25;
const pageShape = z.object({ comments: z.array(z.unknown()).nullish(), total_number: z.number().nullish() });
const namedShape = z.object({ idstr: z.string().nullish(), id: idText.nullish() });

type Comments = { readonly raws: readonly unknown[]; readonly isCut: boolean };

const minuteShare = ({ perHour }: Settings): number => Math.max(1, Math.floor(perHour / 60));
/** As many as are read in some five minutes, at two requests each: what was read is stored before the source is given up for dead. */
const threadsAtOnce = (settings: Settings): number => Math.max(5, Math.min(200, Math.floor(minuteShare(settings) * 2.5)));

/** All comments under a post, the newest first; a page past the end is empty or repeats the last. */
async function readComments(api: WeiboReader, id: string): Promise<Comments> {
  const found = new Map<string, unknown>();
  for (let page = 1; page <= mostPages; page += 1) {
    const { comments, total_number: total } = pageShape.parse(
      await api.get('the comments', 'comments/show', { id, count: commentPage, page }),
    );
    const before = found.size;
    for (const raw of comments ?? []) found.set(commentId(namedShape.parse(raw)), raw);
    if (found.size === before || found.size >= (total ?? Number.POSITIVE_INFINITY)) return { raws: [...found.values()], isCut: false };
  }
  return { raws: [...found.values()], isCut: true };
}

/** The post, with its whole text where it is longer than lists show. Null where it is gone. */
async function readStatus(api: WeiboReader, id: string): Promise<WeiboStatus | null> {
  try {
    return statusShape.parse(await api.get('a post', 'statuses/show', { id, isGetLongText: 1 }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

type Reading = { readonly api: WeiboReader; readonly self: WeiboSelf; readonly now: () => Instant };

async function readThread({ api, self, now }: Reading, root: string): Promise<ThreadRead<Item>> {
  const status = await readStatus(api, root);
  if (status === null) return null;
  const { raws, isCut } = await readComments(api, root);
  const comments = raws.map((raw) => commentShape.parse(raw));
  const posts = [toWeiboStatus(status, self), ...comments.map((comment) => toWeiboComment(comment, root, self))];
  return { item: { root, status, comments, isCut, self, now: now() }, lastAt: lastSaidAt(posts) };
}

function toConversations(
  { root, status, comments, isCut, self, now }: Item,
  { staff, quietDays }: Settings,
): readonly FetchedConversation[] {
  const posts = [toWeiboStatus(status, self), ...comments.map((comment) => toWeiboComment(comment, root, self))];
  const ids = new Set(posts.map(({ id }) => id));
  const isPartial = isCut || posts.some(({ parent }) => parent !== null && !ids.has(parent));
  const ours = { staff: [...staff, { id: self.uid, from: null, to: null }], handles: [self.name] };
  const conversations = threadConversations({ root, posts, channel: 'weibo', subject: null, isPartial }, { ours, now, quietDays });
  if (!isCutStatus(status)) return conversations;
  const holdsCut = ({ messages }: FetchedConversation) => messages.some(({ externalId }) => externalId === idOf(status));
  return conversations.map((one) => (holdsCut(one) ? { ...one, tags: [...one.tags, truncatedTag] } : one));
}

function openReader({ http, settings }: ConnectorContext<Settings>): WeiboReader {
  return openWeiboReader(http, settings.token, toBase(settings.url));
}

async function isGone(api: WeiboReader, id: string): Promise<boolean> {
  if (!id.startsWith('c')) {
    const status = await readStatus(api, id);
    return status === null || isDeletedStatus(status);
  }
  const value = await api.get('a comment', 'comments/show_batch', { cids: id.slice(1) });
  const found = z.array(z.unknown()).safeParse(value).data ?? pageShape.parse(value).comments ?? [];
  return found.every((raw) => commentShape.safeParse(raw).data?.user == null);
}

export const weibo = defineConnector<Settings, Item>({
  card: {
    id: 'weibo',
    label: 'Weibo',
    reads: {
      en: 'Posts and comments that mention or answer your account, with all comments under the post; deletions.',
      zh: '提及或回复您账号的微博和评论，以及该微博下的全部评论；删除。',
    },
    rights: {
      en: 'An access token of your account for an application that Weibo has approved for statuses and comments. Without approval, import a file.',
      zh: '您账号对某个应用的访问令牌，该应用须经微博审核并获得微博与评论接口权限。未获审核时请改用文件导入。',
    },
    provenBy: ['recorded responses'],
  },
  settings: settingsSchema,
  perMinute: minuteShare,
  resumable: true,
  itemId: ({ root }) => root,
  toConversations,
  async *fetch(context, plan) {
    const { settings, clock } = context;
    const api = openReader(context);
    const self = await readSelf(api);
    const now = () => api.serverAt() ?? clock();
    const fresh = { version: 1 as const, lists: {}, watched: [] };
    const { place, range, run } = openSocialPlace({ schema: weiboPlaceSchema, fresh }, plan, { quietMs: settings.quietDays * day });
    const pageSize = threadsAtOnce(settings);
    const feeds = weiboFeeds({ api, place, ...range, pageSize });
    const read = (root: string) => readThread({ api, self, now }, root);
    yield* readSocial({ ...run, feeds, read, now, chunkSize: pageSize });
  },
  async probe(context) {
    const api = openReader(context);
    const { uid, name } = await readSelf(api);
    await api.get('the mentions', 'statuses/mentions', { count: 1 });
    await api.get('the comments', 'comments/to_me', { count: 1 });
    return { found: `@${name} (${uid})`, warnings: [] };
  },
  async findGone(context, externalIds) {
    const api = openReader(context);
    const gone: string[] = [];
    for (const id of externalIds) if (await isGone(api, firstPostOf(id))) gone.push(id);
    return gone;
  },
});
