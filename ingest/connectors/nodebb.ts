// NodeBB forums: follows the list of topics by their last post, and reads every topic that has a new one.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant, minute } from '#db/model/instant.ts';
import { textOf } from '../http/client.ts';
import { type ApiReader, openApiReader, toBase } from './api-reader.ts';
import { type ConnectorContext, defineConnector, parseCursor, type SourcePage } from './connector.ts';
import { optionalTextField, secretField, staffField, urlField } from './fields.ts';
import { type NodebbItem, nodebbId, nodebbPostShape, nodebbTopicShape, toNodebbConversations } from './nodebb-topic.ts';
import { readEach } from './read-each.ts';

const settingsSchema = z.strictObject({
  url: urlField('https://forum.example.com'),
  token: secretField({ en: 'API token', zh: 'API 令牌' }),
  user: optionalTextField(
    { en: 'Number of the reading user', zh: '读取用户的编号' },
    { help: { en: 'With a master token only.', zh: '仅用于主令牌。' }, placeholder: '12' },
  ),
  groups: optionalTextField(
    { en: 'Groups that are ours', zh: '属于我方的群组' },
    {
      help: {
        en: 'As in their addresses, with commas; administrators and global moderators are ours anyway.',
        zh: '按其网址中的写法，用逗号分隔；管理员和全局版主始终算作我方。',
      },
      placeholder: 'support',
    },
  ),
  staff: staffField({ en: 'the number of a user', zh: '用户编号' }),
});
type Settings = z.infer<typeof settingsSchema>;
type Page = SourcePage<NodebbItem>;

const cursorSchema = z.strictObject({
  version: z.literal(1),
  /** The last post up to which all topics have been read. */
  seenAt: z.number().nullable(),
  /** A list that is being read: its newest post, and the next page. */
  listing: z.strictObject({ top: z.number(), page: z.number().int() }).nullable(),
  recheckedAt: z.number().nullable(),
});
type Place = z.infer<typeof cursorSchema>;
const fresh: Place = { version: 1, seenAt: null, listing: null, recheckedAt: null };

const overlap = minute;
const mostPages = 200;
// Edits and deletions move nothing to the top of the list: what was lately active is read again once a day.
const recheckEvery = day;
const recheckDays = 14;
const ownGroups = ['administrators', 'global-moderators'];

const paging = z.object({ pagination: z.object({ next: z.object({ active: z.boolean() }).nullish() }).nullish() });
const listShape = paging.extend({
  topics: z.array(z.object({ tid: nodebbId, slug: z.string(), timestamp: z.number(), lastposttime: z.number() })),
});
const topicPageShape = paging.extend({ posts: z.array(z.unknown()) });
const namedShape = z.object({ response: z.object({ slug: z.string() }) });
const membersShape = z.object({ response: z.object({ users: z.array(z.object({ uid: nodebbId })), nextStart: z.number().nullish() }) });
type Row = z.infer<typeof listShape>['topics'][number];

const hasNext = ({ pagination }: z.infer<typeof paging>): boolean => pagination?.next?.active === true;

type Reader = { readonly api: ApiReader; readonly ours: ReadonlySet<string> };

function openApi({ http, settings }: ConnectorContext<Settings>): ApiReader {
  const { url, token, user } = settings;
  const api = openApiReader(http, { base: toBase(url), headers: { authorization: `Bearer ${token}` } });
  const as: Readonly<Record<string, string>> = user === undefined || user === '' ? {} : { _uid: user };
  return {
    ...api,
    get: (what, path, query) => api.get(what, path, { ...query, ...as }),
    ask: (what, path, query, accept) => api.ask(what, path, { ...query, ...as }, accept),
  };
}

/** Members of a group; of one that hides them from us, nobody. */
async function membersOf(api: ApiReader, slug: string): Promise<readonly string[]> {
  const members = new Map<string, true>();
  for (let after = 0; ; ) {
    const answer = await api.ask('the members of a group', `api/v3/groups/${encodeURIComponent(slug)}/members`, { after }, [403, 404]);
    if (answer.status !== 200) return [];
    const { users, nextStart } = membersShape.parse(JSON.parse(textOf(answer))).response;
    const before = members.size;
    for (const { uid } of users) members.set(uid, true);
    if (users.length === 0 || nextStart == null || nextStart <= after || members.size === before) return [...members.keys()];
    after = nextStart;
  }
}

async function openReader(context: ConnectorContext<Settings>): Promise<Reader> {
  const { settings } = context;
  const api = openApi(context);
  const named = (settings.groups ?? '').split(',').map((name) => name.trim().toLowerCase().replaceAll(' ', '-'));
  const ours = new Set<string>();
  for (const group of new Set([...ownGroups, ...named.filter((name) => name !== '')]))
    for (const uid of await membersOf(api, group)) ours.add(uid);
  return { api, ours };
}

/** A topic with the posts of all its pages. */
async function readTopic({ api, ours }: Reader, { slug }: Pick<Row, 'slug'>): Promise<NodebbItem> {
  const posts = new Map<string, z.infer<typeof nodebbPostShape>>();
  for (let page = 1; page <= mostPages; page += 1) {
    const value = await api.get('a topic', `api/topic/${slug}/1`, { page, sort: 'oldest_to_newest' });
    const parsed = topicPageShape.parse(value);
    for (const post of z.array(nodebbPostShape).parse(parsed.posts)) posts.set(post.pid, post);
    if (hasNext(parsed)) continue;
    const sorted = [...posts.values()].sort((a, b) => a.timestamp - b.timestamp);
    return { topic: nodebbTopicShape.parse(value), posts: sorted, ours };
  }
  throw new AppError('invalid', `a topic of more than ${mostPages} pages`);
}

