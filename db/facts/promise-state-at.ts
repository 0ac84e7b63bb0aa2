// Whether the promise of a wait was kept, as far as an instant can tell.
import type { Wait } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';

export const promiseStates = ['kept', 'broken', 'possible', 'none'] as const;
export type PromiseState = (typeof promiseStates)[number];

/**
 * `broken` from the due instant on whatever happens later, and from a close without an answer at once; `possible` while neither has come.
 * `none` for waits that are excluded, have no promise, or were withdrawn by the customer before they were due.
 * Attainment is kept / (kept + broken); `possible` is shown apart.
 */
export function promiseStateAt(wait: Pick<Wait, 'state' | 'fromAt' | 'untilAt' | 'dueAt'>, at: Instant): PromiseState {
  if (wait.state === 'excluded' || wait.dueAt === null) return 'none';
  const hasEnded = wait.state !== 'open' && (wait.untilAt === null || wait.untilAt <= at);
  if (!hasEnded) return at > wait.dueAt ? 'broken' : 'possible';
  if (wait.state === 'closed_unanswered') return 'broken';
  const inTime = wait.untilAt !== null && wait.untilAt <= wait.dueAt;
  if (!inTime) return 'broken';
  return wait.state === 'answered' ? 'kept' : 'none';
}
