// Idempotency: a push under one key has one effect and one answer, however often and however many at once it comes.
import { createHash } from 'node:crypto';
import type { Db } from '#db/dialect/db.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { PushAnswer } from '#db/model/push.ts';
import { type AnswerKey, findPushAnswer, savePushAnswer } from '#db/store/push-answers.ts';

export type Answered = { readonly answer: PushAnswer; readonly isReplay: boolean };

/** `keep` has to run in the transaction of the effect. */
export type Work = (keep: (tx: Db, answer: PushAnswer) => Promise<void>) => Promise<PushAnswer>;

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The key of an answer. Only hashes are kept: whoever makes keys out of names or addresses does not leave them here. */
export function answerKey(sourceId: string, idempotencyKey: string, body: string): AnswerKey {
  return { sourceId, keyHash: hash(idempotencyKey), bodyHash: hash(body) };
}

/** Runs `work` unless its key was answered. Of two that run at once, in whichever processes, the later is undone and gets the answer of the first. */
export async function once({ db, clock }: { db: Db; clock: () => Instant }, key: AnswerKey, work: Work): Promise<Answered> {
  const kept = await findPushAnswer(db, key);
  if (kept !== null) return { answer: kept, isReplay: true };
  const meanwhile = new AppError('conflict', 'this Idempotency-Key is being answered; try again');
  try {
    const answer = await work(async (tx, made) => {
      if (!(await savePushAnswer(tx, key, made, clock()))) throw meanwhile;
    });
    return { answer, isReplay: false };
  } catch (error) {
    const found = error === meanwhile ? await findPushAnswer(db, key) : null;
    if (found === null) throw error;
    return { answer: found, isReplay: true };
  }
}
