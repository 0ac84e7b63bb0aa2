// Complaints derived from what is stored: which rung, since when, and both clocks of those that are formal.
import { and, asc, eq, exists, or, sql } from 'drizzle-orm';
import type { Db, Tables } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { insertRows } from '../dialect/write-rows.ts';
import { complaintClocks } from '../facts/complaint-clocks.ts';
import { complaintRung, isPublicChannel, type Rung } from '../facts/complaint-rung.ts';
import { type ClaimVerdict, claimVerdicts, type GivenRung, givenRungs, isLoud } from '../model/complaint.ts';
import type { ScoredConversation, ScoredMessage } from '../model/scored.ts';
import type { ConversationRow } from './derived-rows.ts';
import { groupBy } from './group-by.ts';
import { hidesAnswers } from './hidden-answers.ts';
import type { FactSettings } from './page.ts';
import { stableJson } from './stable-json.ts';
import { withMessages } from './stored-conversations.ts';

export type ComplaintRow = Tables['complaint']['$inferSelect'];
export type ComplaintClockRow = Tables['complaintClock']['$inferSelect'];
export type ComplaintSignRow = Tables['complaintSign']['$inferSelect'];

type Signed = Pick<ScoredConversation, 'scorer'> & {
  readonly messages: readonly Pick<ScoredMessage, 'externalId' | 'deletedAt' | 'scores'>[];
};

/** One row for each message that complains of something; deleted ones have no words any more. */
export function toSignRows(conversation: Signed | object, conversationId: number): ComplaintSignRow[] {
  if (!('scorer' in conversation)) return [];
  const rows = conversation.messages.flatMap(({ externalId, deletedAt, scores }): ComplaintSignRow[] => {
    const complaint = scores?.complaint;
    if (complaint === undefined || deletedAt !== null) return [];
    const { level, claimsNoReply, signs } = complaint;
    return [{ conversationId, externalId, level, claimsNoReply, signs }];
  });
  return [...new Map(rows.map((row) => [row.externalId, row])).values()];
}

/** What people said last of each conversation; a value that was taken back is not there. */
export type Given = { readonly rung?: GivenRung; readonly verdict?: ClaimVerdict };

export async function findGiven(tx: Db, ids: readonly number[]): Promise<Map<number, Given>> {
  const { complaintReview: r } = tx.tables;
  const rows = await tx.query
    .select({ id: r.conversationId, kind: r.kind, value: r.value })
    .from(r)
    .where(inList(tx, r.conversationId, ids))
    .orderBy(asc(r.id));
  const given = new Map<number, Given>();
  for (const { id, kind, value } of rows) {
    const { rung, verdict } = given.get(id) ?? {};
    const said = {
      rung: kind === 'rung' ? givenRungs.find((one) => one === value) : rung,
      verdict: kind === 'verdict' ? claimVerdicts.find((one) => one === value) : verdict,
    };
    given.set(id, {
      ...(said.rung === undefined ? {} : { rung: said.rung }),
      ...(said.verdict === undefined ? {} : { verdict: said.verdict }),
    });
  }
  return given;
}

/** Public ratings at or below a quarter of their scale, two of five stars included. */
async function findRatedLow(tx: Db, rows: readonly ConversationRow[]): Promise<Set<number>> {
  const ids = rows.filter(({ channel }) => isPublicChannel(channel)).map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const { rating } = tx.tables;
  const found = await tx.query
    .select({ id: rating.conversationId, value: rating.value, min: rating.scaleMin, max: rating.scaleMax })
    .from(rating)
    .where(and(eq(rating.kind, 'csat'), inList(tx, rating.conversationId, ids)));
  return new Set(found.flatMap(({ id, value, min, max }) => (max > min && (value - min) / (max - min) <= 0.25 ? [id] : [])));
}

async function findSaid(tx: Db, ids: readonly number[]) {
  const { complaintSign: s, message: m } = tx.tables;
  const rows = await tx.query
    .select({ id: s.conversationId, level: s.level, claimsNoReply: s.claimsNoReply, at: m.at })
    .from(s)
    .innerJoin(m, and(eq(m.conversationId, s.conversationId), eq(m.externalId, s.externalId)))
    .where(inList(tx, s.conversationId, ids))
    .orderBy(asc(s.conversationId), asc(m.position));
  return groupBy(rows, ({ id }) => id);
}

const isFormal = (rung: GivenRung): boolean => rung === 'formal' || rung === 'regulator';

type Derived = { readonly row: ComplaintRow; readonly conversation: ConversationRow };

function toRow(conversation: ConversationRow, machine: Rung, given: Given | undefined): ComplaintRow {
  const rung = given?.rung ?? machine.rung;
  return {
    conversationId: conversation.id,
    rung,
    machineRung: machine.rung,
    isByHand: given?.rung !== undefined,
    reasons: machine.reasons,
    at: machine.at,
    customerKey: conversation.customerKey,
    claimAt: isLoud(rung) ? machine.claimAt : null,
    machineVerdict: null,
    verdict: null,
    isConfirmed: false,
    fromConversationId: null,
    fromRung: null,
    fromAt: null,
  };
}

