// The rows behind fact records, read as plain arrays: at a million conversations drizzle's mapping of rows is what takes the time.
import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { ComplaintRecord } from '../model/complaint.ts';
import type { Closer, RatingKind } from '../model/conversation.ts';
import type { EpisodeRecord, FactRecord, RatingRecord, ReviewRecord, Told, WaitRecord } from '../model/fact-record.ts';
import type { ReplyTone, WaitExclusion, WaitState } from '../model/facts.ts';
import type { ToldState } from '../model/issue.ts';
import type { UrgencyLevel } from '../model/score.ts';
import type { SentimentState } from '../model/scored.ts';
import { byConversation } from './by-conversation.ts';
import { categoryOf, nameOf } from './conversation-head.ts';
import { type OfferParts, offersOf, ratingsOf } from './fact-offers.ts';

export type FactsPosition = { readonly afterChange: number; readonly afterId: number; readonly limit: number };
/** What belongs to the conversations of a batch, by their ids. */
export type FactParts = {
  readonly waits: ReadonlyMap<number, WaitRecord[]>;
  readonly episodes: ReadonlyMap<number, EpisodeRecord[]>;
  readonly ratings: ReadonlyMap<number, RatingRecord[]>;
  readonly told: ReadonlyMap<number, Told>;
  readonly complaints: ReadonlyMap<number, ComplaintRecord>;
  readonly reviews: ReadonlyMap<number, ReviewRecord[]>;
} & OfferParts;

type Names = ReadonlyMap<string, string>;
/** 1 and 0 on SQLite. */
type Flag = boolean | number;
type Text = string | null;
type Whole = number | null;

const isSet = (flag: Flag): boolean => flag === true || flag === 1;

export type HeadRow = [
  ...[
    id: number,
    change: number,
    externalId: string,
    sourceId: string,
    channel: string,
    category: Text,
    language: string,
    team: Text,
    country: Text,
  ],
  ...[agentKey: Text, arrivedAt: Whole, exclusion: Text, isComplaint: Flag, hasCustomer: Flag, lastMessageAt: Whole],
  ...[sentiment: SentimentState | null, sentimentScore: number | null, harm: UrgencyLevel | null, risk: Text],
  ...[sentimentOpening: number | null, sentimentClosing: number | null],
  ...[issue: Text, told: ToldState | null],
];

/** The next conversations after a position, ordered by change and id. */
export async function readHeads(tx: Db, { afterChange, afterId, limit }: FactsPosition): Promise<HeadRow[]> {
  const { conversation: c, issueMember: m, issue: i } = tx.tables;
  const { id, change, externalId, sourceId, channel, language, team, country } = c;
  const { agentKey, arrivedAt, exclusion, isComplaint, hasCustomer, lastMessageAt } = c;
  const { sentiment, sentimentScore, harm, risk, sentimentOpening, sentimentClosing } = c;
  const columns = { id, change, externalId, sourceId, channel, category: categoryOf(tx), language, team, country };
  return await tx.rows<HeadRow>(
    tx.query
      .select({
        ...columns,
        agentKey,
        arrivedAt,
        exclusion,
        isComplaint,
        hasCustomer,
        lastMessageAt,
        sentiment,
        sentimentScore,
        harm,
        risk,
        sentimentOpening,
        sentimentClosing,
        issue: m.issueId,
        told: sql`case when ${i.fixedAt} is null or ${m.arrivedAt} is null or ${m.arrivedAt} > ${i.fixedAt} then null when ${m.toldAt} is null then 'to-tell' else 'told' end`,
      })
      .from(c)
      .leftJoin(m, eq(m.conversationId, id))
      .leftJoin(i, eq(i.id, m.issueId))
      .where(sql`(${change}, ${id}) > (${afterChange}, ${afterId})`)
      .orderBy(asc(change), asc(id))
      .limit(limit)
      .toSQL(),
  );
}

/** One property after the other: taking rows apart and spreading them takes longer than reading them from the file. */
export function toFactRecord(row: HeadRow, names: Names, parts: FactParts): FactRecord {
  const { waits, episodes, ratings, told, reviews } = parts;
  const given = ratings.get(row[0]) ?? [];
  const complaint = parts.complaints.get(row[0]);
  const reviewed = reviews.get(row[0]);
  const record: FactRecord = {
    id: row[0],
    change: row[1],
    externalId: row[2],
    sourceId: row[3],
    channel: row[4],
    category: row[5],
    language: row[6],
    team: row[7],
    country: row[8],
    agent: nameOf(row[9], names),
    arrivedAt: row[10],
    exclusion: row[11],
    isComplaint: isSet(row[12]),
    hasCustomer: isSet(row[13]),
    lastMessageAt: row[14],
    sentiment: row[15],
    sentimentScore: row[16],
    harm: row[17],
    risk: row[18],
    issue: row[21],
    told: row[22],
    waits: withTold(waits.get(row[0]) ?? [], told.get(row[0])),
    episodes: episodes.get(row[0]) ?? [],
    sentimentOpening: row[19],
    sentimentClosing: row[20],
    ratings: ratingsOf(row[0], given, parts),
    offers: offersOf(row[0], given, parts),
    ...(complaint === undefined ? {} : { complaint }),
  };
  return reviewed === undefined ? record : { ...record, reviews: reviewed };
}

