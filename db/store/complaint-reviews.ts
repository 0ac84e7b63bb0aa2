// What people say of complaints: kept for good, put in force at once, and read back with who said it.
import { asc, eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import type { ClaimVerdict, GivenRung, ReviewKind } from '../model/complaint.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import { takeNumbers } from './change-state.ts';
import { deriveComplaints, markChanged } from './derive-complaints.ts';
import { getFactSettings } from './fact-settings.ts';

export type ReviewInput = {
  readonly conversationId: number;
  readonly by: string;
  readonly at: Instant;
  /** Redacted before it comes here. */
  readonly note: string | null;
} & ({ readonly kind: 'rung'; readonly value: GivenRung | null } | { readonly kind: 'verdict'; readonly value: ClaimVerdict | null });

export type Review = {
  readonly kind: ReviewKind;
  readonly value: string | null;
  readonly machine: string | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: Instant;
};

/**
 * Writes down what a person says and derives the complaint anew: rung, clocks and what it is related to follow at once. Throws `not_found` for
 * no conversation, `invalid` for a verdict on what claims nothing.
 */
export async function saveComplaintReview(db: Db, review: ReviewInput): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const { complaint: x, complaintReview, conversation: c } = tx.tables;
    const [found] = await tx.query.select({ id: c.id }).from(c).where(eq(c.id, review.conversationId));
    if (found === undefined) throw new AppError('not_found', `no conversation ${review.conversationId}`);
    const [row] = await tx.query.select().from(x).where(eq(x.conversationId, review.conversationId));
    if (review.kind === 'verdict' && (row === undefined || row.claimAt === null)) {
      throw new AppError('invalid', 'value: this conversation does not claim that nobody replies');
    }
    const machine = (review.kind === 'rung' ? row?.machineRung : row?.machineVerdict) ?? null;
    await tx.query.insert(complaintReview).values({ ...review, machine });
    await deriveComplaints(tx, { ids: [review.conversationId], settings: await getFactSettings(tx) });
    const { change } = await takeNumbers(tx, 0);
    await markChanged(tx, [review.conversationId], change);
  });
}

/** Oldest first. */
export async function findComplaintReviews(db: Db, conversationId: number): Promise<Review[]> {
  const { complaintReview: r } = db.tables;
  return await db.query
    .select({ kind: r.kind, value: r.value, machine: r.machine, note: r.note, by: r.by, at: r.at })
    .from(r)
    .where(eq(r.conversationId, conversationId))
    .orderBy(asc(r.id));
}
