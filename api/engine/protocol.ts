// What the engine and its worker thread say to each other.
import type { Instant } from '#db/model/instant.ts';
import type { Answer, Freshness, Plan, RowPage, Rows } from '#db/model/metric.ts';
import type { NoticeQuestion, NoticeReply } from '#db/model/notice-forecast.ts';
import type { DisagreementRows, DisagreementSide, SatisfactionReport } from '#db/model/satisfaction.ts';
import type { Refreshed } from './desk.ts';
import type { DimensionValues } from './engine.ts';
import type { Failure } from './failure.ts';

/** What the thread is started with. `stops[slot]` is set to 1 to give a request up. */
export type WorkerStart = { readonly location: string; readonly keepFile: string | null; readonly stops: Int32Array };

export type Wanted =
  | { readonly want: 'ask'; readonly plan: Plan }
  | { readonly want: 'rows'; readonly plan: Plan; readonly page: RowPage }
  | { readonly want: 'satisfaction'; readonly plan: Plan }
  | { readonly want: 'disagreements'; readonly plan: Plan; readonly side: DisagreementSide; readonly page: RowPage }
  | { readonly want: 'values' }
  | { readonly want: 'freshness'; readonly asOf: Instant | null }
  | { readonly want: 'refresh'; readonly asOf: Instant | null }
  | { readonly want: 'notices'; readonly question: NoticeQuestion }
  | { readonly want: 'close' };

export type Request = Wanted & { readonly id: number; readonly slot: number };

export type Result = Answer | Rows | SatisfactionReport | DisagreementRows | DimensionValues | Freshness | Refreshed | NoticeReply | null;

export type Reply = { readonly id: number; readonly result: Result } | { readonly id: number; readonly error: Failure };

/** News of the file of columns, for the log; may come before the first message. */
export type Said = { readonly said: string; readonly isFailure: boolean };

/** The first message of the thread: the columns are loaded, or why they are not. */
export type Ready = { readonly ready: true } | { readonly ready: false; readonly error: Failure };