function withTold(waits: WaitRecord[], told: Told | undefined): WaitRecord[] {
  return told === undefined ? waits : waits.map((wait) => (wait.ordinal === 1 ? { ...wait, told } : wait));
}

type WaitRow = [
  ...[
    conversationId: number,
    ordinal: number,
    fromAt: number,
    untilAt: Whole,
    state: WaitState,
    exclusion: WaitExclusion | null,
    nudges: number,
  ],
  ...[calendarMs: Whole, workingMs: Whole, dueAt: Whole, promiseId: Text, promiseVersion: Whole, calendarId: Text, calendarVersion: Whole],
  ...[answeredBy: Text, firstAnyAt: Whole, languageMatch: Flag | null, arrivedOutOfHours: Flag, repliedOutOfHours: Flag, clamped: Flag],
  ...[tone: ReplyTone | null],
];

/** Waits by conversation, in their order. */
export async function readWaits(tx: Db, ids: readonly number[], names: Names): Promise<Map<number, WaitRecord[]>> {
  const { wait: w } = tx.tables;
  const { conversationId, ordinal, fromAt, untilAt, state, exclusion, nudges, calendarMs, workingMs, dueAt, promiseId } = w;
  const { promiseVersion, calendarId, calendarVersion, answeredBy, firstAnyAt, languageMatch, arrivedOutOfHours } = w;
  const first = { conversationId, ordinal, fromAt, untilAt, state, exclusion, nudges, calendarMs, workingMs, dueAt, promiseId };
  const second = { promiseVersion, calendarId, calendarVersion, answeredBy, firstAnyAt, languageMatch, arrivedOutOfHours };
  const rows = await tx.rows<WaitRow>(
    tx.query
      .select({ ...first, ...second, repliedOutOfHours: w.repliedOutOfHours, clamped: w.clamped, tone: w.tone })
      .from(w)
      .where(inList(tx, conversationId, ids))
      .orderBy(asc(conversationId), asc(w.position))
      .toSQL(),
  );
  return byConversation(rows, (row) => ({
    ordinal: row[1],
    fromAt: row[2],
    untilAt: row[3],
    state: row[4],
    exclusion: row[5],
    nudges: row[6],
    calendarMs: row[7],
    workingMs: row[8],
    dueAt: row[9],
    promiseId: row[10],
    promiseVersion: row[11],
    calendarId: row[12],
    calendarVersion: row[13],
    answeredBy: row[14],
    firstAnyAt: row[15],
    languageMatch: row[16] === null ? null : isSet(row[16]),
    arrivedOutOfHours: isSet(row[17]),
    repliedOutOfHours: isSet(row[18]),
    clamped: isSet(row[19]),
    tone: row[20],
    agent: nameOf(row[14], names),
  }));
}

type EpisodeRow = [
  ...[
    conversationId: number,
    ordinal: number,
    openedAt: number,
    solvedAt: Whole,
    solvedBy: Closer | null,
    calendarMs: Whole,
    workingMs: Whole,
  ],
  ...[countsAsSolved: Flag, reopened: Flag, agentKey: Text],
];

/** Episodes by conversation, in their order. */
export async function readEpisodes(tx: Db, ids: readonly number[], names: Names): Promise<Map<number, EpisodeRecord[]>> {
  const { episode: e } = tx.tables;
  const { conversationId, ordinal, openedAt, solvedAt, solvedBy, calendarMs, workingMs, countsAsSolved, reopened, agentKey } = e;
  const rows = await tx.rows<EpisodeRow>(
    tx.query
      .select({ conversationId, ordinal, openedAt, solvedAt, solvedBy, calendarMs, workingMs, countsAsSolved, reopened, agentKey })
      .from(e)
      .where(inList(tx, conversationId, ids))
      .orderBy(asc(conversationId), asc(e.position))
      .toSQL(),
  );
  return byConversation(rows, (row) => ({
    ordinal: row[1],
    openedAt: row[2],
    solvedAt: row[3],
    solvedBy: row[4],
    calendarMs: row[5],
    workingMs: row[6],
    countsAsSolved: isSet(row[7]),
    reopened: isSet(row[8]),
    agent: nameOf(row[9], names),
  }));
}

type RatingRow = [conversationId: number, kind: RatingKind, value: number, scaleMin: number, scaleMax: number, at: Whole];

/** Ratings by conversation, ordered by their ids. */
export async function readRatings(tx: Db, ids: readonly number[]): Promise<Map<number, RatingRecord[]>> {
  const { rating: r } = tx.tables;
  const { conversationId, kind, value, scaleMin, scaleMax, at } = r;
  const rows = await tx.rows<RatingRow>(
    tx.query
      .select({ conversationId, kind, value, scaleMin, scaleMax, at })
      .from(r)
      .where(inList(tx, conversationId, ids))
      .orderBy(asc(conversationId), asc(r.externalId))
      .toSQL(),
  );
  return byConversation(rows, (row) => ({ kind: row[1], value: row[2], scaleMin: row[3], scaleMax: row[4], at: row[5] }));
}
