// Conversations that a campaign may draw from, with the stratum of each and how unsure the scorer was.
import { and, asc, eq, gt, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { Candidate } from '../facts/draw-sample.ts';
import type { AnnotationField, CampaignPopulation, StratumDimension } from '../model/annotation.ts';
import type { Instant } from '../model/instant.ts';
import { conversationConditions } from './conversation-list.ts';
import { readSentimentConfidence } from './sentiment-confidence.ts';

/** Read so many at a time, so that nobody else waits long. */
const pageSize = 2000;

export type CandidateQuery = {
  readonly field: AnnotationField;
  readonly population: CampaignPopulation;
  readonly strata: readonly StratumDimension[];
  readonly asOf: Instant;
};

/** Arrivals that match and in which a customer wrote words; for sentiment, those in languages that the scorer knows. */
export async function findCandidates(db: Db, query: CandidateQuery): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (let afterId = 0; ; ) {
    const page = await readPage(db, query, afterId);
    const doubts = await doubtsOf(db, query.field, page);
    for (const row of page) {
      const stratum = query.strata.map((name) => row[name]).join(' · ') || 'all';
      found.push({ id: row.id, stratum, doubt: doubts.get(row.id) ?? 1 });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return found;
    afterId = last.id;
  }
}

type Row = Awaited<ReturnType<typeof readPage>>[number];

async function readPage(db: Db, { field, population, asOf }: CandidateQuery, afterId: number) {
  const { conversation } = db.tables;
  const { filters, from, to } = population;
  const range = from === null && to === null ? null : { from: from ?? 0, to: to ?? asOf + 1 };
  const conditions = await conversationConditions(db, { filters, range, asOf });
  const judged: SQL | undefined =
    field === 'sentiment'
      ? inList(db, conversation.sentiment, ['neg', 'neu', 'pos', 'abstained'])
      : or(isNull(conversation.sentiment), ne(conversation.sentiment, 'no_text'));
  return await db.query
    .select({
      id: conversation.id,
      language: conversation.language,
      channel: conversation.channel,
      source: conversation.sourceId,
      sentiment: conversation.sentiment,
      confidence: conversation.scoredCategoryConfidence,
    })
    .from(conversation)
    .where(
      and(
        gt(conversation.id, afterId),
        isNull(conversation.exclusion),
        isNull(conversation.mergedInto),
        isNotNull(conversation.arrivedAt),
        eq(conversation.hasCustomer, true),
        isNotNull(conversation.scorer),
        judged,
        ...conditions,
      ),
    )
    .orderBy(asc(conversation.id))
    .limit(pageSize);
}

/** One minus the probability of the label that was given; 1 where none was. The scorer of harm has no probabilities, so all are alike there. */
async function doubtsOf(db: Db, field: AnnotationField, rows: readonly Row[]): Promise<ReadonlyMap<number, number>> {
  if (field === 'harm') return new Map(rows.map(({ id }) => [id, 0.5]));
  if (field === 'category') return new Map(rows.map(({ id, confidence }) => [id, 1 - (confidence ?? 0)]));
  const sure = await readSentimentConfidence(
    db,
    rows.map(({ id }) => id),
  );
  return new Map([...sure].map(([id, confidence]) => [id, 1 - confidence]));
}
