// Answers to pushes by their idempotency key: the same request again gets the same answer, and has no second effect.
import { and, eq, lt } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import { hour, type Instant } from '../model/instant.ts';
import type { PushAnswer } from '../model/push.ts';

/** How long an answer is kept at least. */
export const answerLifeMs = 48 * hour;

export type AnswerKey = { readonly sourceId: string; readonly keyHash: string; readonly bodyHash: string };

/** The answer that this key was given; null where it was not used yet. `conflict` where it came with another body. */
export async function findPushAnswer(db: Db, { sourceId, keyHash, bodyHash }: AnswerKey): Promise<PushAnswer | null> {
  const { pushAnswer } = db.tables;
  const [row] = await db.query
    .select()
    .from(pushAnswer)
    .where(and(eq(pushAnswer.sourceId, sourceId), eq(pushAnswer.keyHash, keyHash)));
  if (row === undefined) return null;
  if (row.bodyHash !== bodyHash) throw new AppError('conflict', 'this Idempotency-Key was used with another body; use a new key');
  return row.answer;
}

/** Keeps an answer; false where this key was given one meanwhile, so that whoever comes second can undo. Old ones go. */
export async function savePushAnswer(db: Db, key: AnswerKey, answer: PushAnswer, now: Instant): Promise<boolean> {
  const { pushAnswer } = db.tables;
  await db.query.delete(pushAnswer).where(lt(pushAnswer.savedAt, now - answerLifeMs));
  const saved = await db.query
    .insert(pushAnswer)
    .values({ ...key, answer, savedAt: now })
    .onConflictDoNothing()
    .returning({ keyHash: pushAnswer.keyHash });
  return saved.length > 0;
}
