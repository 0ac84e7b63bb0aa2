// YouTube: comments under the videos of a channel, the newest first, each thread watched for answers and edits for two weeks.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import { type ConnectorContext, defineConnector } from './connector.ts';
import { quietField, secretField, staffField, textField } from './fields.ts';
import { idOfRaw } from './read-each.ts';
import { openSocialPlace } from './social-place.ts';
import { type FeedPage, readSocial, type ThreadRead } from './social-run.ts';
import { firstPostOf, lastSaidAt, threadConversations } from './social-thread.ts';
import { watchedSchema } from './social-watch.ts';
import { commentShape, threadShape, toYoutubePosts, type YoutubeComment, type YoutubeSelf } from './youtube-comment.ts';
import { openYoutubeReader, type YoutubeList, type YoutubeReader } from './youtube-reader.ts';

const settingsSchema = z.strictObject({
  channelId: textField({ en: 'Channel id', zh: '频道 id' }, { placeholder: 'UC...' }),
  key: secretField({ en: 'API key', zh: 'API 密钥' }),
  staff: staffField({ en: 'the channel id (UC...)', zh: '频道 id（UC...）' }),
  quietDays: quietField(),
});
type Settings = z.infer<typeof settingsSchema>;

type Item = {
  readonly root: string;
  readonly top: YoutubeComment;
  readonly replies: readonly YoutubeComment[];
  readonly self: YoutubeSelf;
  readonly now: Instant;
};

const placeSchema = z.strictObject({
  version: z.literal(1),
  /** Read up to here. */
  at: z.number().nullable(),
  /** Of a run that was stopped: its next page, and the time of the newest comment. */
  page: z.string().nullable(),
  newest: z.number().nullable(),
  watched: z.array(watchedSchema),
});
type Place = z.infer<typeof placeSchema>;

const overlap = hour;
// Edits and late answers raise no thread in the list: each is looked at for this long after its last word.
const recheckDays = 14;
const threadsAtOnce = 50;
const full = { part: 'snippet,replies', textFormat: 'plainText' };

async function readSelf(api: YoutubeReader, channelId: string): Promise<YoutubeSelf> {
  const { items } = await api.list('the channel', 'channels', { part: 'snippet', id: channelId });
  const { data } = z.object({ snippet: z.object({ title: z.string(), customUrl: z.string().nullish() }) }).safeParse(items[0]);
  if (data === undefined) throw new AppError('invalid', 'YouTube knows no channel with this id');
  return { channelId, handle: data.snippet.customUrl ?? data.snippet.title };
}

type Reading = {
  readonly api: YoutubeReader;
  readonly self: YoutubeSelf;
  /** Threads that were read in this run, as they came. */
  readonly shelf: Map<string, unknown>;
  readonly now: () => Instant;
};

const stampShape = z.object({ snippet: z.object({ topLevelComment: z.object({ snippet: z.object({ publishedAt: z.string() }) }) }) });
const writtenAt = (raw: unknown): Instant => Date.parse(stampShape.safeParse(raw).data?.snippet.topLevelComment.snippet.publishedAt ?? '');

/** The next page; the first again where the place of a stopped run is not known any more. */
async function nextPage(api: YoutubeReader, channelId: string, token: string | null): Promise<YoutubeList> {
  const query = { ...full, allThreadsRelatedToChannelId: channelId, order: 'time', maxResults: 100 };
  try {
    return await api.list('the comments', 'commentThreads', { ...query, pageToken: token });
  } catch (error) {
    if (token === null || !(error instanceof AppError) || error.code !== 'invalid') throw error;
    return await api.list('the comments', 'commentThreads', query);
  }
}

type Range = { readonly from: Instant; readonly to: Instant | null };

async function* feed({ api, self, shelf }: Reading, place: Place, { from, to }: Range): AsyncGenerator<FeedPage, void, undefined> {
  const before = place.at;
  const low = Math.max(from, (before ?? from) - overlap);
  for (let { page: token, newest } = place; ; ) {
    const page = await nextPage(api, self.channelId, token);
    const times = page.items.map(writtenAt).filter((at) => !Number.isNaN(at));
    newest = times.reduce<number | null>((latest, at) => Math.max(latest ?? at, at), newest);
    const isEnd = page.next === null || page.next === token || (times.length > 0 && times.every((at) => at < low));
    token = page.next;
    Object.assign(place, isEnd ? { at: newest ?? before, page: null, newest: null } : { at: before, page: token, newest });
    // One whose time cannot be read is not left out: what is wrong with it is found where it is read.
    const wanted = page.items.filter((raw) => !(writtenAt(raw) < low) && !(to !== null && writtenAt(raw) >= to));
    for (const raw of wanted) shelf.set(idOfRaw(raw), raw);
    yield { threads: wanted.map((raw) => idOfRaw(raw)) };
    if (isEnd) return;
  }
}

