// A stand-in for a Discourse forum, its answers shaped after recorded ones and the official description.
import { discourse } from '#ingest/connectors/discourse.ts';
import { type Reply, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';

const minute = 60_000;
const iso = (at: number) => new Date(at).toISOString();
const agent = { user_id: 3, username: 'anna', moderator: true, admin: false, staff: true };
const member = (id: number) => ({ user_id: id, username: `member${id}`, moderator: false, admin: false, staff: false });

export type ForumPost = {
  id: number;
  topic: number;
  number: number;
  at: number;
  updated: number;
  by: ReturnType<typeof member>;
  text: string;
} & {
  to: number | null;
  type: number;
  isHidden: boolean;
};
export type ForumTopic = {
  id: number;
  at: number;
  bumped: number;
  isGone: boolean;
  isSpoiled: boolean;
  isPinned: boolean;
  isClosed: boolean;
};

/** The forum behind the stand-in, for tests of its hard cases. */
export function openForum() {
  const topics: ForumTopic[] = [];
  const posts: ForumPost[] = [];
  let at = virtualStart - 30 * 24 * 60 * minute;
  const say = (topic: ForumTopic, by: ForumPost['by'], text: string, more: Partial<ForumPost> = {}): ForumPost => {
    at += minute;
    const number = posts.filter((post) => post.topic === topic.id).length + 1;
    const post = { id: posts.length + 1, topic: topic.id, number, at, updated: at, by, text, to: null, type: 1, isHidden: false, ...more };
    posts.push(post);
    topic.bumped = at;
    return post;
  };
  const open = (by = member(100 + topics.length)): ForumTopic => {
    const topic = {
      id: topics.length + 11,
      at: at + minute,
      bumped: at,
      isGone: false,
      isSpoiled: false,
      isPinned: false,
      isClosed: false,
    };
    topics.push(topic);
    say(topic, by, `<p>Where is withdrawal ${topic.id}?</p>`);
    return topic;
  };
  const touch = (topic: ForumTopic) => {
    at += minute;
    topic.bumped = at;
  };
  return { topics, posts, say, open, touch };
}
export type Forum = ReturnType<typeof openForum>;

const toPost = (post: ForumPost, isSpoiled: boolean) => ({
  id: post.id,
  name: null,
  ...post.by,
  avatar_template: '/letter_avatar_proxy/v2/letter/m/ad7895/{size}.png',
  created_at: isSpoiled ? 'the other day' : iso(post.at),
  cooked: post.text,
  post_number: post.number,
  post_type: post.type,
  updated_at: iso(post.updated),
  reply_count: 0,
  reply_to_post_number: post.to,
  quote_count: 0,
  incoming_link_count: 0,
  reads: 1,
  readers_count: 0,
  score: 0.2,
  yours: false,
  topic_id: post.topic,
  topic_slug: `withdrawal-${post.topic}`,
  display_username: null,
  primary_group_name: null,
  flair_name: null,
  version: post.updated === post.at ? 1 : 2,
  can_edit: false,
  can_delete: false,
  can_recover: false,
  user_title: null,
  actions_summary: [],
  hidden: post.isHidden,
  trust_level: 1,
  deleted_at: null,
  user_deleted: false,
  edit_reason: null,
  can_view_edit_history: true,
  wiki: false,
});

const toTopic = (topic: ForumTopic, size: number) => ({
  id: topic.id,
  title: `Withdrawal ${topic.id}`,
  fancy_title: `Withdrawal ${topic.id}`,
  slug: `withdrawal-${topic.id}`,
  posts_count: size,
  reply_count: 0,
  highest_post_number: size,
  image_url: null,
  created_at: iso(topic.at),
  last_posted_at: topic.isPinned ? null : iso(topic.bumped),
  bumped: true,
  bumped_at: iso(topic.bumped),
  archetype: 'regular',
  unseen: false,
  pinned: topic.isPinned,
  unpinned: null,
  visible: true,
  closed: topic.isClosed,
  archived: false,
  views: 3,
  like_count: 0,
  category_id: 4,
});

/** What the forum answers to a reader. */
export function answerOf(forum: Forum, path: string, query: URLSearchParams): Reply {
  const { topics, posts } = forum;
  const visible = (topic: ForumTopic) => posts.filter((post) => post.topic === topic.id);
  const spoiled = (post: ForumPost) => topics.some(({ id, isSpoiled }) => isSpoiled && id === post.topic);
  if (path === '/latest.json') {
    const page = Number(query.get('page') ?? 0);
    const there = topics.filter(({ isGone }) => !isGone).sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || b.bumped - a.bumped);
    const shown = there.slice(page * 30, (page + 1) * 30).map((topic) => toTopic(topic, visible(topic).length));
    return { body: { users: [], primary_groups: [], topic_list: { can_create_topic: false, per_page: 30, topics: shown } } };
  }
  if (path === '/posts.json') {
    const before = Number(query.get('before') ?? posts.length);
    const inWindow = posts.filter(({ id, isHidden, type }) => id <= before && id > before - 50 && !isHidden && type === 1);
    const there = inWindow.filter((post) => topics.some(({ id, isGone }) => id === post.topic && !isGone));
    // The list gives its times whole whatever is wrong inside a topic.
    return { body: { latest_posts: there.map((post) => toPost(post, false)).reverse() } };
  }
  const [, id, part] = /^\/t\/(\d+)(\/posts)?\.json$/.exec(path) ?? [];
  const topic = topics.find((one) => String(one.id) === id);
  if (topic === undefined || topic.isGone) return { status: 404, body: { errors: ['not found'], error_type: 'not_found' } };
  const all = visible(topic);
  const asked = query.getAll('post_ids[]').map(Number);
  const shown = part === undefined ? all.slice(0, 20) : all.filter((post) => asked.includes(post.id));
  const list = shown.map((post) => toPost(post, spoiled(post)));
  if (part !== undefined) return { body: { post_stream: { posts: list }, id: topic.id } };
  return { body: { post_stream: { posts: list, stream: all.map((post) => post.id) }, ...toTopic(topic, all.length), tags: ['wallet'] } };
}

