// What the demo's people said of claims that nobody replies: older ones are confirmed, a few are put right, the newest wait for somebody.
import { and, asc, isNotNull, lt } from 'drizzle-orm';
import type { Db } from '#db/dialect/db.ts';
import type { ClaimVerdict } from '#db/model/complaint.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import { saveComplaintReview } from '#db/store/complaint-reviews.ts';

/** What a second look makes of the machine's verdict now and then: a late answer that nobody can call an answer, a wrong match. */
const correctedTo: Readonly<Record<ClaimVerdict, ClaimVerdict>> = {
  true: 'half-true',
  'half-true': 'true',
  answered: 'half-true',
  'never-received': 'half-true',
};

/** Somebody looks through the claims until this long ago, and no further. */
const lookedUntilMs = 5 * day;
/** Every third claim was looked at, of these every eleventh was put right; more of them would only make loading the demo longer. */
const everyNth = 3;
const putRightNth = 11;
const mostReviews = 120;

/** Confirms and corrects a share of the claims, told by their numbers alone, so that the demo stays the same. */
export async function reviewClaims(db: Db, now: Instant): Promise<void> {
  const { complaint: x } = db.tables;
  const rows = await db.query
    .select({ id: x.conversationId, claimAt: x.claimAt, verdict: x.machineVerdict })
    .from(x)
    .where(and(isNotNull(x.claimAt), lt(x.claimAt, now - lookedUntilMs)))
    .orderBy(asc(x.claimAt), asc(x.conversationId));
  const looked = rows.filter((_, at) => at % everyNth === 0).slice(-mostReviews);
  for (const [at, { id, claimAt, verdict }] of looked.entries()) {
    if (claimAt === null || verdict === null) continue;
    const isPutRight = at % putRightNth === putRightNth - 1;
    await saveComplaintReview(db, {
      conversationId: id,
      kind: 'verdict',
      value: isPutRight ? correctedTo[verdict] : verdict,
      note: null,
      by: 'Mei (Demo)',
      at: claimAt + 30 * hour,
    });
  }
}