type Span = { readonly floor: Instant; readonly to: Instant };

/** Pages of the list, latest post first, down to `floor`. A topic that stands on top whatever its age ends nothing by itself. */
async function* walkList(reader: Reader, start: Place, { floor, to }: Span): AsyncGenerator<Page, Place, undefined> {
  const { api } = reader;
  const done = new Set<string>();
  let place = start;
  let { page, top } = start.listing ?? { page: 1, top: start.seenAt ?? 0 };
  for (;;) {
    const list = listShape.parse(await api.get('the list of topics', 'api/recent', { page }));
    const times = list.topics.map(({ lastposttime }) => lastposttime);
    if (page === 1) top = Math.max(top, ...times);
    const isEnd = !hasNext(list) || list.topics.length === 0 || times.every((at) => at < floor);
    const touched = list.topics.filter(({ tid, lastposttime, timestamp }) => !done.has(tid) && lastposttime >= floor && timestamp <= to);
    for (const { tid } of touched) done.add(tid);
    page += 1;
    place = isEnd ? { ...place, seenAt: top === 0 ? null : top, listing: null } : { ...place, listing: { top, page } };
    const read = await readEach(
      touched,
      ({ tid }) => tid,
      (row) => readTopic(reader, row),
    );
    if (touched.length > 0 || !isEnd) yield { ...read, cursor: JSON.stringify(place), serverAt: api.serverAt() };
    if (isEnd) return place;
  }
}

async function isGone(api: ApiReader, topic: string, post: string | undefined): Promise<boolean> {
  for (const path of [`topics/${encodeURIComponent(topic)}`, ...(post === undefined ? [] : [`posts/${encodeURIComponent(post)}`])]) {
    const answer = await api.ask('a topic', `api/v3/${path}`, {}, [404, 410]);
    if (answer.status === 404 || answer.status === 410) return true;
    // Moderators still see what was deleted.
    const { response } = z
      .object({ response: z.looseObject({ deleted: z.union([z.number(), z.boolean()]).nullish() }) })
      .parse(JSON.parse(textOf(answer)));
    if (response.deleted === 1 || response.deleted === true) return true;
  }
  return false;
}

export const nodebb = defineConnector<Settings, NodebbItem>({
  card: {
    id: 'nodebb',
    label: 'NodeBB',
    reads: {
      en: 'Topics with their posts, edits, locks and deletions; posts that came from other servers too.',
      zh: '主题及其帖子、编辑、锁定和删除；也包括来自其他服务器的帖子。',
    },
    rights: {
      en: 'An API token of a user who may read the categories to be read, and nothing else. Nothing is written.',
      zh: '一个仅能阅读相应版块的用户的 API 令牌，无需其他权限。不会写入任何内容。',
    },
    provenBy: ['official specification'],
  },
  settings: settingsSchema,
  perMinute: () => 120,
  resumable: true,
  itemId: ({ topic }) => topic.tid,
  toConversations: (item, { staff }) => toNodebbConversations(item, staff),
  async *fetch(context, { cursor, since, window }) {
    const reader = await openReader(context);
    if (window !== null) {
      yield* walkList(reader, fresh, { floor: window.from, to: window.to });
      return;
    }
    const start: Place = cursor === null ? fresh : parseCursor(cursorSchema, cursor);
    const now = reader.api.serverAt() ?? context.clock();
    const isRecheck = start.recheckedAt !== null && start.recheckedAt + recheckEvery <= now;
    const from = start.seenAt === null ? since : start.seenAt - overlap;
    const floor = isRecheck ? Math.min(from, now - recheckDays * day) : from;
    const place = yield* walkList(reader, start, { floor, to: Number.POSITIVE_INFINITY });
    const recheckedAt = isRecheck || place.recheckedAt === null ? now : place.recheckedAt;
    yield { items: [], malformed: [], cursor: JSON.stringify({ ...place, recheckedAt }), serverAt: reader.api.serverAt() };
  },
  async probe(context) {
    const api = openApi(context);
    const { topics } = listShape.parse(await api.get('the list of topics', 'api/recent', { page: 1 }));
    const { ours } = await openReader(context);
    const blind = { en: 'The token sees no topic, so nothing would be read.', zh: '该令牌看不到任何主题，因此读不到任何内容。' };
    const alone = {
      en: 'It sees no member of our groups: list our staff by number, or every post is one of a customer.',
      zh: '看不到我方群组的任何成员：请按编号列出我方人员，否则所有帖子都会算作客户的。',
    };
    const warnings = [...(topics.length === 0 ? [blind] : []), ...(ours.size === 0 && context.settings.staff.length === 0 ? [alone] : [])];
    return { found: `${topics.length} topics on the first page, ${ours.size} people of ours`, warnings };
  },
  async findGone(context, externalIds) {
    const api = openApi(context);
    const gone: string[] = [];
    for (const id of externalIds) {
      const slash = id.indexOf('/');
      const [topic, post] = slash < 0 ? [id, undefined] : [id.slice(0, slash), id.slice(slash + 1)];
      if (await isGone(api, topic, post)) gone.push(id);
    }
    return gone;
  },
  async openAgain(context) {
    const reader = await openReader(context);
    return (ids) =>
      readEach(ids, String, async (id) => {
        const value = await reader.api.get('a topic', `api/v3/topics/${encodeURIComponent(id)}`);
        return await readTopic(reader, namedShape.parse(value).response);
      });
  },
});
