// The state of a source that a connector reads: one rule for the screen, the API and the command line.
import { hour, type Instant } from './instant.ts';

export const sourceStates = ['reading', 'new', 'waiting', 'paused', 'failing', 'stale'] as const;
export type SourceState = (typeof sourceStates)[number];

/** Why figures that a source feeds may lack something: not read for long, failed, or not yet read to its end for the first time. */
export const behindStates = ['stale', 'failing', 'new'] as const;
export type BehindState = (typeof behindStates)[number];

export type SourceClock = {
  readonly addedAt: Instant;
  readonly lastDoneAt: Instant | null;
  readonly intervalMs: number;
  readonly isPaused: boolean;
  /** Runs that failed since the last one that did not. */
  readonly failures: number;
  readonly leaseUntil: Instant | null;
};

/** Not read to its end for so long that figures from it may be behind: three intervals and an hour. */
function isStale({ lastDoneAt, addedAt, intervalMs }: SourceClock, now: Instant): boolean {
  return now - (lastDoneAt ?? addedAt) > 3 * intervalMs + hour;
}

/**
 * Whether figures that a source feeds may be behind, also while it is being read again: a run that has begun has brought nothing yet. A
 * paused source is behind because somebody wants it so.
 */
export function sourceBehindAt(source: SourceClock, now: Instant): BehindState | null {
  if (source.isPaused) return null;
  if (isStale(source, now)) return 'stale';
  if (source.failures > 0) return 'failing';
  return source.lastDoneAt === null ? 'new' : null;
}

/** `isRunning`: whether this process reads it; another one that does is told by its lease. */
export function sourceStateAt(source: SourceClock, isRunning: boolean, now: Instant): SourceState {
  if (isRunning || (source.leaseUntil !== null && source.leaseUntil > now)) return 'reading';
  if (source.isPaused) return 'paused';
  return sourceBehindAt(source, now) ?? 'waiting';
}