/** Threads by id, many for one request. What is missing in the answer is gone. */
async function fetchThreads({ api, shelf }: Pick<Reading, 'api' | 'shelf'>, keys: readonly string[]): Promise<void> {
  const missing = keys.filter((key) => !shelf.has(key));
  for (let from = 0; from < missing.length; from += threadsAtOnce) {
    const ids = missing.slice(from, from + threadsAtOnce);
    const found = await api.find('comments', 'commentThreads', { ...full, id: ids.join(',') });
    for (const raw of found?.items ?? []) shelf.set(idOfRaw(raw), raw);
    // One that is gone may spoil the answer for all of them.
    if (found === null && ids.length > 1) for (const id of ids) await fetchThreads({ api, shelf }, [id]);
  }
}

/** A thread shows five answers at most; where there are more, all are read. */
async function readReplies(api: YoutubeReader, id: string): Promise<readonly YoutubeComment[]> {
  const replies: YoutubeComment[] = [];
  for (let token: string | null = null; ; ) {
    const query = { part: 'snippet', parentId: id, maxResults: 100, textFormat: 'plainText', pageToken: token };
    const page: YoutubeList = await api.list('the answers', 'comments', query);
    replies.push(...page.items.map((raw) => commentShape.parse(raw)));
    if (page.next === null || page.next === token) return replies;
    token = page.next;
  }
}

async function readThread({ api, self, shelf, now }: Reading, root: string): Promise<ThreadRead<Item>> {
  const raw = shelf.get(root);
  if (raw === undefined) return null;
  const { snippet, replies } = threadShape.parse(raw);
  const shown = replies?.comments ?? [];
  const all = snippet.totalReplyCount > shown.length ? await readReplies(api, root) : shown;
  const item = { root, top: snippet.topLevelComment, replies: all, self, now: now() };
  return { item, lastAt: lastSaidAt(toYoutubePosts(item.top, all, self)) };
}

function toConversations({ root, top, replies, self, now }: Item, { staff, quietDays }: Settings) {
  const thread = { root, posts: toYoutubePosts(top, replies, self), channel: 'youtube', subject: null, isPartial: false };
  const ours = { staff: [...staff, { id: self.channelId, from: null, to: null }], handles: [self.handle] };
  return threadConversations(thread, { ours, now, quietDays });
}

function openReader({ http, settings, clock }: ConnectorContext<Settings>): YoutubeReader {
  return openYoutubeReader(http, settings.key, clock);
}

export const youtube = defineConnector<Settings, Item>({
  card: {
    id: 'youtube',
    label: 'YouTube comments',
    reads: {
      en: 'Comments under the videos of your channel with all answers; edits for two weeks, deletions.',
      zh: '您频道视频下的评论及其全部回复；两周内的编辑；删除。',
    },
    rights: {
      en: 'An API key of a project with the YouTube Data API v3 switched on, restricted to that API. Only public comments are read.',
      zh: '已启用 YouTube Data API v3 的项目的 API 密钥，并限制为仅可调用该 API。仅读取公开评论。',
    },
    provenBy: ['official specification'],
  },
  settings: settingsSchema,
  perMinute: () => 60,
  resumable: true,
  itemId: ({ root }) => root,
  toConversations,
  async *fetch(context, plan) {
    const { settings, clock } = context;
    const api = openReader(context);
    const self = await readSelf(api, settings.channelId);
    const now = () => api.serverAt() ?? clock();
    const fresh: Place = { version: 1, at: null, page: null, newest: null, watched: [] };
    const quietMs = Math.max(recheckDays, settings.quietDays) * day;
    const { place, range, run } = openSocialPlace({ schema: placeSchema, fresh }, plan, { quietMs });
    const reading: Reading = { api, self, shelf: new Map(), now };
    yield* readSocial({
      ...run,
      feeds: feed(reading, place, range),
      prepare: (keys) => fetchThreads(reading, keys),
      read: (root) => readThread(reading, root),
      now,
    });
  },
  async probe(context) {
    const api = openReader(context);
    const self = await readSelf(api, context.settings.channelId);
    const query = { part: 'id', allThreadsRelatedToChannelId: self.channelId, maxResults: 1 };
    const { items } = await api.list('the comments', 'commentThreads', query);
    const none = { en: 'There is no comment to be seen; they may be switched off.', zh: '看不到任何评论；评论功能可能已关闭。' };
    return { found: self.handle, warnings: items.length === 0 ? [none] : [] };
  },
  async findGone(context, externalIds) {
    const api = openReader(context);
    const seen = new Set<string>();
    const posts = [...new Set(externalIds.map(firstPostOf))];
    for (let from = 0; from < posts.length; from += threadsAtOnce) {
      const page = await api.find('comments', 'comments', { part: 'id', id: posts.slice(from, from + threadsAtOnce).join(',') });
      for (const raw of page?.items ?? []) seen.add(idOfRaw(raw));
    }
    const gone: string[] = [];
    for (const id of externalIds.filter((one) => !seen.has(firstPostOf(one)))) {
      const page = await api.find('a comment', 'comments', { part: 'id', id: firstPostOf(id) });
      if (page === null || page.items.length === 0) gone.push(id);
    }
    return gone;
  },
});
