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
  name: '',
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
  display_username: '',
  primary_group_name: null,
  flair_name: null,
  flair_url: null,
  flair_bg_color: null,
  flair_color: null,
  version: post.updated === post.at ? 1 : 2,
  can_edit: false,
  can_delete: false,
  can_recover: false,
  can_wiki: false,
  read: true,
  link_counts: [],
  bookmarked: false,
  user_title: null,
  actions_summary: [],
  hidden: post.isHidden,
  trust_level: 1,
  deleted_at: null,
  user_deleted: false,
  edit_reason: null,
  can_view_edit_history: true,
  wiki: false,
  reviewable_id: 0,
  reviewable_score_count: 0,
  reviewable_score_pending_count: 0,
});

/** The list of the newest posts tells a little more of each, and a little less. */
function toListed(post: ForumPost, size: number) {
  const { read: _read, link_counts: _links, ...told } = toPost(post, false);
  return {
    ...told,
    posts_count: size,
    topic_title: `Withdrawal ${post.topic}`,
    topic_html_title: `Withdrawal ${post.topic}`,
    category_id: 4,
    flair_group_id: null,
    badges_granted: [],
    can_see_hidden_post: false,
    raw: post.text,
    excerpt: post.text,
    truncated: false,
    reviewable_id: null,
    post_url: `/t/withdrawal/${post.topic}/${post.number}`,
  };
}

const person = { id: 3, username: 'anna', name: '', avatar_template: '/letter_avatar_proxy/v2/letter/a/ad7895/{size}.png' };
const rights = {
  can_edit: false,
  notification_level: 1,
  can_move_posts: false,
  can_delete: false,
  can_remove_allowed_users: false,
  can_create_post: false,
  can_reply_as_new_topic: false,
  can_convert_topic: false,
  can_review_topic: false,
  can_close_topic: false,
  can_archive_topic: false,
  can_split_merge_topic: false,
  can_edit_staff_notes: false,
  can_toggle_topic_visibility: false,
  can_pin_unpin_topic: false,
  can_moderate_category: false,
  can_remove_self_id: 3,
};

/** What a topic tells beside what lists tell of it. */
const details = {
  timeline_lookup: [],
  suggested_topics: [],
  tags: [{ id: 1, name: 'wallet', slug: 'wallet' }],
  tags_descriptions: {},
  word_count: 10,
  deleted_at: null,
  user_id: 3,
  featured_link: null,
  pinned_globally: false,
  pinned_at: null,
  pinned_until: null,
  slow_mode_seconds: 0,
  draft: null,
  draft_key: 'topic_1',
  draft_sequence: 0,
  deleted_by: null,
  has_deleted: false,
  actions_summary: [],
  chunk_size: 20,
  bookmarked: false,
  bookmarks: [],
  topic_timer: null,
  message_bus_last_id: 0,
  participant_count: 1,
  show_read_indicator: false,
  thumbnails: null,
  slow_mode_enabled_until: null,
  details: { ...rights, created_by: person, last_poster: person },
};

const toTopic = (topic: ForumTopic, size: number) => ({
  id: topic.id,
  title: `Withdrawal ${topic.id}`,
  fancy_title: `Withdrawal ${topic.id}`,
  slug: `withdrawal-${topic.id}`,
  posts_count: size,
  reply_count: 0,
  highest_post_number: size,
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
  has_summary: false,
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
    return { body: { latest_posts: there.map((post) => toListed(post, 1)).reverse() } };
  }
  const [, id, part] = /^\/t\/(\d+)(\/posts)?\.json$/.exec(path) ?? [];
  const topic = topics.find((one) => String(one.id) === id);
  if (topic === undefined || topic.isGone) return { status: 404, body: { errors: ['not found'], error_type: 'not_found' } };
  const all = visible(topic);
  const asked = query.getAll('post_ids[]').map(Number);
  const shown = part === undefined ? all.slice(0, 20) : all.filter((post) => asked.includes(post.id));
  const list = shown.map((post) => toPost(post, spoiled(post)));
  if (part !== undefined) return { body: { post_stream: { posts: list }, id: topic.id } };
  const { unseen: _unseen, bumped: _bumped, bumped_at: _bumpedAt, ...told } = toTopic(topic, all.length);
  const stream = { posts: list, stream: all.map((post) => post.id) };
  return { body: { post_stream: stream, ...told, image_url: null, ...details } };
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
