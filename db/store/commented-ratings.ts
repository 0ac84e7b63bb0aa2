// Ratings of satisfaction with which the customer wrote something: the same ones that the figure counts, newest first, a page at a time.
import { and, desc, eq, isNotNull, isNull, lt, lte, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { InstantRange, Plan, Population, RowOutcome } from '../model/metric.ts';
import { conversationConditions } from './conversation-list.ts';

export type CommentedRating = {
  readonly conversationId: number;
  readonly externalId: string;
  readonly sourceId: string;
  readonly channel: string;
  readonly language: string;
  /** What places it into the range: the arrival of the conversation, or when it was given. */
  readonly at: Instant;
  readonly value: number;
  /** Redacted. */
  readonly comment: string;
};

export type CommentQuery = {
  readonly filters: Plan['filters'];
  readonly range: InstantRange | null;
  readonly asOf: Instant;
  readonly population: Population;
  /** Good ratings, the others, or null for all. */
  readonly half: RowOutcome | null;
  readonly limit: number;
  /** `nextCursor` of the page before; null for the first. */
  readonly cursor: string | null;
};

export type CommentPage = { readonly ratings: readonly CommentedRating[]; readonly nextCursor: string | null };

/** The place of a rating in the list: its order, then its conversation, then the answers to our own survey before ratings of sources. */
type Place = { readonly order: number; readonly id: number; readonly origin: 's' | 'r'; readonly name: string };
type Placed = CommentedRating & Place;

/** What a rating is read from: a rating of the source, or an answer to our own survey. */
type Origin = {
  readonly letter: Place['origin'];
  readonly given: SQL<number | null>;
  readonly good: SQL;
  /** Tells the ratings of one conversation apart, and orders them. */
  readonly name: SQLWrapper;
};

/** Throws `invalid` for a cursor that this list did not give. */
export async function findCommentedRatings(db: Db, query: CommentQuery): Promise<CommentPage> {
  const after = query.cursor === null ? null : parseCursor(query.cursor);
  const scope = await scopeOf(db, query);
  const found = [...(await ofSurveys(db, query, scope, after)), ...(await ofSources(db, query, scope, after))];
  // Within one origin the database has ordered them already, names included.
  found.sort((a, b) => b.order - a.order || b.id - a.id || Number(a.origin === 'r') - Number(b.origin === 'r'));
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    ratings: page.map(({ order: _order, id: _id, origin: _origin, name: _name, ...rating }) => rating),
    nextCursor: found.length > query.limit && last !== undefined ? [last.order, last.id, last.origin, last.name].join('.') : null,
  };
}

/** What the question asks of the conversation. */
async function scopeOf(db: Db, { filters, range, asOf, population }: CommentQuery): Promise<(SQL | undefined)[]> {
  const { exclusion, arrivedAt } = db.tables.conversation;
  const isByArrival = population === 'arrival';
  return [
    isNull(exclusion),
    ...(isByArrival ? [isNotNull(arrivedAt), lte(arrivedAt, asOf)] : []),
    ...(await conversationConditions(db, { filters, range: isByArrival ? range : null, asOf })),
  ];
}

async function ofSources(db: Db, query: CommentQuery, scope: readonly (SQL | undefined)[], after: Place | null): Promise<Placed[]> {
  const { rating: r, conversation: c } = db.tables;
  const given = sql<number | null>`coalesce(${r.at}, ${c.arrivedAt})`;
  const origin = { letter: 'r', given, good: goodOf(r), name: r.externalId } as const satisfies Origin;
  const rows = await db.query
    .select({ ...headOf(db, query, origin), name: r.externalId, value: r.value, comment: r.comment })
    .from(r)
    .innerJoin(c, eq(c.id, r.conversationId))
    .where(and(eq(r.kind, 'csat'), isNotNull(r.comment), ...scope, ...limitsOf(db, query, origin, after)))
    .orderBy(desc(orderOf(db, query, origin)), desc(c.id), desc(r.externalId))
    .limit(query.limit + 1);
  return rows.flatMap((row) => toPlaced('r', row));
}

