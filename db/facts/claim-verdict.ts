// Whether somebody is right who says that nobody answers: judged by their own requests at the instant of the claim, and by nothing later.
import type { ClaimVerdict } from '../model/complaint.ts';
import type { Wait } from '../model/facts.ts';
import { day, type Instant } from '../model/instant.ts';
import { waitStateAt } from './wait-state-at.ts';

/** Requests that ended longer before the claim than this are another matter. */
export const claimWindowMs = 60 * day;

/** How long a request may wait on a channel without any promise before "no answer" is right. */
export const unpromisedMs = day;

export type ClaimWait = Pick<Wait, 'state' | 'fromAt' | 'untilAt' | 'dueAt'>;

/** What one request says of the claim; null for what was not there yet, is another matter, or was left out of all figures. */
export function waitVerdict(wait: ClaimWait, claimAt: Instant): Exclude<ClaimVerdict, 'never-received'> | null {
  if (wait.fromAt >= claimAt) return null;
  const state = waitStateAt(wait, claimAt);
  if (state === 'excluded') return null;
  const endedAt = state === 'open_not_due' || state === 'open_overdue' ? null : (wait.untilAt ?? wait.fromAt);
  if (endedAt !== null && endedAt < claimAt - claimWindowMs) return null;
  switch (state) {
    case 'open_overdue':
    case 'closed_unanswered':
      return 'true';
    case 'open_not_due':
      return wait.dueAt === null && claimAt - wait.fromAt > unpromisedMs ? 'true' : 'half-true';
    case 'withdrawn':
      // Nobody answered, and they said themselves that nobody need.
      return 'half-true';
    case 'answered': {
      const dueAt = wait.dueAt ?? wait.fromAt + unpromisedMs;
      return endedAt !== null && endedAt > dueAt ? 'half-true' : 'answered';
    }
    default:
      return state satisfies never;
  }
}

/** The gravest that any request says: `true` before `half-true` before `answered`; `never-received` where none says anything. */
export function claimVerdict(waits: readonly ClaimWait[], claimAt: Instant): ClaimVerdict {
  const said = new Set(waits.map((wait) => waitVerdict(wait, claimAt)));
  if (said.has('true')) return 'true';
  if (said.has('half-true')) return 'half-true';
  return said.has('answered') ? 'answered' : 'never-received';
}
