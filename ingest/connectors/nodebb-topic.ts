// NodeBB: what it says of a topic and its posts, and the conversations that they mean.
import { z } from 'zod';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { toTopicConversations } from './forum-topic.ts';
import { htmlText } from './html-text.ts';
import { isStaff, type StaffMember } from './staff-list.ts';

/** Numbers at home; posts and people that came from other servers have addresses. */
export const nodebbId = z.union([z.string(), z.number()]).transform(String);
const flag = z
  .union([z.number(), z.boolean()])
  .nullish()
  .transform((value) => value === 1 || value === true);
const instant = z.number().int().nullish();

export const nodebbPostShape = z.object({
  pid: nodebbId,
  uid: nodebbId,
  toPid: nodebbId.nullish(),
  content: z.string().nullish(),
  timestamp: z.number().int(),
  edited: instant,
  deleted: flag,
  user: z.object({ username: z.string().nullish() }).nullish(),
});
export type NodebbPost = z.infer<typeof nodebbPostShape>;

export const nodebbTopicShape = z.object({
  tid: nodebbId,
  title: z.string(),
  titleRaw: z.string().nullish(),
  locked: flag,
  deleted: flag,
  tags: z.array(z.looseObject({ value: z.string() })).nullish(),
});

export type NodebbItem = {
  readonly topic: z.infer<typeof nodebbTopicShape>;
  readonly posts: readonly NodebbPost[];
  /** Members of our groups, by the number of the user. */
  readonly ours: ReadonlySet<string>;
};

function toMessage(post: NodebbPost, isOurs: boolean): FetchedMessage {
  const { pid, uid, toPid, content, timestamp, edited, deleted, user } = post;
  const text = (content ?? '').replaceAll(/<a class="[^"]*\bmention[^>]*>(.*?)<\/a>/g, '$1');
  return {
    externalId: pid,
    at: timestamp,
    actor: isOurs ? 'agent' : 'customer',
    // All guests share a number, so that it tells nobody from anybody.
    author: uid === '0' ? null : uid,
    authorName: isOurs ? (user?.username ?? null) : null,
    visibility: 'public',
    kind: 'message',
    text: deleted ? '' : htmlText(text),
    inReplyTo: toPid ?? null,
    deletedAt: deleted ? edited || timestamp : null,
  };
}

/** The conversations of a topic: its opener's, and those of others who spoke to us in it. */
export function toNodebbConversations({ topic, posts, ours }: NodebbItem, staff: readonly StaffMember[]): FetchedConversation[] {
  return toTopicConversations({
    coverage: 'whole',
    externalId: topic.tid,
    channel: 'forum',
    subject: topic.titleRaw ?? topic.title,
    status: topic.locked ? 'closed' : 'open',
    statusChanges: [],
    languageHint: null,
    category: null,
    team: null,
    country: null,
    tags: (topic.tags ?? []).map(({ value }) => value),
    exclusion: topic.deleted ? 'deleted' : null,
    mergedInto: null,
    isComplaint: false,
    posts: posts.map((post) => toMessage(post, ours.has(post.uid) || isStaff(staff, post.uid, post.timestamp))),
  });
}