async function ofSurveys(db: Db, query: CommentQuery, scope: readonly (SQL | undefined)[], after: Place | null): Promise<Placed[]> {
  const { surveyOffer: o, conversation: c } = db.tables;
  const origin = { letter: 's', given: sql<number | null>`${o.answeredAt}`, good: goodOf(o), name: o.episode } as const satisfies Origin;
  const rows = await db.query
    .select({ ...headOf(db, query, origin), name: sql<number>`${o.episode}`, value: o.value, comment: o.comment })
    .from(o)
    .innerJoin(c, eq(c.id, o.conversationId))
    .where(and(eq(o.kind, 'csat'), isNotNull(o.comment), isNotNull(o.value), ...scope, ...limitsOf(db, query, origin, after)))
    .orderBy(desc(orderOf(db, query, origin)), desc(c.id), desc(o.episode))
    .limit(query.limit + 1);
  return rows.flatMap((row) => toPlaced('s', { ...row, name: String(row.name) }));
}

/** As `isGoodRating`: at or above three quarters of the scale. */
function goodOf({ value, scaleMin, scaleMax }: Record<'value' | 'scaleMin' | 'scaleMax', SQLWrapper>): SQL {
  return sql`(${scaleMax} > ${scaleMin} and (${value} - ${scaleMin}) / (${scaleMax} - ${scaleMin}) >= 0.75)`;
}

/** Newest first: by arrival the place of the conversation, which has an index. */
function orderOf(db: Db, { population }: CommentQuery, { given }: Origin): SQL<number | null> {
  return population === 'arrival' ? sql<number | null>`${db.tables.conversation.place}` : given;
}

function headOf(db: Db, query: CommentQuery, origin: Origin) {
  const { id, externalId, sourceId, channel, language, arrivedAt } = db.tables.conversation;
  const at = query.population === 'arrival' ? sql<number | null>`${arrivedAt}` : origin.given;
  return { id, externalId, sourceId, channel, language, at, order: orderOf(db, query, origin) };
}

function limitsOf(db: Db, query: CommentQuery, origin: Origin, after: Place | null): (SQL | undefined)[] {
  const { id } = db.tables.conversation;
  const { range, asOf, population, half } = query;
  const order = orderOf(db, query, origin);
  return [
    isNotNull(origin.given),
    sql`${origin.given} <= ${asOf}`,
    ...(population === 'event' && range !== null ? [sql`${origin.given} >= ${range.from}`, sql`${origin.given} < ${range.to}`] : []),
    half === null ? undefined : half === 'hit' ? origin.good : sql`not ${origin.good}`,
    after === null
      ? undefined
      : or(
          sql`${order} < ${after.order}`,
          and(sql`${order} = ${after.order}`, or(lt(id, after.id), and(eq(id, after.id), isAfter(origin, after)))),
        ),
  ];
}

/** Of one conversation the rest. */
function isAfter({ letter, name }: Origin, after: Place): SQL {
  if (letter === 'r') return after.origin === 's' ? sql`1 = 1` : sql`${name} < ${after.name}`;
  return after.origin === 's' ? sql`${name} < ${Number(after.name)}` : sql`1 = 0`;
}

type Row = Omit<CommentedRating, 'conversationId' | 'at' | 'value' | 'comment'> & {
  readonly id: number;
  readonly name: string;
  readonly at: number | null;
  readonly order: number | null;
  readonly value: number | null;
  readonly comment: string | null;
};

function toPlaced(origin: Place['origin'], { at, order, value, comment, ...row }: Row): Placed[] {
  if (at === null || order === null || value === null || comment === null) return [];
  return [{ ...row, origin, conversationId: row.id, at: Number(at), order: Number(order), value, comment }];
}

function parseCursor(cursor: string): Place {
  const [, order = '', id = '', origin, name = ''] = /^(-?\d{1,16})\.(\d{1,15})\.([rs])\.(.{1,512})$/su.exec(cursor) ?? [];
  const isName = origin === 'r' || (origin === 's' && /^\d{1,9}$/.test(name));
  if (!isName || !Number.isSafeInteger(Number(order))) throw new AppError('invalid', 'cursor: not one that this list gave');
  return { order: Number(order), id: Number(id), origin: origin === 'r' ? 'r' : 's', name };
}
