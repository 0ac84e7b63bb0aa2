// Discourse forums: walks new posts backwards by their ids, then the list of active topics, and reads every topic that they name.
import { z } from 'zod';
import { day, type Instant, minute, second } from '#db/model/instant.ts';
import { textOf } from '../http/client.ts';
import { type ApiReader, openApiReader, toBase } from './api-reader.ts';
import { type ConnectorContext, defineConnector, type FetchPlan, parseCursor, type SourcePage } from './connector.ts';
import { streamShape, type TopicReader, topicPages } from './discourse-read.ts';
import { type DiscourseItem, postShape, toDiscourseConversations } from './discourse-topic.ts';
import { optionalTextField, secretField, textField, urlField } from './fields.ts';
import { isoTime } from './iso-time.ts';
import { type ReadItems, type Unread, unreadOf } from './read-each.ts';

const settingsSchema = z.strictObject({
  url: urlField('https://forum.example.com'),
  user: textField({ en: 'User of the key', zh: '密钥所属用户' }, { placeholder: 'reader' }),
  key: secretField({ en: 'API key', zh: 'API 密钥' }),
  groups: optionalTextField(
    { en: 'Groups that are ours', zh: '属于我方的群组' },
    {
      help: {
        en: 'Names of primary groups, with commas; staff of the forum is ours anyway.',
        zh: '主要群组的名称，用逗号分隔；论坛管理人员始终算作我方。',
      },
      placeholder: 'support, wallet-team',
    },
  ),
  inbox: optionalTextField(
    { en: 'Read private messages of', zh: '读取其私信的用户' },
    { help: { en: 'A user whose messages with customers count; empty: none.', zh: '与客户的私信会被计入的用户；留空则不读取。' } },
  ),
});
type Settings = z.infer<typeof settingsSchema>;
type Page = SourcePage<DiscourseItem>;

const cursorSchema = z.strictObject({
  version: z.literal(1),
  /** Every post up to here has been seen. */
  lastPost: z.number().int(),
  /** A walk that is under way: from which post it began, and below which it goes on. */
  walk: z.strictObject({ top: z.number().int(), below: z.number().int() }).nullable(),
  /** By list: up to which activity its topics have been read. */
  bumpedAt: z.record(z.string(), z.number()),
  listing: z.strictObject({ list: z.string(), top: z.number(), page: z.number().int() }).nullable(),
  recheckedAt: z.number().nullable(),
});
type Place = z.infer<typeof cursorSchema>;

const fresh: Place = { version: 1, lastPost: 0, walk: null, bumpedAt: {}, listing: null, recheckedAt: null };
/** /posts.json looks at so many ids at a time, and leaves out of them what is hidden. */
const windowIds = 50;
// Storing a part means joining it to all that is stored of its topic, so it is not made too short.
const partLength = 1000;
const overlap = minute;
// An edit in the middle of a topic moves nothing to the top of any list: what was lately active is read again once a day.
const recheckEvery = day;
const recheckDays = 14;

const latestShape = z.object({
  latest_posts: z.array(z.object({ id: z.number().int(), topic_id: z.number().int(), created_at: isoTime })),
});
const listShape = z.object({
  topic_list: z.object({
    topics: z.array(z.object({ id: z.number().int(), bumped_at: isoTime.nullish(), created_at: isoTime, pinned: z.boolean().nullish() })),
  }),
});
const limitShape = z.object({ extras: z.object({ wait_seconds: z.number() }) });

type Reader = TopicReader & { readonly settings: Settings; readonly done: Set<number> };

