// Reddit: what its listings say of submissions and comments, and the posts that they mean.
import { z } from 'zod';
import type { SocialPost } from './social-post.ts';

const spoken = {
  name: z.string(),
  author: z.string().nullish(),
  author_fullname: z.string().nullish(),
  /** Seconds since 1970, with a fraction that is always zero. */
  created_utc: z.number(),
  distinguished: z.string().nullish(),
  removed_by_category: z.string().nullish(),
  subreddit: z.string(),
};
export const submissionShape = z.object({ ...spoken, title: z.string(), selftext: z.string().nullish() });
export const commentShape = z.object({ ...spoken, body: z.string(), parent_id: z.string(), link_id: z.string() });
export type Submission = z.infer<typeof submissionShape>;
export type Comment = z.infer<typeof commentShape>;

export type RedditSelf = {
  /** `t2_` and the account's id; null where no account is named. */
  readonly id: string | null;
  readonly username: string;
  /** In lower case, without `r/`. */
  readonly subreddits: readonly string[];
};

const emptied: ReadonlySet<string> = new Set(['[deleted]', '[removed]']);

/** Whether the words are gone: taken back by their author, or away by a moderator. */
export function isEmptied(post: Submission | Comment): boolean {
  if (post.removed_by_category != null || post.author === '[deleted]') return true;
  return emptied.has('body' in post ? post.body : (post.selftext ?? ''));
}

/** `u/name` with or without a slash before it, and not as a part of another name. */
function callsUser(text: string, username: string): boolean {
  const name = username.toLowerCase().replace(/[^\w-]/g, '');
  return name !== '' && new RegExp(`(?<![\\w-])u/${name}(?![\\w-])`).test(text);
}

export function toRedditPost(post: Submission | Comment, self: RedditSelf, terms: readonly string[]): SocialPost {
  const isComment = 'body' in post;
  const isOurs = self.subreddits.includes(post.subreddit.toLowerCase());
  const text = isComment ? post.body : post.selftext || post.title;
  const words = `${isComment ? '' : `${post.title}\n`}${text}`.toLowerCase();
  const author = post.author ?? '[deleted]';
  return {
    id: post.name,
    parent: isComment ? post.parent_id : null,
    quotes: null,
    author: {
      id: author === '[deleted]' ? null : (post.author_fullname ?? `u/${author}`),
      handles: [author],
      name: author,
      isBot: author === 'AutoModerator',
      isOfficial: isOurs && post.distinguished === 'moderator',
    },
    at: Math.round(post.created_utc * 1000),
    text: isEmptied(post) ? '' : text,
    language: null,
    addressesUs: (isOurs && !isComment) || callsUser(words, self.username) || terms.some((term) => words.includes(term.toLowerCase())),
    visibility: 'public',
    isRepost: false,
    isDeleted: isEmptied(post),
  };
}
