// A run that scores stored messages anew: from the place where the last one stopped, batch by batch, to its end.
import type { Db } from '#db/dialect/db.ts';
import { failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Rescoring } from '#db/model/rescoring.ts';
import { beginRescoring, leaveRescoring, rescoreBatch } from '#db/store/rescore.ts';
import type { Scorers } from './scores/index.ts';
import { scoreMessage } from './stages/scored.ts';

export type RescoreRun = {
  readonly db: Db;
  readonly scorers: Scorers;
  readonly clock: () => Instant;
  /** Also what these scorers have scored before. */
  readonly isAll: boolean;
  readonly signal?: AbortSignal;
  /** Conversations to a transaction; default 200. */
  readonly batchSize?: number;
  readonly onProgress?: (run: Rescoring) => void;
};

/** `resumedAt`: how many conversations the run had done before it was taken up again; 0 where it is a new one. */
export type Rescored = Rescoring & { readonly resumedAt: number };

export async function rescore({ db, scorers, clock, isAll, signal, batchSize, onProgress }: RescoreRun): Promise<Rescored> {
  const begun = await beginRescoring(db, { scorer: scorers.version, isAll, now: clock() });
  let run = begun;
  onProgress?.(run);
  const batch = {
    runId: begun.runId,
    judge: (message: Parameters<typeof scoreMessage>[0], channel: string) => scoreMessage(message, channel, scorers),
    size: batchSize ?? 200,
    now: clock,
  };
  try {
    for (;;) {
      signal?.throwIfAborted();
      const next = await rescoreBatch(db, batch);
      if (next === null) return { ...run, resumedAt: begun.conversations };
      run = next;
      onProgress?.(run);
    }
  } catch (error) {
    await leaveRescoring(db, begun.runId, { now: clock(), reason: failureReason(error) });
    throw error;
  }
}