async function deriveRows(tx: Db, rows: readonly ConversationRow[]): Promise<Derived[]> {
  const ids = rows.map(({ id }) => id);
  const [said, given, ratedLow] = [await findSaid(tx, ids), await findGiven(tx, ids), await findRatedLow(tx, rows)];
  return rows.flatMap((conversation): Derived[] => {
    const startedAt = conversation.arrivedAt ?? conversation.openedAt;
    if (startedAt === null || conversation.mergedInto !== null) return [];
    const machine = complaintRung({
      channel: conversation.channel,
      isLabelled: conversation.isComplaint,
      sentiment: conversation.sentiment,
      isRatedLow: ratedLow.has(conversation.id),
      startedAt,
      said: conversation.hasCustomer ? (said.get(conversation.id) ?? []) : [],
    });
    const own = given.get(conversation.id);
    return isLoud(machine.rung) || own !== undefined ? [{ conversation, row: toRow(conversation, machine, own) }] : [];
  });
}

async function deriveClocks(tx: Db, derived: readonly Derived[], settings: FactSettings): Promise<ComplaintClockRow[]> {
  const formal = derived.filter(({ row }) => isFormal(row.rung));
  const stored = await withMessages(
    tx,
    formal.map(({ conversation }) => conversation),
  );
  return stored.flatMap(({ row, messages, statusChanges }): ComplaintClockRow[] => {
    const since = formal.find(({ conversation }) => conversation.id === row.id)?.row.at ?? null;
    const conversation = { ...row, isComplaint: true, statusChanges, answersHidden: hidesAnswers(row, settings) };
    const input = { conversation, messages, mergedFirstAt: null, ...settings };
    const clocks = complaintClocks(input, since);
    if (clocks === null) return [];
    return (['acknowledged', 'decided'] as const).map((name) => {
      const { calendarMs: _, ...clock } = clocks[name];
      return { conversationId: row.id, stage: `complaint-${name}` as const, ...clock };
    });
  });
}

/** Of these conversations, those that are or may be complaints: most private requests say nothing of the kind, and need not be read. */
async function worthLooking(tx: Db, ids: readonly number[]): Promise<number[]> {
  const { complaint, complaintReview, complaintSign, conversation: c } = tx.tables;
  const isIn = (table: typeof complaint | typeof complaintReview | typeof complaintSign) =>
    exists(tx.query.select({ one: sql`1` }).from(table).where(eq(table.conversationId, c.id)));
  const isKnown = or(eq(c.isComplaint, true), isIn(complaintSign), isIn(complaintReview), isIn(complaint));
  const heads = await tx.query
    .select({ id: c.id, channel: c.channel, isKnown: sql<boolean | number>`${isKnown}` })
    .from(c)
    .where(inList(tx, c.id, ids));
  return heads.filter(({ channel, isKnown: known }) => Boolean(known) || isPublicChannel(channel)).map(({ id }) => id);
}

/** Complaints and clocks of these conversations written anew, not yet related to others; gives those that came out different. */
export async function writeComplaints(tx: Db, ids: readonly number[], settings: FactSettings): Promise<Set<number>> {
  const { conversation, complaint, complaintClock } = tx.tables;
  const looked = await worthLooking(tx, ids);
  if (looked.length === 0) return new Set();
  const before = await tx.query
    .select()
    .from(complaint)
    .where(inList(tx, complaint.conversationId, looked));
  const rows = await tx.query
    .select()
    .from(conversation)
    .where(inList(tx, conversation.id, looked));
  const derived = await deriveRows(tx, rows);
  if (derived.length === 0 && before.length === 0) return new Set();
  const clocksBefore = await findClocks(tx, looked);
  const clocks = await deriveClocks(tx, derived, settings);
  const known = new Map(before.map((row) => [row.conversationId, row]));
  // What relates a complaint to others is worked out next; until then it keeps what it had.
  const kept = derived.map(({ row }) => ({ ...row, ...relationOf(known.get(row.conversationId) ?? row) }));
  await tx.query.delete(complaint).where(inList(tx, complaint.conversationId, looked));
  await tx.query.delete(complaintClock).where(inList(tx, complaintClock.conversationId, looked));
  await insertRows(tx, complaint, kept);
  await insertRows(tx, complaintClock, clocks);
  const now = new Map(kept.map((row) => [row.conversationId, row]));
  const clocksNow = groupBy(clocks, ({ conversationId }) => conversationId);
  const textOf = (rows: typeof known, clocksOf: typeof clocksNow, id: number) => stableJson([rows.get(id) ?? null, clocksOf.get(id) ?? []]);
  return new Set(looked.filter((id) => textOf(known, clocksBefore, id) !== textOf(now, clocksNow, id)));
}

/** What relates a complaint to other conversations. */
export type Relation = Pick<ComplaintRow, 'machineVerdict' | 'verdict' | 'isConfirmed' | 'fromConversationId' | 'fromRung' | 'fromAt'>;

export function relationOf({ machineVerdict, verdict, isConfirmed, fromConversationId, fromRung, fromAt }: ComplaintRow): Relation {
  return { machineVerdict, verdict, isConfirmed, fromConversationId, fromRung, fromAt };
}

/** Both clocks of each of these conversations that has them, the acknowledgement first. */
export async function findClocks(tx: Db, ids: readonly number[]): Promise<Map<number, ComplaintClockRow[]>> {
  const { complaintClock: k } = tx.tables;
  const rows = await tx.query
    .select()
    .from(k)
    .where(inList(tx, k.conversationId, ids))
    .orderBy(asc(k.conversationId), asc(k.stage));
  return groupBy(rows, ({ conversationId }) => conversationId);
}

/** Whether anything at all is stored of complaints: most pages of most stores need not look further. */
export async function hasComplaints(tx: Db): Promise<boolean> {
  const { complaint } = tx.tables;
  const [row] = await tx.query.select({ id: complaint.conversationId }).from(complaint).limit(1);
  return row !== undefined;
}
