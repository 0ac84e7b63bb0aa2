// The words of staffing: what is told instead of measured, and one reply as the measuring reads it.
import type { Instant } from './instant.ts';

/** What people say of a channel; null: measured from the messages. `concurrency` counts for live channels only. */
export type StaffingTerms = {
  /** Mean working time of one conversation (live) or of one answer (deferred). */
  readonly handlingMs: number | null;
  /** Live conversations that one person holds at once. */
  readonly concurrency: number | null;
  /** Share of the time on duty that is not there for customers: breaks, meetings, training. */
  readonly shrinkage: number | null;
  /** How long customers of a live channel wait on average before they leave; null: not known, so nobody is taken to leave. */
  readonly patienceMs: number | null;
};

/** One version; the highest of a channel holds, none is ever edited. */
export type StaffingSetting = StaffingTerms & {
  readonly channel: string;
  readonly version: number;
  readonly savedAt: Instant;
  readonly savedBy: string;
};

/** A substantive reply by a person. `waitingSince`: the customer message that it answers; null where it follows up on our own. */
export type Reply = {
  readonly at: Instant;
  readonly agent: string;
  readonly conversation: number;
  readonly channel: string;
  readonly language: string;
  readonly waitingSince: Instant | null;
  /** True where it is the first response of its conversation. */
  readonly isFirst: boolean;
};
