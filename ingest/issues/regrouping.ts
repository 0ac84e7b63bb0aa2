// Groupings anew that were begun here: one at a time, with its progress and its end.
import { AppError, failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Regrouped, Regrouping } from '#db/model/issue-desk.ts';
import type { OnRegroup } from './regroup.ts';

export type RegroupRun = (order: { readonly isPreview: boolean }, onProgress: OnRegroup) => Promise<Regrouped>;

export type OpenRegroupings = {
  readonly begin: (order: { readonly isPreview: boolean }) => void;
  readonly state: () => Regrouping | null;
  readonly settled: () => Promise<void>;
};

export function openRegroupings(run: RegroupRun, clock: () => Instant, onFailure?: (reason: string) => void): OpenRegroupings {
  let now: Regrouping | null = null;
  let running: Promise<void> | null = null;
  return {
    begin: ({ isPreview }) => {
      if (running !== null) throw new AppError('conflict', 'the issues are being grouped already; wait for the end');
      const fresh: Regrouping = {
        isPreview,
        startedAt: clock(),
        finishedAt: null,
        step: 'reading',
        done: 0,
        total: 0,
        result: null,
        reason: null,
      };
      now = fresh;
      const change = (part: Partial<Regrouping>) => {
        now = { ...(now ?? fresh), ...part };
      };
      running = run({ isPreview }, (step, done, total) => change({ step, done, total }))
        .then((result) => change({ result, finishedAt: clock() }))
        .catch((error: unknown) => {
          change({ reason: failureReason(error), finishedAt: clock() });
          onFailure?.(failureReason(error));
        })
        .finally(() => {
          running = null;
        });
    },
    state: () => now,
    settled: async () => {
      await running;
    },
  };
}
