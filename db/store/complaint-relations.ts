// What relates complaints to the other conversations of their customers: the step below that they came from, and whether a claim of no reply is right.
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { claimVerdict } from '../facts/claim-verdict.ts';
import { quietRung } from '../facts/complaint-rung.ts';
import { complaintRungs, type GivenRung, isLoud } from '../model/complaint.ts';
import type { Wait } from '../model/facts.ts';
import { day, type Instant } from '../model/instant.ts';
import { findMatches, type Match } from './complaint-matches.ts';
import { type ComplaintRow, findGiven, type Relation, relationOf } from './complaint-rows.ts';
import { groupBy } from './group-by.ts';
import { stableJson } from './stable-json.ts';

/** A louder step counts as climbing where the step below it was taken within this time. */
export const climbWindowMs = 90 * day;

/** A conversation as a step of the ladder. */
type Step = { readonly id: number; readonly rung: GivenRung; readonly at: Instant };
type Waits = ReadonlyMap<number, readonly Pick<Wait, 'state' | 'fromAt' | 'untilAt' | 'dueAt'>[]>;

const heightOf = (rung: GivenRung): number => (rung === 'none' ? -1 : complaintRungs.indexOf(rung));

/** The highest of the lower steps before it, the latest where several are as high; its own beginning as a plain request counts too. */
function stepBelow(row: ComplaintRow, own: Step, others: readonly Step[]): Step | null {
  const lower = [own, ...others].filter(
    ({ rung, at }) => heightOf(rung) >= 0 && heightOf(rung) < heightOf(row.rung) && at < row.at && at >= row.at - climbWindowMs,
  );
  const [best] = lower.toSorted((a, b) => heightOf(b.rung) - heightOf(a.rung) || b.at - a.at || a.id - b.id);
  return best ?? null;
}

async function findSteps(tx: Db, ids: readonly number[]): Promise<Map<number, Step & { readonly began: Step }>> {
  const { complaint: x, conversation: c } = tx.tables;
  const rows = await tx.query
    .select({ id: c.id, channel: c.channel, arrivedAt: c.arrivedAt, openedAt: c.openedAt, rung: x.rung, at: x.at })
    .from(c)
    .leftJoin(x, eq(x.conversationId, c.id))
    .where(and(inList(tx, c.id, ids), isNull(c.exclusion), isNull(c.mergedInto)));
  return new Map(
    rows.flatMap(({ id, channel, arrivedAt, openedAt, rung, at }) => {
      const startedAt = arrivedAt ?? openedAt;
      if (startedAt === null) return [];
      const began = { id, rung: quietRung(channel), at: startedAt };
      return [[id, { id, rung: rung ?? began.rung, at: at ?? startedAt, began }]];
    }),
  );
}

async function findWaits(tx: Db, ids: readonly number[]): Promise<Waits> {
  const { wait: w } = tx.tables;
  if (ids.length === 0) return new Map();
  const rows = await tx.query
    .select({ id: w.conversationId, state: w.state, fromAt: w.fromAt, untilAt: w.untilAt, dueAt: w.dueAt })
    .from(w)
    .where(inList(tx, w.conversationId, ids));
  return groupBy(rows, ({ id }) => id);
}

/** The verdict of the machine: null without a claim. The conversation itself counts with what had been asked in it before. */
export function verdictOf(row: Pick<ComplaintRow, 'claimAt' | 'conversationId'>, matches: readonly Match[], waits: Waits) {
  if (row.claimAt === null) return null;
  const ids = [row.conversationId, ...matches.map(({ conversationId }) => conversationId)];
  return claimVerdict(
    ids.flatMap((id) => waits.get(id) ?? []),
    row.claimAt,
  );
}

/** Works out the relations of these complaints and writes those that came out different; gives their ids. */
export async function relateComplaints(tx: Db, ids: readonly number[]): Promise<number[]> {
  const { complaint: x } = tx.tables;
  const rows = (
    await tx.query
      .select()
      .from(x)
      .where(inList(tx, x.conversationId, ids))
  ).filter(({ rung }) => isLoud(rung));
  // Most pages hold no complaint and touch none.
  if (rows.length === 0) return [];
  const matches = await findMatches(tx, rows);
  const given = await findGiven(tx, ids);
  const involved = [...new Set(rows.flatMap((row) => [row.conversationId, ...idsOf(matches, row)]))];
  const steps = await findSteps(tx, involved);
  const waits = await findWaits(tx, [
    ...new Set(rows.filter(({ claimAt }) => claimAt !== null).flatMap((row) => [row.conversationId, ...idsOf(matches, row)])),
  ]);
  const changed: number[] = [];
  for (const row of rows) {
    const own = steps.get(row.conversationId);
    const others = idsOf(matches, row).flatMap((id) => steps.get(id) ?? []);
    const from = own === undefined ? null : stepBelow(row, own.began, others);
    const machineVerdict = verdictOf(row, matches.get(row.conversationId) ?? [], waits);
    const said = given.get(row.conversationId)?.verdict;
    const relation: Relation = {
      machineVerdict,
      verdict: machineVerdict === null ? null : (said ?? machineVerdict),
      isConfirmed: machineVerdict !== null && said !== undefined,
      fromConversationId: from?.id ?? null,
      fromRung: from === null || from.rung === 'none' ? null : from.rung,
      fromAt: from?.at ?? null,
    };
    if (stableJson(relation) === stableJson(relationOf(row))) continue;
    await tx.query.update(x).set(relation).where(eq(x.conversationId, row.conversationId));
    changed.push(row.conversationId);
  }
  return changed;
}

function idsOf(matches: ReadonlyMap<number, readonly Match[]>, { conversationId }: ComplaintRow): number[] {
  return (matches.get(conversationId) ?? []).map((match) => match.conversationId);
}
