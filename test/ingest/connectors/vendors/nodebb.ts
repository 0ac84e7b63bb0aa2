// A stand-in for a NodeBB forum, its answers shaped after the official description.
import { nodebb } from '#ingest/connectors/nodebb.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';

const minute = 60_000;
export type Post = {
  pid: number | string;
  tid: number;
  uid: number | string;
  to: number | string | null;
  at: number;
  edited: number;
  text: string;
  isDeleted: boolean;
};
export type Topic = {
  tid: number;
  uid: number | string;
  at: number;
  last: number;
  isLocked: boolean;
  isDeleted: boolean;
  isGone: boolean;
  isSpoiled: boolean;
};

const iso = (at: number) => new Date(at).toISOString();
const slugOf = ({ tid }: Topic) => `${tid}/withdrawal-${tid}`;
export const anna = 7;

/** The forum behind the stand-in, for tests of its hard cases. */
export function openForum() {
  const topics: Topic[] = [];
  const posts: Post[] = [];
  let at = virtualStart - 30 * 24 * 60 * minute;
  const say = (topic: Topic, uid: Post['uid'], text: string, more: Partial<Post> = {}): Post => {
    at += minute;
    const post = { pid: posts.length + 1, tid: topic.tid, uid, to: null, at, edited: 0, text, isDeleted: false, ...more };
    posts.push(post);
    topic.last = post.at;
    return post;
  };
  const open = (uid: Post['uid'] = 100 + topics.length): Topic => {
    const topic = {
      tid: topics.length + 1,
      uid,
      at: at + minute,
      last: at,
      isLocked: false,
      isDeleted: false,
      isGone: false,
      isSpoiled: false,
    };
    topics.push(topic);
    say(topic, uid, `<p dir="auto">Where is withdrawal ${topic.tid}?</p>\n`);
    return topic;
  };
  return { topics, posts, say, open };
}
export type Forum = ReturnType<typeof openForum>;

const userOf = (uid: Post['uid']) => ({
  uid,
  isLocal: typeof uid === 'number',
  username: uid === anna ? 'anna' : `user${uid}`,
  displayname: 'Somebody',
  userslug: `user${uid}`,
  reputation: 0,
  postcount: 1,
  topiccount: 1,
  picture: null,
  banned: false,
  status: 'online',
  'icon:text': 'S',
  'icon:bgColor': '#f44336',
  banned_until: 0,
  banned_until_readable: 'Not Banned',
  selectedGroups: [],
});

const toPost = ({ pid, tid, uid, to, at, edited, text, isDeleted }: Post, index: number, isSpoiled: boolean) => ({
  pid,
  uid,
  tid,
  ...(to === null ? {} : { toPid: to }),
  content: isDeleted ? '[[topic:post-is-deleted]]' : text,
  timestamp: isSpoiled ? 'noon' : at,
  timestampISO: iso(at),
  edited,
  editedISO: edited === 0 ? '' : iso(edited),
  deleted: isDeleted ? 1 : 0,
  votes: 0,
  upvotes: 0,
  downvotes: 0,
  bookmarks: 0,
  deleterUid: 0,
  index,
  user: userOf(uid),
  editor: null,
});

const toTopic = (topic: Topic, size: number) => ({
  tid: topic.tid,
  uid: topic.uid,
  cid: 2,
  title: `Withdrawal &#38; ${topic.tid}`,
  titleRaw: `Withdrawal & ${topic.tid}`,
  slug: slugOf(topic),
  mainPid: 1,
  postcount: size,
  viewcount: 3,
  postercount: 1,
  scheduled: false,
  deleted: topic.isDeleted ? 1 : 0,
  deleterUid: 0,
  locked: topic.isLocked ? 1 : 0,
  pinned: 0,
  timestamp: topic.at,
  timestampISO: iso(topic.at),
  lastposttime: topic.last,
  lastposttimeISO: iso(topic.last),
  upvotes: 0,
  downvotes: 0,
  votes: 0,
  thumbs: [],
  tags: [{ value: 'wallet', valueEscaped: 'wallet', valueEncoded: 'wallet', class: 'wallet' }],
});

function paged<T>(items: readonly T[], query: URLSearchParams): { readonly shown: readonly T[]; readonly pagination: object } {
  const page = Number(query.get('page') ?? 1);
  const most = Math.max(1, Math.ceil(items.length / 20));
  const at = (n: number) => ({ page: Math.min(most, Math.max(1, n)), active: n >= 1 && n <= most && n !== page });
  return {
    shown: items.slice((page - 1) * 20, page * 20),
    pagination: {
      prev: at(page - 1),
      next: at(page + 1),
      first: at(1),
      last: at(most),
      rel: [],
      pages: [],
      currentPage: page,
      pageCount: most,
    },
  };
}

