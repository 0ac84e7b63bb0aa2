// Pages of conversations, newest first, found by dimensions, arrival and words.
import { and, asc, count, desc, eq, gte, isNull, lt, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { searchJoin } from '../dialect/search.ts';
import { AppError } from '../model/errors.ts';
import { type Dimension, dimensions } from '../model/metric.ts';
import { agentNames, categoryOf, type HeadRow, headColumns, toHead } from './conversation-head.ts';
import type { ConversationItem, ConversationPage, ConversationQuery } from './conversation-records.ts';
import { groupBy } from './group-by.ts';
import { placeRange } from './list-place.ts';
import { queryTerms } from './search-terms.ts';
import { isUrgent } from './urgent.ts';

const defaultLimit = 50;
const mostOnPage = 1000;
const snippetLength = 200;

export async function readList(tx: Db, query: ConversationQuery): Promise<ConversationPage> {
  const { conversation } = tx.tables;
  const limit = Math.min(Math.max(query.limit ?? defaultLimit, 1), mostOnPage);
  const words = query.search?.trim() ?? '';
  const terms = words === '' ? [] : queryTerms(words);
  // Punctuation alone was asked for, and nothing is found by it.
  if (words !== '' && terms.length === 0) return { n: 0, conversations: [], nextCursor: null };
  const search = terms.length === 0 ? null : searchJoin(tx, terms);
  const place = search?.place ?? sql`${conversation.place}`;
  const where = and(...matching(tx, query, place, await isUrgent(tx, query)));
  const after = query.cursor === undefined || query.cursor === null ? undefined : lt(place, parseCursor(query.cursor));

  const counting = tx.query.select({ n: count() }).from(conversation).$dynamic();
  const listing = tx.query.select(headColumns(tx)).from(conversation).$dynamic();
  if (search !== null) {
    counting.innerJoin(search.table, search.on);
    listing.innerJoin(search.table, search.on);
  }
  const [counted] = await counting.where(where);
  const rows = await listing
    .where(and(where, after))
    .orderBy(desc(place))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    n: counted?.n ?? 0,
    conversations: await toItems(tx, page),
    nextCursor: rows.length > limit && last !== undefined ? String(last.place) : null,
  };
}

/** What a question asks of a conversation, for queries that count or draw instead of listing. */
export async function conversationConditions(tx: Db, query: ConversationQuery): Promise<(SQL | undefined)[]> {
  return matching(tx, query, sql`${tx.tables.conversation.place}`, await isUrgent(tx, query));
}

/** Conditions that do not matter are undefined. `place` is the column that is bounded: that of the search index where words are asked for. */
function matching(tx: Db, query: ConversationQuery, place: SQL, urgent: SQL | undefined): (SQL | undefined)[] {
  const { conversation } = tx.tables;
  const conditions: (SQL | undefined)[] = dimensions.map((dimension) => {
    const values = query.filters?.[dimension];
    if (dimension === 'urgency') return urgent;
    return values === undefined || values.length === 0 ? undefined : isOneOf(tx, dimension, values);
  });
  if (query.range !== undefined && query.range !== null) {
    const { first, end } = placeRange(query.range);
    // The place says the same more coarsely, and has the index.
    conditions.push(
      gte(place, first),
      lt(place, end),
      gte(conversation.arrivedAt, query.range.from),
      lt(conversation.arrivedAt, query.range.to),
    );
  }
  if (query.mention !== undefined && query.mention !== null) {
    const { mention } = tx.tables;
    const mentioning = tx.query.select({ id: mention.conversationId }).from(mention).where(eq(mention.key, query.mention));
    conditions.push(sql`${conversation.id} in ${mentioning}`);
  }
  if (query.ids !== undefined && query.ids !== null) conditions.push(inList(tx, conversation.id, query.ids));
  return conditions;
}

