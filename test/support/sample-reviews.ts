// Reviews of the replies in the sample conversations: all of them by one round, the first of them critical.
import type { QualityMarks } from '#db/model/quality.ts';
import type { Db } from '#db/open.ts';
import { prescore } from '#db/quality/prescore.ts';
import { getConversation } from '#db/store/conversations.ts';
import { leaseReviews } from '#db/store/quality-queue.ts';
import { saveReview } from '#db/store/quality-reviews.ts';
import { saveRound } from '#db/store/quality-rounds.ts';

const good: QualityMarks = { speed: 2, language: 2, attitude: 2, expertise: 1, initiative: null, safety: 2, solved: 2 };

export async function saveSampleReviews(db: Db, now: number): Promise<void> {
  const population = { filters: {}, from: null, to: null };
  const sampling = { size: 50, strata: [], seed: 'samples' };
  const round = { name: 'Samples', kind: 'review', reviewers: 1, isDemo: false, by: 'lead' } as const;
  const { id } = await saveRound(db, { ...round, population, sampling, now });
  const tasks = await leaseReviews(db, { roundId: id, reviewer: 'ann', limit: 50, except: [], now });
  for (const [turn, task] of tasks.entries()) {
    const auto = prescore(await getConversation(db, task.conversationId), task.message, now);
    if (auto === null) continue;
    const marks = turn === 0 ? { ...good, safety: 0 as const } : good;
    const clientKey = `sample-review-${task.id}`;
    await saveReview(db, { taskId: task.id, reviewer: 'ann', marks, auto, note: null, tookMs: null, clientKey, now });
  }
}