function openVendor(count: number): Vendor {
  const forum = openForum();
  const { topics, posts, say, open, touch } = forum;
  const extra: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const topic = open();
    // In the middle lie so many hidden posts that whole windows are empty.
    if (n === 30) for (let k = 0; k < 130; k += 1) say(topic, member(99), '<p>spam</p>', { isHidden: true });
    if (n < 3) continue;
    say(topic, agent, '<p>We look into it.</p>', { to: 1 });
    if (n % 10 === 5) extra.push(`${topic.id}/${say(topic, member(900 + n), '<p>The same here!</p>', { to: 2 }).id}`);
  }
  const at = (index: number): ForumTopic => topics[index] ?? open();
  return {
    upstream: ({ url, headers }) => {
      if (headers['api-key'] !== 'a-secret-key' || headers['api-username'] !== 'reader') return { status: 401 };
      return { headers: { date: new Date(virtualStart).toUTCString() }, ...answerOf(forum, url.pathname, url.searchParams) };
    },
    ids: () => [...topics.filter(({ isSpoiled }) => !isSpoiled).map(({ id }) => String(id)), ...extra],
    edit: () => {
      const last = posts.find(({ topic }) => topic === at(0).id);
      if (last !== undefined) last.text = '<p>Where is it? It has been <b>three</b> days.</p>';
      // The last post of a topic, edited, moves it to the top of the list.
      touch(at(0));
      return { externalId: String(at(0).id), text: 'Where is it? It has been three days.' };
    },
    remove: () => {
      at(1).isGone = true;
      return String(at(1).id);
    },
    spoil: () => {
      at(2).isSpoiled = true;
      return String(at(2).id);
    },
    mend: () => {
      at(2).isSpoiled = false;
      touch(at(2));
    },
    add: () => String(open().id),
  };
}

export const discourseCase: ConnectorCase = {
  connector: discourse,
  settings: { url: 'https://forum.example.com', user: 'reader', key: 'a-secret-key' },
  open: () => openVendor(45),
  openEmpty: () => openVendor(0),
};
