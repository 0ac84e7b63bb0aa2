// What the engine is asked about notices, and what it answers: aggregates of one channel, never a conversation.
import type { Instant } from './instant.ts';
import type { InstantRange } from './metric.ts';

/** `forecast`: what to tell now. `replay`: what would have been told. `track`: what was told, day by day, beside the waits. */
export type NoticeQuestion =
  | { readonly ask: 'forecast'; readonly channel: string; readonly at: Instant; readonly zone: string }
  | { readonly ask: 'replay'; readonly channel: string; readonly zone: string; readonly range: InstantRange }
  | { readonly ask: 'track'; readonly channel: string; readonly zone: string; readonly range: InstantRange; readonly asOf: Instant };

export type NoticeForecast = {
  /** Null where too few comparable waits are known, or too many are never answered. */
  readonly wait: { readonly minMs: number; readonly maxMs: number } | null;
  readonly isPeak: boolean;
  readonly quiet: readonly InstantRange[];
  /** Open stretches of the next seven days; null where the channel has no calendar, and so no hours to tell. */
  readonly open: readonly InstantRange[] | null;
};

/** A notice that a customer would have met. `waitMs` is null for who has no answer; `ending` says why. */
export type ReplayedNotice = {
  readonly fromAt: Instant;
  readonly shownAt: Instant;
  readonly minMs: number;
  readonly maxMs: number;
  readonly isPeak: boolean;
  readonly waitMs: number | null;
  readonly ending: 'waiting' | 'answered' | 'closed_unanswered' | 'withdrawn';
};

/** One local day: medians of what was told, and quantiles of the real waits (Kaplan-Meier; null where not reached). */
export type NoticeDay = {
  readonly day: string;
  readonly n: number;
  readonly toldMinMs: number;
  readonly toldMaxMs: number;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
};

export type NoticeReply =
  | { readonly answer: 'forecast'; readonly forecast: NoticeForecast }
  | { readonly answer: 'replay'; readonly met: readonly ReplayedNotice[] }
  | { readonly answer: 'track'; readonly days: readonly NoticeDay[] };
