// Complaints read back: their rows with both clocks, the steps of their customers, and the proof of one claim.
import { asc, eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { inSnapshot } from '../dialect/transaction.ts';
import { waitVerdict } from '../facts/claim-verdict.ts';
import type { ComplaintSign, GivenRung, MatchReason } from '../model/complaint.ts';
import type { Wait } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';
import { findMatches, type MatchStrength } from './complaint-matches.ts';
import { type ComplaintClockRow, type ComplaintRow, findClocks } from './complaint-rows.ts';
import { groupBy } from './group-by.ts';

export type Complaint = ComplaintRow & {
  readonly channel: string;
  readonly sourceId: string;
  readonly externalId: string;
  readonly language: string;
  readonly clocks: readonly ComplaintClockRow[];
};

/** Complaints of these conversations, by id; nothing for those that are none. */
export async function findComplaints(db: Db, ids: readonly number[]): Promise<Map<number, Complaint>> {
  const { complaint: x, conversation: c } = db.tables;
  if (ids.length === 0) return new Map();
  const rows = await db.query
    .select({ complaint: x, channel: c.channel, sourceId: c.sourceId, externalId: c.externalId, language: c.language })
    .from(x)
    .innerJoin(c, eq(c.id, x.conversationId))
    .where(inList(db, x.conversationId, ids));
  const clocks = await findClocks(db, ids);
  return new Map(
    rows.map(({ complaint, ...head }) => [
      complaint.conversationId,
      { ...complaint, ...head, clocks: clocks.get(complaint.conversationId) ?? [] },
    ]),
  );
}

/** A message of a conversation, in the form in which the proof shows it. */
export type ProofMessage = {
  readonly externalId: string;
  readonly at: Instant | null;
  readonly actor: string;
  readonly visibility: string;
  readonly kind: string;
  readonly body: string;
  readonly countsAsReply: boolean;
  readonly signs: readonly ComplaintSign[];
};

export type ProofWait = Pick<Wait, 'state' | 'fromAt' | 'untilAt' | 'dueAt' | 'nudges'> & {
  /** What this wait says of the claim; null for what was not there yet or is another matter. */
  readonly says: 'true' | 'half-true' | 'answered' | null;
};

export type ProofConversation = {
  readonly conversationId: number;
  readonly externalId: string;
  readonly channel: string;
  readonly sourceId: string;
  readonly subject: string | null;
  /** Empty: the conversation that complains. */
  readonly reasons: readonly MatchReason[];
  readonly strength: MatchStrength | null;
  readonly messages: readonly ProofMessage[];
  readonly waits: readonly ProofWait[];
};

/** Of a conversation with more messages than this, the first ones and those around the claim are enough to judge. */
const mostMessages = 60;
const mostConversations = 12;

/** The complaint and the conversations of its customer, itself first; null where it is no complaint. */
export async function findProof(
  db: Db,
  id: number,
): Promise<{ readonly complaint: Complaint; readonly conversations: readonly ProofConversation[]; readonly left: number } | null> {
  return await inSnapshot(db, async (tx) => {
    const complaint = (await findComplaints(tx, [id])).get(id);
    if (complaint === undefined) return null;
    const matches = (await findMatches(tx, [complaint])).get(id) ?? [];
    const shown = matches.slice(0, mostConversations);
    const ids = [id, ...shown.map(({ conversationId }) => conversationId)];
    const found = await readConversations(tx, ids, complaint.claimAt ?? complaint.at);
    const reasonsOf = new Map(shown.map((match) => [match.conversationId, match]));
    const conversations = ids.flatMap((one): ProofConversation[] => {
      const conversation = found.get(one);
      const { reasons = [], strength = null } = reasonsOf.get(one) ?? {};
      return conversation === undefined ? [] : [{ ...conversation, reasons, strength }];
    });
    return { complaint, conversations, left: matches.length - shown.length };
  });
}

type Bare = Omit<ProofConversation, 'reasons' | 'strength'>;

async function readConversations(tx: Db, ids: readonly number[], claimAt: Instant): Promise<Map<number, Bare>> {
  const { complaintSign: s, conversation: c, message: m, wait: w } = tx.tables;
  const heads = await tx.query
    .select({ conversationId: c.id, externalId: c.externalId, channel: c.channel, sourceId: c.sourceId, subject: c.subject })
    .from(c)
    .where(inList(tx, c.id, ids));
  const messages = await tx.query
    .select()
    .from(m)
    .where(inList(tx, m.conversationId, ids))
    .orderBy(asc(m.conversationId), asc(m.position));
  const signs = await tx.query
    .select()
    .from(s)
    .where(inList(tx, s.conversationId, ids));
  const waits = await tx.query
    .select()
    .from(w)
    .where(inList(tx, w.conversationId, ids))
    .orderBy(asc(w.conversationId), asc(w.position));
  const signsOf = new Map(signs.map((sign) => [`${sign.conversationId} ${sign.externalId}`, sign.signs]));
  const messagesOf = groupBy(messages, ({ conversationId }) => conversationId);
  const waitsOf = groupBy(waits, ({ conversationId }) => conversationId);
  return new Map(
    heads.map((head) => [
      head.conversationId,
      {
        ...head,
        messages: (messagesOf.get(head.conversationId) ?? [])
          .filter(({ visibility, deletedAt }) => visibility === 'public' && deletedAt === null)
          .slice(0, mostMessages)
          .map(({ externalId, at, actor, visibility, kind, body, countsAsReply }) => ({
            ...{ externalId, at, actor, visibility, kind, body, countsAsReply },
            signs: signsOf.get(`${head.conversationId} ${externalId}`) ?? [],
          })),
        waits: (waitsOf.get(head.conversationId) ?? []).map(({ state, fromAt, untilAt, dueAt, nudges }) => ({
          ...{ state, fromAt, untilAt, dueAt, nudges },
          says: waitVerdict({ state, fromAt, untilAt, dueAt }, claimAt),
        })),
      },
    ]),
  );
}

/** The path of the customer of a complaint: the steps below it, lowest first, the complaint last. */
export type LadderStep = { readonly conversationId: number; readonly rung: GivenRung; readonly at: Instant };

/** Longer ways than the ladder has rungs do not exist. */
const mostSteps = 4;

/** By complaint: the steps that its customer took to get there; only itself where nothing quieter came before. */
export async function findLadders(db: Db, complaints: ReadonlyMap<number, Complaint>): Promise<Map<number, LadderStep[]>> {
  const known = new Map<number, ComplaintRow>([...complaints].map(([id, complaint]) => [id, complaint]));
  for (let step = 1; step < mostSteps; step += 1) {
    const next = [...known.values()].flatMap(({ fromConversationId: from }) => (from === null || known.has(from) ? [] : [from]));
    if (next.length === 0) break;
    const { complaint: x } = db.tables;
    const rows = await db.query
      .select()
      .from(x)
      .where(inList(db, x.conversationId, next));
    if (rows.length === 0) break;
    for (const row of rows) known.set(row.conversationId, row);
  }
  return new Map([...complaints.values()].map((complaint) => [complaint.conversationId, stepsOf(complaint, known)]));
}

function stepsOf(complaint: ComplaintRow, known: ReadonlyMap<number, ComplaintRow>): LadderStep[] {
  const steps: LadderStep[] = [{ conversationId: complaint.conversationId, rung: complaint.rung, at: complaint.at }];
  let at: ComplaintRow = complaint;
  for (let step = 1; step < mostSteps; step += 1) {
    const { fromConversationId: from, fromRung, fromAt } = at;
    if (from === null || fromRung === null || fromAt === null) break;
    steps.unshift({ conversationId: from, rung: fromRung, at: fromAt });
    const below = known.get(from);
    if (below === undefined || from === at.conversationId) break;
    at = below;
  }
  return steps;
}
