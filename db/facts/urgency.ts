// How urgent a conversation is at an instant: the harm it tells of, raised by a promise that runs out and by every nudge.
import type { Instant } from '../model/instant.ts';
import { hour } from '../model/instant.ts';
import { type UrgencyLevel, urgencyLevels } from '../model/score.ts';

/** A wait that is open at the instant. */
export type OpenWait = { readonly dueAt: Instant | null; readonly nudges: number };

export type Urgency = { readonly level: UrgencyLevel; readonly reasons: readonly string[] };

/** So long before its due instant a promise is in danger. */
export const dueSoonMs = hour;

/**
 * The steps by which an open wait raises the level that harm gives: 1 where its promise is broken or breaks within an hour, 1 where the
 * customer has asked again at least twice. More nudges, less time left and more harm never lower the level.
 */
export function urgencySteps({ dueAt, nudges }: OpenWait, at: Instant): { readonly steps: number; readonly reasons: readonly string[] } {
  const reasons: string[] = [];
  if (dueAt !== null && at > dueAt) reasons.push('overdue');
  else if (dueAt !== null && dueAt - at <= dueSoonMs) reasons.push('due-soon');
  if (nudges >= 2) reasons.push('nudged');
  return { steps: reasons.length, reasons };
}

/**
 * Null where the harm is not known, because nobody scored it. Without an open wait the level is that of the harm alone: what was answered
 * is waited for no more. Of several open waits the one that raises most counts.
 */
export function urgencyAt(
  harm: { readonly level: UrgencyLevel; readonly reasons: readonly string[] } | null,
  waits: readonly OpenWait[],
  at: Instant,
): Urgency | null {
  if (harm === null) return null;
  let most: ReturnType<typeof urgencySteps> = { steps: 0, reasons: [] };
  for (const wait of waits) {
    const raised = urgencySteps(wait, at);
    if (raised.steps > most.steps) most = raised;
  }
  const place = Math.min(urgencyLevels.indexOf(harm.level) + most.steps, urgencyLevels.length - 1);
  return { level: urgencyLevels[place] ?? 'critical', reasons: [...harm.reasons, ...most.reasons] };
}
