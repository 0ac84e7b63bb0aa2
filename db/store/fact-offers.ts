// Requests for ratings as facts: the messages by which a source asked, and the links of our own surveys with their answers.
import { and, asc, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { type AskedFor, answeredOffers, isGoodRating } from '../facts/answered-offers.ts';
import type { RatingKind } from '../model/conversation.ts';
import type { OfferRecord, RatingRecord } from '../model/fact-record.ts';
import { byConversation } from './by-conversation.ts';

type Survey = {
  readonly kind: RatingKind;
  readonly at: number;
  readonly answeredAt: number | null;
  readonly value: number | null;
  readonly scaleMin: number;
  readonly scaleMax: number;
};

export type OfferParts = {
  readonly asked: ReadonlyMap<number, AskedFor[]>;
  readonly surveys: ReadonlyMap<number, Survey[]>;
};

/** Survey messages that have a time, by conversation. */
export async function readAskedFor(tx: Db, ids: readonly number[]): Promise<Map<number, AskedFor[]>> {
  const { conversationId, at, kind } = tx.tables.message;
  const rows = await tx.rows<[conversationId: number, at: number]>(
    tx.query
      .select({ conversationId, at })
      .from(tx.tables.message)
      // The word itself and no parameter: only then is it known that the index over surveys holds everything that is asked for.
      .where(and(sql`${kind} = 'survey'`, isNotNull(at), inList(tx, conversationId, ids)))
      .orderBy(asc(conversationId), asc(at))
      .toSQL(),
  );
  return byConversation(rows, (row): AskedFor => ({ kind: null, at: row[1] }));
}

type SurveyRow = [
  conversationId: number,
  kind: RatingKind,
  at: number,
  answeredAt: number | null,
  value: number | null,
  scaleMin: number,
  scaleMax: number,
];

/** Offers of our own surveys by conversation, in the order of its episodes. */
export async function readSurveyOffers(tx: Db, ids: readonly number[]): Promise<Map<number, Survey[]>> {
  const { surveyOffer } = tx.tables;
  const { conversationId, kind, offeredAt, answeredAt, value, scaleMin, scaleMax, episode } = surveyOffer;
  const rows = await tx.rows<SurveyRow>(
    tx.query
      .select({ conversationId, kind, offeredAt, answeredAt, value, scaleMin, scaleMax })
      .from(surveyOffer)
      .where(inList(tx, conversationId, ids))
      .orderBy(asc(conversationId), asc(episode))
      .toSQL(),
  );
  return byConversation(rows, ([, ...rest]): Survey => {
    const [asked, at, answered, given, min, max] = rest;
    return { kind: asked, at, answeredAt: answered, value: given, scaleMin: min, scaleMax: max };
  });
}

/** What the source brought and what our own surveys were answered with. */
export function ratingsOf(id: number, given: readonly RatingRecord[], { surveys }: OfferParts): readonly RatingRecord[] {
  const own = surveys.get(id);
  if (own === undefined) return given;
  const answers = own.flatMap(({ kind, value, scaleMin, scaleMax, answeredAt }) =>
    value === null || answeredAt === null ? [] : [{ kind, value, scaleMin, scaleMax, at: answeredAt }],
  );
  return [...given, ...answers];
}

/** Everything that was asked for: a rating of the source never answers one of our own links. */
export function offersOf(id: number, given: readonly RatingRecord[], { asked, surveys }: OfferParts): OfferRecord[] {
  const own = (surveys.get(id) ?? []).map((survey): OfferRecord => {
    const { kind, at, value, answeredAt } = survey;
    const isRated = value !== null && answeredAt !== null;
    return {
      kind,
      at,
      answeredAt: isRated ? answeredAt : null,
      isGood: isRated && kind === 'csat' ? isGoodRating({ ...survey, value }) : null,
    };
  });
  return [...answeredOffers(asked.get(id) ?? [], given), ...own];
}