const ok = (response: unknown): Reply => ({ body: { status: { code: 'ok', message: 'OK' }, response } });
const missing: Reply = { status: 404, body: { status: { code: 'not-found', message: 'Not Found' }, response: {} } };

/** What the forum answers; posts come in the order that the reader's account has chosen, newest first. */
export function answerOf({ topics, posts }: Forum, path: string, query: URLSearchParams): Reply {
  const there = topics.filter(({ isGone }) => !isGone);
  const mine = (topic: Topic) => posts.filter(({ tid }) => tid === topic.tid);
  if (path === '/api/recent') {
    const { shown, pagination } = paged(
      [...there].sort((a, b) => b.last - a.last),
      query,
    );
    return {
      body: {
        nextStart: 20,
        topicCount: there.length,
        topics: shown.map((topic) => toTopic(topic, mine(topic).length)),
        tids: shown.map(({ tid }) => tid),
        pagination,
      },
    };
  }
  const group = /^\/api\/v3\/groups\/([\w-]+)\/members$/.exec(path)?.[1];
  if (group === 'administrators')
    return ok({
      users: query.get('after') === '0' ? [{ ...userOf(anna), isOwner: true }] : [],
      nextStart: 50,
      matchCount: null,
      timing: null,
    });
  if (group === 'support') return ok({ users: [userOf(8)], nextStart: null, matchCount: null, timing: null });
  if (group !== undefined) return missing;
  const [, kind, id] = /^\/api\/v3\/(topics|posts)\/([^/]+)$/.exec(path) ?? [];
  if (kind === 'posts') {
    const post = posts.find(({ pid }) => String(pid) === decodeURIComponent(id ?? ''));
    return post === undefined ? missing : ok(toPost(post, 0, false));
  }
  const slug = /^\/api\/topic\/(\d+\/[\w-]+)\/1$/.exec(path)?.[1];
  const topic = there.find((one) => (kind === 'topics' ? String(one.tid) === id : slugOf(one) === slug));
  if (topic === undefined) return missing;
  if (kind === 'topics') return ok(toTopic(topic, mine(topic).length));
  const all = mine(topic).map((post, index) => toPost(post, index, topic.isSpoiled));
  const { shown, pagination } = paged(all, query);
  return { body: { ...toTopic(topic, all.length), posts: [...shown].reverse(), pagination } };
}

export const upstreamOf =
  (forum: Forum, later = 0): Upstream =>
  ({ url, headers }) => {
    if (headers.authorization !== 'Bearer a-secret-token')
      return { status: 401, body: { status: { code: 'not-authorised' }, response: {} } };
    return { headers: { date: new Date(virtualStart + later).toUTCString() }, ...answerOf(forum, url.pathname, url.searchParams) };
  };

export const nodebbSettings = { url: 'https://forum.example.com', token: 'a-secret-token' };

function openVendor(count: number): Vendor {
  const forum = openForum();
  const { topics, posts, say, open } = forum;
  const extra: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const topic = open();
    if (n % 3 !== 2) continue;
    const reply = say(topic, anna, '<p>We look into it.</p>');
    if (n % 9 === 8) extra.push(`${topic.tid}/${say(topic, 900 + n, '<p>Mine too!</p>', { to: reply.pid }).pid}`);
  }
  const at = (index: number): Topic => topics[index] ?? open();
  return {
    upstream: upstreamOf(forum),
    ids: () =>
      [...topics.filter(({ isSpoiled }) => !isSpoiled).map(({ tid }) => String(tid)), ...extra].filter(
        (id) => at(2).isSpoiled !== true || !id.startsWith(`${at(2).tid}/`),
      ),
    edit: () => {
      const first = posts.find(({ tid }) => tid === at(0).tid);
      Object.assign(first ?? {}, { text: '<p>Where is it? It has been <b>three</b> days.</p>', edited: virtualStart });
      // An edit moves nothing; an answer does.
      say(at(0), 100, '<p>Hello?</p>');
      return { externalId: '1', text: 'Where is it? It has been three days.' };
    },
    remove: () => {
      at(1).isGone = true;
      return '2';
    },
    spoil: () => {
      at(2).isSpoiled = true;
      return '3';
    },
    mend: () => {
      at(2).isSpoiled = false;
      say(at(2), 102, '<p>Hello?</p>');
    },
    add: () => String(open().tid),
  };
}

export const nodebbCase: ConnectorCase = {
  connector: nodebb,
  settings: nodebbSettings,
  open: () => openVendor(65),
  openEmpty: () => openVendor(0),
};
