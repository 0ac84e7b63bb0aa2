// The state of a wait at the instant of a report.
import type { Wait, WaitStateAt } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';

/**
 * What a wait looked like at `at`: an answer or a close that came later has not happened yet.
 * An answer at the due instant is in time, so a wait is overdue only after it. A wait without a promise is never overdue.
 * A wait that was closed at an unknown instant (`untilAt` null) counts as closed at any instant. `at` before `fromAt` is the caller's to leave out.
 */
export function waitStateAt(wait: Pick<Wait, 'state' | 'fromAt' | 'untilAt' | 'dueAt'>, at: Instant): WaitStateAt {
  if (wait.state === 'excluded') return 'excluded';
  if (wait.state !== 'open' && (wait.untilAt === null || wait.untilAt <= at)) return wait.state;
  return wait.dueAt !== null && at > wait.dueAt ? 'open_overdue' : 'open_not_due';
}
