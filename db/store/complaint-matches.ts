// The conversations of the same customer that a complaint may speak of: by author, by what both mention, by a ticket number that it names.
import { and, countDistinct, eq, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { searchAnyJoin, searchJoin } from '../dialect/search.ts';
import { ticketNumbers } from '../facts/ticket-numbers.ts';
import { type MatchReason, matchReasons } from '../model/complaint.ts';
import { groupBy } from './group-by.ts';
import { findOwnAddresses } from './own-addresses.ts';
import { queryTerms } from './search-terms.ts';

/** An address that more conversations than this mention belongs to nobody in particular. */
export const mostMentions = 20;
/** A number that more conversations than this hold is no ticket number. */
const mostOfNumber = 12;

/** `strong`: the same author, or two kinds of evidence; `fair`: one of the others by itself. */
export type MatchStrength = 'strong' | 'fair';

export type Match = { readonly conversationId: number; readonly reasons: readonly MatchReason[]; readonly strength: MatchStrength };

/** What is matched: a complaint and its author. */
export type Complained = { readonly conversationId: number; readonly customerKey: string | null };

/** The conversations that belong to the customer of each complaint, itself left out, by its id; strongest first, then by id. */
export async function findMatches(tx: Db, complaints: readonly Complained[]): Promise<Map<number, Match[]>> {
  const found = new Map<number, Map<number, Set<MatchReason>>>(complaints.map(({ conversationId }) => [conversationId, new Map()]));
  const add = (complaint: number, other: number, reason: MatchReason) => {
    const own = found.get(complaint);
    if (own === undefined || complaint === other) return;
    own.set(other, (own.get(other) ?? new Set()).add(reason));
  };
  await addSameCustomer(tx, complaints, add);
  await addSameMention(tx, complaints, add);
  await addTicketNumbers(tx, complaints, add);
  return new Map([...found].map(([id, matches]) => [id, [...matches].map(toMatch).sort(byStrength)]));
}

type Add = (complaint: number, other: number, reason: MatchReason) => void;

function toMatch([conversationId, reasons]: [number, Set<MatchReason>]): Match {
  const strength = reasons.has('same-customer') || reasons.size > 1 ? 'strong' : 'fair';
  return { conversationId, reasons: matchReasons.filter((reason) => reasons.has(reason)), strength };
}

function byStrength(a: Match, b: Match): number {
  return Number(a.strength === 'fair') - Number(b.strength === 'fair') || a.conversationId - b.conversationId;
}

async function addSameCustomer(tx: Db, complaints: readonly Complained[], add: Add): Promise<void> {
  const { conversation: c } = tx.tables;
  const byKey = groupBy(
    complaints.filter(({ customerKey }) => customerKey !== null),
    ({ customerKey }) => customerKey ?? '',
  );
  if (byKey.size === 0) return;
  const rows = await tx.query
    .select({ id: c.id, key: c.customerKey })
    .from(c)
    .where(inList(tx, c.customerKey, [...byKey.keys()]));
  for (const { id, key } of rows) for (const one of byKey.get(key ?? '') ?? []) add(one.conversationId, id, 'same-customer');
}

/** Keys that few enough conversations mention to tell a customer by, and that are not our own. */
export async function tellingKeys(tx: Db, keys: readonly string[]): Promise<string[]> {
  const { mention: m } = tx.tables;
  if (keys.length === 0) return [];
  const ours = new Set((await findOwnAddresses(tx)).map(({ key }) => key));
  const others = keys.filter((key) => !ours.has(key));
  if (others.length === 0) return [];
  const rows = await tx.query
    .select({ key: m.key })
    .from(m)
    .where(inList(tx, m.key, others))
    .groupBy(m.key)
    .having(lte(countDistinct(m.conversationId), mostMentions));
  return rows.map(({ key }) => key);
}

async function addSameMention(tx: Db, complaints: readonly Complained[], add: Add): Promise<void> {
  const { mention: m } = tx.tables;
  const ids = complaints.map(({ conversationId }) => conversationId);
  const own = await tx.query
    .selectDistinct({ id: m.conversationId, key: m.key })
    .from(m)
    .where(inList(tx, m.conversationId, ids));
  const telling = await tellingKeys(tx, [...new Set(own.map(({ key }) => key))]);
  if (telling.length === 0) return;
  const others = groupBy(
    await tx.query
      .selectDistinct({ id: m.conversationId, key: m.key })
      .from(m)
      .where(inList(tx, m.key, telling)),
    ({ key }) => key,
  );
  for (const { id, key } of own) for (const other of others.get(key) ?? []) add(id, other.id, 'same-mention');
}

/** Ticket numbers are looked for in what customers wrote, and found as the id of a ticket or in its texts. */
async function addTicketNumbers(tx: Db, complaints: readonly Complained[], add: Add): Promise<void> {
  const { conversation: c, message: m } = tx.tables;
  const ids = complaints.map(({ conversationId }) => conversationId);
  const texts = await tx.query
    .select({ id: m.conversationId, body: m.body })
    .from(m)
    .where(and(inList(tx, m.conversationId, ids), eq(m.actor, 'customer'), isNull(m.deletedAt)));
  const named = new Map<string, Set<number>>();
  for (const { id, body } of texts) for (const number of ticketNumbers(body)) named.set(number, (named.get(number) ?? new Set()).add(id));
  if (named.size === 0) return;
  const numbers = [...named.keys()];
  const byId = await tx.query
    .select({ id: c.id, externalId: c.externalId })
    .from(c)
    .where(inList(tx, sql`lower(${c.externalId})`, numbers));
  const hits = groupBy(byId, ({ externalId }) => externalId.toLowerCase());
  for (const number of numbers) {
    const search = searchJoin(tx, queryTerms(number));
    const inTexts = await tx.query
      .select({ id: c.id })
      .from(c)
      .innerJoin(search.table, search.on)
      .limit(mostOfNumber + 1);
    const found = [...(hits.get(number) ?? []), ...(inTexts.length > mostOfNumber ? [] : inTexts)];
    for (const complaint of named.get(number) ?? []) for (const { id } of found) add(complaint, id, 'ticket-number');
  }
}

const mostSearched = 100;
/** What an id must look like for anybody to name it as the number of a ticket. */
const nameable = /^(?:[a-z]{1,6}-)?\d{4,12}$/i;

/** Complaints that may name one of these conversations by its id, or by a number that its texts call a ticket. */
async function findNaming(tx: Db, ids: readonly number[]): Promise<number[]> {
  const { complaint: x, conversation: c, message: m } = tx.tables;
  const heads = await tx.query
    .select({ externalId: c.externalId })
    .from(c)
    .where(inList(tx, c.id, ids));
  const texts = await tx.query
    .select({ body: m.body })
    .from(m)
    .where(and(inList(tx, m.conversationId, ids), isNull(m.deletedAt)));
  const own = heads.flatMap(({ externalId }) => (nameable.test(externalId) ? [externalId.toLowerCase()] : []));
  const numbers = [...new Set([...own, ...texts.flatMap(({ body }) => ticketNumbers(body))])];
  const found: number[] = [];
  for (let from = 0; from < numbers.length; from += mostSearched) {
    const search = searchAnyJoin(tx, numbers.slice(from, from + mostSearched).map(queryTerms));
    const rows = await tx.query
      .select({ id: x.conversationId })
      .from(c)
      .innerJoin(search.table, search.on)
      .innerJoin(x, eq(x.conversationId, c.id));
    for (const { id } of rows) found.push(id);
  }
  return found;
}

/** Complaints whose author, or whose address, hash or account, is that of one of these conversations, or that name its number; none of them. */
export async function findTouched(tx: Db, ids: readonly number[]): Promise<number[]> {
  const { complaint: x, conversation: c, mention: m } = tx.tables;
  const byAuthor = await tx.query
    .select({ id: x.conversationId })
    .from(c)
    .innerJoin(x, and(eq(x.customerKey, c.customerKey), ne(x.conversationId, c.id)))
    .where(inList(tx, c.id, ids));
  const keys = await tx.query
    .selectDistinct({ key: m.key })
    .from(m)
    .where(inList(tx, m.conversationId, ids));
  const telling = await tellingKeys(
    tx,
    keys.map(({ key }) => key),
  );
  const byMention =
    telling.length === 0
      ? []
      : await tx.query
          .selectDistinct({ id: x.conversationId })
          .from(m)
          .innerJoin(x, eq(x.conversationId, m.conversationId))
          .where(inList(tx, m.key, telling));
  const own = new Set(ids);
  return [...new Set([...byAuthor.map(({ id }) => id), ...byMention.map(({ id }) => id), ...(await findNaming(tx, ids))])].filter(
    (id) => !own.has(id),
  );
}