function isOneOf(tx: Db, dimension: Exclude<Dimension, 'urgency'>, values: readonly string[]): SQL | undefined {
  const { conversation, staff } = tx.tables;
  const isUnset = values.includes('none');
  if (dimension === 'agent') {
    const named = tx.query
      .select({ key: staff.key })
      .from(staff)
      .where(inList(tx, staff.name, values));
    const nobody = sql`${conversation.agentKey} not in ${tx.query.select({ key: staff.key }).from(staff)}`;
    return or(sql`${conversation.agentKey} in ${named}`, isUnset ? isNull(conversation.agentKey) : undefined, isUnset ? nobody : undefined);
  }
  const column = columnOf(tx, dimension);
  return or(inList(tx, column, values), isUnset ? isNull(column) : undefined);
}

function columnOf(tx: Db, dimension: Exclude<Dimension, 'agent' | 'urgency'>): SQLWrapper {
  const { conversation } = tx.tables;
  switch (dimension) {
    case 'source':
      return conversation.sourceId;
    case 'category':
      return categoryOf(tx);
    case 'issue': {
      const { issueMember: m } = tx.tables;
      return sql`(select ${m.issueId} from ${m} where ${m.conversationId} = ${conversation.id})`;
    }
    default:
      return conversation[dimension];
  }
}

function parseCursor(cursor: string): number {
  const place = Number(cursor);
  if (!/^\d{1,16}$/.test(cursor) || !Number.isSafeInteger(place)) throw new AppError('invalid', 'cursor: not one that this list gave');
  return place;
}

async function toItems(tx: Db, rows: readonly HeadRow[]): Promise<ConversationItem[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const names = await agentNames(
    tx,
    rows.map(({ agentKey }) => agentKey),
  );
  const snippets = await findSnippets(tx, ids);
  const waits = await findCountedWaits(tx, ids);
  return rows.map((row) => {
    const counted = waits.get(row.id) ?? [];
    const latest = counted.at(-1);
    const first = counted.find(({ ordinal }) => ordinal === 1);
    return {
      ...toHead(row, names),
      snippet: snippets.get(row.id) ?? '',
      latestWait:
        latest === undefined
          ? null
          : { state: latest.state, fromAt: latest.fromAt, untilAt: latest.untilAt, dueAt: latest.dueAt, nudges: latest.nudges },
      firstReplyMs: first?.state === 'answered' ? first.calendarMs : null,
    };
  });
}

/** What a conversation is about, by id: its subject, else the beginning of what the customer wrote first. */
export async function readTitles(tx: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { conversation } = tx.tables;
  const subjects = await tx.query
    .select({ id: conversation.id, subject: conversation.subject })
    .from(conversation)
    .where(inList(tx, conversation.id, ids));
  const bare = subjects.filter(({ subject }) => subject === null || subject === '').map(({ id }) => id);
  const snippets = bare.length === 0 ? new Map<number, string>() : await findSnippets(tx, bare);
  return new Map(subjects.map(({ id, subject }) => [id, subject || (snippets.get(id) ?? '')]));
}

async function findSnippets(tx: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { message } = tx.tables;
  const said = sql`min(case when ${message.actor} = 'customer' and ${message.body} <> '' then ${message.position} end)`;
  const first = tx.query
    .select({
      conversationId: message.conversationId,
      position: sql<number>`coalesce(${said}, min(${message.position}))`.as('first_position'),
    })
    .from(message)
    .where(inList(tx, message.conversationId, ids))
    .groupBy(message.conversationId)
    .as('first');
  const rows = await tx.query
    .select({ id: message.conversationId, snippet: sql<string>`substr(${message.body}, 1, ${sql.raw(String(snippetLength))})` })
    .from(message)
    .innerJoin(first, and(eq(first.conversationId, message.conversationId), eq(first.position, message.position)));
  return new Map(rows.map(({ id, snippet }) => [id, snippet]));
}

async function findCountedWaits(tx: Db, ids: readonly number[]) {
  const { wait } = tx.tables;
  const { conversationId, ordinal, state, fromAt, untilAt, dueAt, nudges, calendarMs } = wait;
  const rows = await tx.query
    .select({ conversationId, ordinal, state, fromAt, untilAt, dueAt, nudges, calendarMs })
    .from(wait)
    .where(and(inList(tx, conversationId, ids), isNull(wait.exclusion)))
    .orderBy(asc(conversationId), asc(wait.position));
  return groupBy(rows, (row) => row.conversationId);
}
