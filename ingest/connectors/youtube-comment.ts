// YouTube: what its interface says of comments, and the posts that they mean.
import { z } from 'zod';
import { isoTime } from './mastodon-status.ts';
import { plainHandle, type SocialPost } from './social-post.ts';

export const commentShape = z.object({
  id: z.string(),
  snippet: z.object({
    authorChannelId: z.object({ value: z.string() }).nullish(),
    authorDisplayName: z.string().nullish(),
    textDisplay: z.string(),
    textOriginal: z.string().nullish(),
    publishedAt: isoTime,
  }),
});
export type YoutubeComment = z.infer<typeof commentShape>;

export const threadShape = z.object({
  id: z.string(),
  snippet: z.object({ topLevelComment: commentShape, totalReplyCount: z.number() }),
  replies: z.object({ comments: z.array(commentShape) }).nullish(),
});

export type YoutubeSelf = { readonly channelId: string; readonly handle: string };

const textOf = ({ snippet }: YoutubeComment): string => snippet.textOriginal ?? snippet.textDisplay;
/** Display names are handles since they begin with `@`; older ones are names, which prove nothing. */
const handleOf = ({ snippet }: YoutubeComment): string | null =>
  snippet.authorDisplayName?.startsWith('@') === true ? plainHandle(snippet.authorDisplayName) : null;

/** Whom an answer names at its beginning, as the answer button writes it. */
function namedIn(text: string): string | null {
  const [, handle] = /^[\u200b\s]*@([\p{L}\p{N}._·-]+)/u.exec(text) ?? [];
  return handle === undefined ? null : plainHandle(handle);
}

/** Threads have two levels, so an answer to an answer only shows in its words: it answers the last comment of whom it names. */
function parentOf(comment: YoutubeComment, top: YoutubeComment, earlier: readonly YoutubeComment[]): string {
  const named = namedIn(textOf(comment));
  return earlier.findLast((one) => named !== null && handleOf(one) === named)?.id ?? top.id;
}

/** The posts of a thread. Every comment under a video of ours speaks to us; of the answers, those that name us. */
export function toYoutubePosts(top: YoutubeComment, replies: readonly YoutubeComment[], self: YoutubeSelf): readonly SocialPost[] {
  const ordered = [...replies].sort((a, b) => a.snippet.publishedAt - b.snippet.publishedAt || (a.id < b.id ? -1 : 1));
  return [top, ...ordered].map((comment, index, all): SocialPost => {
    const { snippet, id } = comment;
    const text = textOf(comment);
    const handle = handleOf(comment);
    return {
      id,
      parent: index === 0 ? null : parentOf(comment, top, all.slice(0, index)),
      quotes: null,
      author: {
        id: snippet.authorChannelId?.value ?? null,
        handles: handle === null ? [] : [handle],
        name: snippet.authorDisplayName ?? null,
        isBot: false,
        isOfficial: snippet.authorChannelId?.value === self.channelId,
      },
      at: snippet.publishedAt,
      text,
      language: null,
      addressesUs: index === 0 || text.toLowerCase().includes(`@${plainHandle(self.handle)}`),
      visibility: 'public',
      isRepost: false,
      isDeleted: false,
    };
  });
}
