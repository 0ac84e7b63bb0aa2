// Who may be asked next: conversations whose last episode was solved in a stretch of time, with the offer that was made of it.
import { and, asc, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { SurveyOffer } from './surveys.ts';

export type SurveyCandidate = {
  readonly conversationId: number;
  readonly sourceId: string;
  readonly externalId: string;
  readonly offer: SurveyOffer | null;
};

/** Solved within `[since, until]`, earliest first; conversations that are left out of figures are not asked about. */
export async function findSurveyCandidates(
  db: Db,
  { since, until, sourceId }: { readonly since: Instant; readonly until: Instant; readonly sourceId: string | null },
): Promise<SurveyCandidate[]> {
  const { conversation, episode, surveyOffer } = db.tables;
  const later = sql`not exists (select 1 from ${episode} as later where later.conversation_id = ${episode.conversationId} and later.position > ${episode.position})`;
  return await db.query
    .select({ conversationId: conversation.id, sourceId: conversation.sourceId, externalId: conversation.externalId, offer: surveyOffer })
    .from(episode)
    .innerJoin(conversation, eq(conversation.id, episode.conversationId))
    .leftJoin(surveyOffer, and(eq(surveyOffer.conversationId, episode.conversationId), eq(surveyOffer.episode, episode.ordinal)))
    .where(
      and(
        eq(episode.countsAsSolved, true),
        gte(episode.solvedAt, since),
        lte(episode.solvedAt, until),
        isNull(conversation.exclusion),
        sourceId === null ? undefined : eq(conversation.sourceId, sourceId),
        later,
      ),
    )
    .orderBy(asc(episode.solvedAt), asc(conversation.id));
}

/** The conversation that a source knows by this id; `not_found` where it has sent none. */
export async function getConversationId(db: Db, sourceId: string, externalId: string): Promise<number> {
  const { conversation } = db.tables;
  const [found] = await db.query
    .select({ id: conversation.id })
    .from(conversation)
    .where(and(eq(conversation.sourceId, sourceId), eq(conversation.externalId, externalId)));
  if (found === undefined) throw new AppError('not_found', 'this source has no such conversation; send it first');
  return found.id;
}
