// What customers wrote with their ratings, for lists of ratings: texts are no part of the columns that figures are counted in.
import { and, isNotNull } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { RatingKind } from '../model/conversation.ts';
import type { Instant } from '../model/instant.ts';
import { groupBy } from './group-by.ts';

export type RatingComment = {
  readonly conversationId: number;
  readonly kind: RatingKind;
  readonly value: number;
  /** Null where the source does not say when it was given. */
  readonly at: Instant | null;
  /** Redacted. */
  readonly comment: string;
};

/** Comments on ratings of these conversations, those of sources and those on our own surveys, by conversation. */
export async function findRatingComments(db: Db, ids: readonly number[]): Promise<Map<number, RatingComment[]>> {
  if (ids.length === 0) return new Map();
  const { rating: r, surveyOffer: o } = db.tables;
  const given = await db.query
    .select({ conversationId: r.conversationId, kind: r.kind, value: r.value, at: r.at, comment: r.comment })
    .from(r)
    .where(and(inList(db, r.conversationId, ids), isNotNull(r.comment)));
  const asked = await db.query
    .select({ conversationId: o.conversationId, kind: o.kind, value: o.value, at: o.answeredAt, comment: o.comment })
    .from(o)
    .where(and(inList(db, o.conversationId, ids), isNotNull(o.comment), isNotNull(o.value)));
  const comments = [...given, ...asked].flatMap(({ comment, value, ...rest }): RatingComment[] =>
    comment === null || value === null ? [] : [{ ...rest, value, comment }],
  );
  return groupBy(comments, ({ conversationId }) => conversationId);
}

/**
 * The comment on one rating of a conversation: of those of its kind and value the one that was given at that instant, else the only one
 * there is (lists by arrival give another instant than that of the rating). Null without.
 */
export function commentOn(
  comments: readonly RatingComment[],
  { kind, value, at }: { readonly kind: RatingKind; readonly value: number | null; readonly at: Instant },
): string | null {
  const alike = comments.filter((one) => one.kind === kind && one.value === value);
  const [only] = alike.length === 1 ? alike : [];
  return (alike.find((one) => one.at === at) ?? only)?.comment ?? null;
}
