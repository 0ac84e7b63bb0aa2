// Google Play: what its interface says of a review, and the conversation that it means.
import { z } from 'zod';
import { second } from '#db/model/instant.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';

/** Seconds come as text. */
const stamp = z
  .object({ seconds: z.union([z.string(), z.number()]).transform(Number).pipe(z.number().int()), nanos: z.number().default(0) })
  .transform(({ seconds, nanos }) => seconds * second + Math.floor(nanos / 1e6));

const userComment = z.object({
  text: z.string(),
  /** Where the text is a translation. */
  originalText: z.string().nullish(),
  lastModified: stamp,
  starRating: z.number().int().min(1).max(5),
  reviewerLanguage: z.string().nullish(),
  appVersionName: z.string().nullish(),
});
const developerComment = z.object({ text: z.string().default(''), lastModified: stamp });

export const playReviewShape = z.object({
  reviewId: z.string().min(1),
  comments: z
    .array(z.object({ userComment: userComment.optional(), developerComment: developerComment.optional() }))
    .refine((comments) => comments.some((comment) => comment.userComment !== undefined), 'has no text of a user'),
});
export type PlayReview = z.infer<typeof playReviewShape>;

const message = { visibility: 'public', kind: 'message', authorName: null, inReplyTo: null, deletedAt: null } as const;

/**
 * A review and its answer. Who edits a review overwrites it, and the time with it: each version is a message of its own, so that the one which
 * we answered stays in front of our answer.
 */
function toMessages({ reviewId, comments }: PlayReview): FetchedMessage[] {
  return comments.flatMap((comment): FetchedMessage[] => {
    const { userComment: user, developerComment: developer } = comment;
    const said: FetchedMessage[] = [];
    if (user !== undefined) {
      const [title = '', ...rest] = (user.originalText || user.text).split('\t');
      const text = [title, rest.join(' ')].map((part) => part.trim()).filter((part) => part !== '');
      said.push({
        ...message,
        externalId: `${reviewId}:${user.lastModified}`,
        at: user.lastModified,
        actor: 'customer',
        author: reviewId,
        text: text.join('\n'),
      });
    }
    if (developer !== undefined) {
      const externalId = `${reviewId}:reply:${developer.lastModified}`;
      said.push({ ...message, externalId, at: developer.lastModified, actor: 'agent', author: 'developer', text: developer.text.trim() });
    }
    return said;
  });
}

export function toPlayConversation(review: PlayReview): FetchedConversation {
  const user = review.comments.findLast((comment) => comment.userComment !== undefined)?.userComment;
  const messages = toMessages(review).sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const [title = '', body] = (user?.originalText || user?.text || '').split('\t');
  return {
    coverage: 'part',
    externalId: review.reviewId,
    channel: 'google-play',
    subject: body === undefined || title.trim() === '' ? null : title.trim(),
    openedAt: messages.find(({ actor }) => actor === 'customer')?.at ?? null,
    status: messages.at(-1)?.actor === 'agent' ? 'closed' : 'open',
    statusChanges: [],
    customer: review.reviewId,
    languageHint: user?.reviewerLanguage?.replace('_', '-') ?? null,
    category: null,
    team: null,
    country: null,
    tags: user?.appVersionName ? [`version ${user.appVersionName}`] : [],
    exclusion: null,
    mergedInto: null,
    isComplaint: false,
    messages,
    ratings:
      user === undefined
        ? []
        : [{ externalId: review.reviewId, kind: 'csat', value: user.starRating, scaleMin: 1, scaleMax: 5, at: user.lastModified }],
  };
}
