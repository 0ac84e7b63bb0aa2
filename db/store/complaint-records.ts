// Complaints as the columns read them, for a batch of conversations.
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { ComplaintClockRecord, ComplaintRecord } from '../model/complaint.ts';
import { findClocks, hasComplaints } from './complaint-rows.ts';

/** By conversation; no entry where it is no louder than its channel. */
export async function readComplaints(tx: Db, ids: readonly number[]): Promise<Map<number, ComplaintRecord>> {
  // Most batches of most stores have none, and should pay for one look only.
  if (!(await hasComplaints(tx))) return new Map();
  const { complaint: x } = tx.tables;
  const rows = await tx.query
    .select()
    .from(x)
    .where(inList(tx, x.conversationId, ids));
  if (rows.length === 0) return new Map();
  const clocks = await findClocks(tx, ids);
  return new Map(
    rows.map(({ conversationId, rung, at, isByHand, claimAt, verdict, isConfirmed, fromRung, fromAt }) => [
      conversationId,
      {
        rung,
        at,
        isByHand,
        clocks: (clocks.get(conversationId) ?? []).map(({ conversationId: _, ...clock }): ComplaintClockRecord => clock),
        claim: claimAt === null || verdict === null ? null : { at: claimAt, verdict, isConfirmed },
        climb: fromRung === null || fromAt === null ? null : { from: fromRung, at: fromAt },
      },
    ]),
  );
}