function openReader({ http, settings }: ConnectorContext<Settings>): Reader {
  const api = openApiReader(http, {
    base: toBase(settings.url),
    headers: { 'api-key': settings.key, 'api-username': settings.user },
    asksForPatience: ({ status, bytes }) => {
      const said = status === 429 ? limitShape.safeParse(parsed(Buffer.from(bytes).toString('utf8'))) : null;
      return said?.success === true ? said.data.extras.wait_seconds * second : null;
    },
  });
  const names = (settings.groups ?? '').split(',').map((name) => name.trim().toLowerCase());
  return { api, settings, groups: new Set(names.filter((name) => name !== '')), partLength, done: new Set() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Move = { readonly from: Place; readonly to: Place };

/** Topics as pages. The place moves on with the last of them only: a run that is stopped among the parts of a topic reads it again. */
async function* toPages(reader: Reader, topics: readonly number[], { from, to }: Move): AsyncGenerator<Page, void, undefined> {
  const unread = [...new Set(topics)].filter((id) => !reader.done.has(id));
  for (const id of unread) reader.done.add(id);
  const pages = topicPages(reader, unread);
  for (;;) {
    const { value, done } = await pages.next();
    yield { ...value, cursor: JSON.stringify(done === true ? to : from), serverAt: reader.api.serverAt() };
    if (done === true) return;
  }
}

/** Whole topics by their ids. */
async function readTopics(reader: Reader, ids: readonly string[]): Promise<ReadItems<DiscourseItem>> {
  const items: DiscourseItem[] = [];
  const pages = topicPages(reader, ids.map(Number));
  const unread: Unread[] = [];
  for (;;) {
    const { value, done } = await pages.next();
    items.push(...value.items);
    unread.push(value);
    if (done === true) return { items, ...unreadOf(...unread) };
  }
}

/** From the newest post down to the last one that was seen. A short or empty window is no end: its posts may be hidden. */
async function* walkPosts(reader: Reader, start: Place, since: Instant): AsyncGenerator<Page, Place, undefined> {
  let place = start;
  for (;;) {
    // Whether `before` itself is among them differs between versions.
    const before = place.walk?.below ?? null;
    const { latest_posts: latest } = latestShape.parse(await reader.api.get('the newest posts', 'posts.json', { before }));
    const posts = latest.filter(({ id }) => before === null || id < before);
    const ids = posts.map(({ id }) => id);
    const lowest = ids.length > 0 ? Math.min(...ids) : before === null ? 0 : before - windowIds + 1;
    const top = place.walk?.top ?? Math.max(place.lastPost, ...ids);
    const isOld = posts.some(({ created_at }) => created_at < since);
    const isEnd = lowest <= place.lastPost + 1 || lowest <= 1 || isOld;
    const touched = posts.filter(({ id, created_at }) => id > place.lastPost && created_at >= since);
    const from = place;
    place = isEnd ? { ...place, lastPost: top, walk: null } : { ...place, walk: { top, below: lowest } };
    const topics = touched.map(({ topic_id }) => topic_id);
    if (touched.length > 0 || !isEnd) yield* toPages(reader, topics, { from, to: place });
    if (isEnd) return place;
  }
}

/** Pages of a list, newest activity first, down to `floor`. Pinned topics stand on top whatever their age, and end nothing. */
async function* walkList(reader: Reader, start: Place, span: Span): AsyncGenerator<Page, Place, undefined> {
  const { list } = span;
  let place = start;
  let { page, top } = place.listing?.list === list ? place.listing : { page: 0, top: 0 };
  for (;;) {
    const value = await reader.api.get('the list of topics', `${list}.json`, { order: 'activity', page });
    const { topics } = listShape.parse(value).topic_list;
    const bumped = topics.map((topic) => ({ ...topic, at: topic.bumped_at ?? topic.created_at }));
    if (page === 0) top = Math.max(0, place.bumpedAt[list] ?? 0, ...bumped.map(({ at }) => at));
    const isEnd = topics.length === 0 || bumped.some(({ at, pinned }) => at < span.floor && pinned !== true);
    const touched = bumped.filter(({ at, created_at }) => at >= span.floor && created_at <= span.to);
    page += 1;
    const from = place;
    place = isEnd ? { ...place, listing: null, bumpedAt: { ...place.bumpedAt, [list]: top } } : { ...place, listing: { list, top, page } };
    const ids = touched.map(({ id }) => id);
    if (touched.length > 0) yield* toPages(reader, ids, { from, to: place });
    if (isEnd) return place;
  }
}

type Span = { readonly list: string; readonly floor: Instant; readonly to: Instant };

function listsOf({ inbox }: Settings): readonly string[] {
  return inbox === undefined ? ['latest'] : ['latest', `topics/private-messages/${encodeURIComponent(inbox)}`];
}

async function* readNew(
  reader: Reader,
  start: Place,
  { since, clock }: Pick<FetchPlan, 'since'> & { readonly clock: () => Instant },
): AsyncGenerator<Page, void, undefined> {
  let place = start.listing === null ? yield* walkPosts(reader, start, since) : start;
  const now = reader.api.serverAt() ?? clock();
  const isRecheck = place.recheckedAt !== null && place.recheckedAt + recheckEvery <= now;
  const left =
    place.listing === null
      ? listsOf(reader.settings)
      : listsOf(reader.settings).slice(listsOf(reader.settings).indexOf(place.listing.list));
  for (const list of left) {
    const known = place.bumpedAt[list];
    const from = known === undefined ? since : known - overlap;
    place = yield* walkList(reader, place, {
      list,
      floor: isRecheck ? Math.min(from, now - recheckDays * day) : from,
      to: Number.POSITIVE_INFINITY,
    });
  }
  if (place.recheckedAt === null || isRecheck) place = { ...place, recheckedAt: now };
  yield { items: [], malformed: [], cursor: JSON.stringify(place), serverAt: reader.api.serverAt() };
}

/** Staff still sees what was deleted, so the answer itself is asked. */
async function isGone(api: ApiReader, topic: string, post: string | null): Promise<boolean> {
  const answer = await api.ask('a topic', `t/${topic}.json`, {}, [404, 410]);
  if (answer.status === 404 || answer.status === 410) return true;
  if (z.object({ deleted_at: z.string().nullish() }).parse(parsed(textOf(answer))).deleted_at != null) return true;
  if (post === null) return false;
  const value = await api.get('a post', `t/${topic}/posts.json`, { 'post_ids[]': post });
  const [found] = z.array(postShape).parse(streamShape.parse(value).post_stream.posts);
  return found === undefined || found.deleted_at != null || found.user_deleted === true;
}

export const discourse = defineConnector<Settings, DiscourseItem>({
  card: {
    id: 'discourse',
    label: 'Discourse',
    reads: {
      en: 'Topics with posts, whispers (as private notes), edits, closings, accepted answers, deletions; private messages of one user on request.',
      zh: '主题及其帖子、密语（作为内部备注）、编辑、关闭、采纳的答案和删除；可选读取某一用户的私信。',
    },
    rights: {
      en: 'A granular API key with the scopes topics: read, topics: read lists and posts: list, for a user who sees the categories to be read; a moderator only where whispers or hidden posts matter. Nothing is written.',
      zh: '一个细粒度 API 密钥，权限范围为 topics: read、topics: read lists 和 posts: list，所属用户能看到要读取的分类；只有需要密语或隐藏帖子时才需版主。不会写入任何内容。',
    },
    provenBy: ['official specification', 'recorded responses'],
  },
  settings: settingsSchema,
  // Admin keys are limited to 60 a minute as a rule.
  perMinute: () => 55,
  resumable: true,
  itemId: ({ topic }) => String(topic.id),
  toConversations: toDiscourseConversations,
  async *fetch(context, { cursor, since, window }) {
    const reader = openReader(context);
    if (window === null) {
      yield* readNew(reader, cursor === null ? fresh : parseCursor(cursorSchema, cursor), { since, clock: context.clock });
      return;
    }
    for (const list of listsOf(context.settings)) yield* walkList(reader, fresh, { list, floor: window.from, to: window.to });
  },
  async probe(context) {
    const { api } = openReader(context);
    const { topics } = listShape.parse(await api.get('the list of topics', 'latest.json', {})).topic_list;
    await api.get('the newest posts', 'posts.json');
    const blind = { en: 'The key sees no topic, so nothing would be read.', zh: '该密钥看不到任何主题，因此读不到任何内容。' };
    return { found: `${topics.length} topics on the first page of the forum`, warnings: topics.length === 0 ? [blind] : [] };
  },
  async findGone(context, externalIds) {
    const { api } = openReader(context);
    const gone: string[] = [];
    for (const id of externalIds) {
      const [topic = '', post] = id.split('/');
      if (await isGone(api, topic, post ?? null)) gone.push(id);
    }
    return gone;
  },
  openAgain(context) {
    const reader = openReader(context);
    return (ids) => readTopics(reader, ids);
  },
});
