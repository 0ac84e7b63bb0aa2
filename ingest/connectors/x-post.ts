// X: what its interface says of a post, by its present and its former names, and the post that it means.
import { z } from 'zod';
import type { Instant } from '#db/model/instant.ts';
import { isoTime } from './mastodon-status.ts';
import { compareIds, type SocialPost } from './social-post.ts';

const referenceShape = z.object({ type: z.string(), id: z.string() });
const noteShape = z.object({ text: z.string().nullish() });
const entitiesShape = z.object({
  mentions: z.array(z.object({ id: z.string().nullish(), username: z.string() })).nullish(),
  urls: z.array(z.object({ url: z.string(), expanded_url: z.string().nullish() })).nullish(),
});

/** Posts were called tweets until lately, and both names are in use. */
export const xPostShape = z
  .object({
    id: z.string(),
    text: z.string(),
    author_id: z.string(),
    conversation_id: z.string(),
    created_at: isoTime,
    lang: z.string().nullish(),
    referenced_posts: z.array(referenceShape).nullish(),
    referenced_tweets: z.array(referenceShape).nullish(),
    edit_history_post_ids: z.array(z.string()).nullish(),
    edit_history_tweet_ids: z.array(z.string()).nullish(),
    note_post: noteShape.nullish(),
    note_tweet: noteShape.nullish(),
    entities: entitiesShape.nullish(),
  })
  .transform((raw) => ({
    id: raw.id,
    conversationId: raw.conversation_id,
    authorId: raw.author_id,
    at: raw.created_at,
    text: raw.note_post?.text ?? raw.note_tweet?.text ?? raw.text,
    language: raw.lang ?? null,
    references: raw.referenced_posts ?? raw.referenced_tweets ?? [],
    versions: raw.edit_history_post_ids ?? raw.edit_history_tweet_ids ?? [raw.id],
    entities: raw.entities ?? null,
  }));
export type XPost = z.infer<typeof xPostShape>;

export type XUser = { readonly id: string; readonly username: string; readonly name: string };
export type XSelf = { readonly id: string; readonly username: string };

const epoch = 1_288_834_974_657n;

/** The least id that a post of an instant can have: the milliseconds since X's own epoch stand above 22 other bits. */
export function firstXIdAt(at: Instant): string {
  const ms = BigInt(Math.trunc(at)) - epoch;
  return ((ms < 0n ? 0n : ms) << 22n).toString();
}

/** The instant at which an id was given. */
export function xIdTime(id: string): Instant {
  return Number((BigInt(id) >> 22n) + epoch);
}

const entityOf: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** The words as they were typed, with the addresses that shortened links stand for. */
function plainText({ text, entities }: XPost): string {
  const whole = (entities?.urls ?? []).reduce((said, { url, expanded_url }) => said.replaceAll(url, () => expanded_url ?? url), text);
  return whole.replace(/&(?:amp|lt|gt);/g, (entity) => entityOf[entity] ?? entity);
}

/** An edit makes a new id; a post keeps the id of its first version here, and answers to any version are answers to it. */
export function firstVersions(posts: readonly XPost[]): ReadonlyMap<string, string> {
  return new Map(posts.flatMap(({ versions }) => versions.map((id): [string, string] => [id, versions[0] ?? id])));
}

/** The latest version of each post. */
export function latestVersions(posts: readonly XPost[]): readonly XPost[] {
  const latest = new Map<string, XPost>();
  for (const post of posts) {
    const key = post.versions[0] ?? post.id;
    const known = latest.get(key);
    if (known === undefined || compareIds(post.id, known.id) >= 0) latest.set(key, post);
  }
  return [...latest.values()];
}

type People = { readonly users: ReadonlyMap<string, XUser>; readonly first: ReadonlyMap<string, string> };

export function toXPost(
  post: XPost,
  { users, first }: People,
  { self, terms }: { readonly self: XSelf; readonly terms: readonly string[] },
): SocialPost {
  const user = users.get(post.authorId);
  const text = plainText(post);
  const words = text.toLowerCase();
  const referenced = (type: string) => {
    const id = post.references.find((one) => one.type === type)?.id ?? null;
    return id === null ? null : (first.get(id) ?? id);
  };
  const isMentioned = (post.entities?.mentions ?? []).some(
    ({ id, username }) => id === self.id || (id == null && username.toLowerCase() === self.username.toLowerCase()),
  );
  return {
    id: post.versions[0] ?? post.id,
    parent: referenced('replied_to'),
    quotes: referenced('quoted'),
    author: { id: post.authorId, handles: user === undefined ? [] : [user.username], name: user?.name ?? null, isBot: false },
    // The first version was written when its id was given.
    at: post.versions[0] === undefined || post.versions[0] === post.id ? post.at : xIdTime(post.versions[0]),
    text,
    language: post.language === null || /^(?:und|q..|zxx)$/.test(post.language) ? null : post.language,
    addressesUs: isMentioned || terms.some((term) => words.includes(term.toLowerCase())),
    visibility: 'public',
    isRepost: referenced('retweeted') !== null,
    isDeleted: false,
  };
}
