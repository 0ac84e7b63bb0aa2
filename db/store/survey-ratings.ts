// What our own surveys of a conversation were answered with, in the form of ratings.
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import type { IncomingRating } from '../model/conversation.ts';

/** Answers in the order of the episodes that they are about. */
export async function findSurveyRatings(
  db: Db,
  conversationId: number,
): Promise<(Omit<IncomingRating, 'comment'> & { comment: string | null })[]> {
  const { surveyOffer } = db.tables;
  const { episode, kind, value, scaleMin, scaleMax, answeredAt, comment } = surveyOffer;
  const rows = await db.query
    .select({ episode, kind, value, scaleMin, scaleMax, at: answeredAt, comment })
    .from(surveyOffer)
    .where(and(eq(surveyOffer.conversationId, conversationId), isNotNull(answeredAt)))
    .orderBy(asc(episode));
  return rows.flatMap(({ episode: ordinal, value: given, ...rest }) =>
    given === null ? [] : [{ externalId: `survey:${ordinal}`, ...rest, value: given }],
  );
}
