// Discourse: what it says of a topic and its posts, and the conversations that they mean.
import { z } from 'zod';
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { toTopicConversations } from './forum-topic.ts';
import { htmlText } from './html-text.ts';
import { isoTime } from './iso-time.ts';

export const postShape = z.object({
  id: z.number().int(),
  user_id: z.number().int().nullish(),
  username: z.string().nullish(),
  created_at: isoTime,
  updated_at: isoTime.nullish(),
  cooked: z.string().nullish(),
  post_number: z.number().int(),
  /** 1 a post, 2 by a moderator, 3 something that was done to the topic, 4 a whisper among staff. */
  post_type: z.number().int().default(1),
  // A number on real servers, a text by the official description.
  reply_to_post_number: z.union([z.number(), z.string().transform(Number)]).nullish(),
  primary_group_name: z.string().nullish(),
  moderator: z.boolean().nullish(),
  admin: z.boolean().nullish(),
  staff: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  deleted_at: isoTime.nullish(),
  user_deleted: z.boolean().nullish(),
  action_code: z.string().nullish(),
  accepted_answer: z.boolean().nullish(),
});
export type DiscoursePost = z.infer<typeof postShape>;

export const topicShape = z.object({
  id: z.number().int(),
  title: z.string(),
  closed: z.boolean().nullish(),
  archived: z.boolean().nullish(),
  archetype: z.string().nullish(),
  deleted_at: isoTime.nullish(),
  // Names in older versions, objects in newer ones.
  tags: z.array(z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)])).nullish(),
  accepted_answer: z.unknown().optional(),
});

export type DiscourseItem = {
  readonly topic: z.infer<typeof topicShape>;
  readonly posts: readonly DiscoursePost[];
  /** Members of these groups speak for us, in small letters. */
  readonly groups: ReadonlySet<string>;
  /** Bare posts of the parts before this one; null where the posts are all there are. */
  readonly earlier: readonly DiscoursePost[] | null;
};

/** What the later parts of a topic have to know of a post: who wrote it when in answer to what, without what it says. */
export function bareOf({ cooked: _cooked, ...post }: DiscoursePost): DiscoursePost {
  return post;
}

type Whole = Omit<DiscourseItem, 'earlier'>;

/** The text of a post: who is quoted is not told, and a mention is a word, not a link. */
export function cookedText(cooked: string): string {
  const plain = cooked
    .replaceAll(/<div class="title[^"]*">[\s\S]*?<\/div>(?=\s*<blockquote)/g, '')
    .replaceAll(/<a class="mention[^>]*>(.*?)<\/a>/g, '$1');
  return htmlText(plain);
}

function actorOf({ user_id, staff, admin, moderator, primary_group_name }: DiscoursePost, groups: ReadonlySet<string>) {
  // The system and the bots of the forum have ids below zero.
  if (user_id != null && user_id < 0) return 'bot';
  const isOurs = staff === true || admin === true || moderator === true || groups.has(primary_group_name?.toLowerCase() ?? '');
  return isOurs ? 'agent' : 'customer';
}

/** When a post was taken away; a hidden one no longer speaks to anybody. */
function takenAt({ deleted_at, user_deleted, hidden, updated_at, created_at }: DiscoursePost): Instant | null {
  if (deleted_at != null) return deleted_at;
  return user_deleted === true || hidden === true ? (updated_at ?? created_at) : null;
}

function toMessage(post: DiscoursePost, { groups }: Whole, byNumber: ReadonlyMap<number, DiscoursePost>): FetchedMessage {
  const actor = actorOf(post, groups);
  const deletedAt = takenAt(post);
  const parent = post.reply_to_post_number == null ? undefined : byNumber.get(post.reply_to_post_number);
  return {
    externalId: String(post.id),
    at: post.created_at,
    actor,
    author: post.user_id == null ? null : String(post.user_id),
    authorName: actor === 'agent' ? (post.username ?? null) : null,
    visibility: post.post_type === 4 ? 'private' : 'public',
    kind: 'message',
    text: deletedAt === null ? cookedText(post.cooked ?? '') : '',
    inReplyTo: parent === undefined ? null : String(parent.id),
    deletedAt,
  };
}

function toChanges({ posts, groups }: Whole): FetchedConversation['statusChanges'] {
  return posts.flatMap((post) => {
    const [, what] = /^(?:auto)?(?:closed|archived)\.(enabled|disabled)$/.exec(post.action_code ?? '') ?? [];
    if (post.post_type !== 3 || what === undefined) return [];
    const isAutomatic = post.action_code?.startsWith('auto') === true || actorOf(post, groups) === 'bot';
    return [{ at: post.created_at, status: what === 'enabled' ? 'closed' : 'open', by: isAutomatic ? 'system' : 'agent' } as const];
  });
}

/**
 * The conversations of a topic: its opener's, and those of others who spoke to us in it. Of a part, those that go on in it, with the
 * messages of this part alone: what is stored of them stays.
 */
export function toDiscourseConversations({ earlier, ...item }: DiscourseItem): FetchedConversation[] {
  if (earlier === null) return toConversations(item);
  const own = new Set(item.posts.map(({ id }) => String(id)));
  return toConversations({ ...item, posts: [...earlier, ...item.posts] })
    .map((one) => ({ ...one, coverage: 'part' as const, messages: one.messages.filter(({ externalId }) => own.has(externalId)) }))
    .filter(({ messages }) => messages.length > 0);
}

function toConversations(item: Whole): FetchedConversation[] {
  const { topic, posts } = item;
  const isSolved = topic.accepted_answer != null || posts.some(({ accepted_answer }) => accepted_answer === true);
  const byNumber = new Map(posts.map((post) => [post.post_number, post]));
  const spoken = posts.filter(({ post_type }) => post_type !== 3);
  return toTopicConversations({
    coverage: 'whole',
    externalId: String(topic.id),
    channel: topic.archetype === 'private_message' ? 'forum-message' : 'forum',
    subject: topic.title,
    status: topic.closed === true || topic.archived === true ? 'closed' : isSolved ? 'solved' : 'open',
    statusChanges: toChanges(item),
    languageHint: null,
    category: null,
    team: null,
    country: null,
    tags: topic.tags ?? [],
    exclusion: topic.deleted_at != null ? 'deleted' : spoken[0]?.hidden === true ? 'spam' : null,
    mergedInto: null,
    isComplaint: false,
    posts: spoken.map((post) => toMessage(post, item, byNumber)),
  });
}
