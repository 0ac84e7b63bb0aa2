// The engine as the rest of the house sees it: ask a question, list the rows behind it, follow the store.
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Answer, Dimension, Freshness, Plan, RowPage, Rows } from '#db/model/metric.ts';
import type { NoticeQuestion, NoticeReply } from '#db/model/notice-forecast.ts';
import type { DisagreementRows, DisagreementSide, SatisfactionReport } from '#db/model/satisfaction.ts';
import { carryOut } from './carry-out.ts';
import { openDesk, type Refreshed } from './desk.ts';
import type { Result, Wanted } from './protocol.ts';
import type { SayOfFile } from './saved/shelf.ts';
import { type Computation, openSharedQuestions } from './shared-questions.ts';
import { pastDeadline } from './stopped.ts';
import { openThread } from './thread.ts';

export type AskOptions = { readonly signal?: AbortSignal };

/** What occurs in a dimension, most frequent first; `none` stands for "not set". */
export type DimensionValues = Readonly<Record<Dimension, readonly { readonly value: string; readonly n: number }[]>>;

export type Engine = {
  /** Answers a question. Identical questions asked at the same time are computed once. */
  ask(plan: Plan, options?: AskOptions): Promise<Answer>;
  /** The rows behind `ask(plan)`: exactly `n` of them over all pages, newest first; of a share also its hits or misses `only`. */
  rows(plan: Plan, page: RowPage, options?: AskOptions): Promise<Rows>;
  /** What can be said about satisfaction beside the metrics: weighting, waits, drivers, mood. */
  satisfaction(plan: Plan, options?: AskOptions): Promise<SatisfactionReport>;
  /** The ratings of one side that disagree with the customer's words: as many as `satisfaction` counts. */
  disagreements(plan: Plan, side: DisagreementSide, page: RowPage, options?: AskOptions): Promise<DisagreementRows>;
  values(): Promise<DimensionValues>;
  /** Answers about wait-time notices: aggregates of one channel. */
  notices(question: NoticeQuestion): Promise<NoticeReply>;
  freshness(): Promise<Freshness>;
  /** Takes over what changed in the store since the last call; loads everything anew after an epoch change. */
  refresh(): Promise<Freshness>;
  close(): Promise<void>;
};

export type EngineOptions = {
  /** What `openDb` takes: a file path or a `postgres://` URL. */
  readonly location: string;
  /** A question past this many milliseconds is stopped with `unavailable`. Default 10,000. */
  readonly deadlineMs?: number;
  /** Runs in the calling thread (tests, command line); scans then hold the thread. */
  readonly inProcess?: boolean;
  /** Keeps the columns from one start to the next: read where it is current; written by a thread only. */
  readonly keepFile?: string;
  /** Takes what there is to say of that file, for a log. */
  readonly say?: SayOfFile;
  /** For the `asOf` of `freshness()` and `refresh()`; without it, the latest message stands in. */
  readonly clock?: () => Instant;
};

const usualDeadlineMs = 10_000;

/** How a request is carried out: in a worker thread or right here. */
type Carrier = { carry(wanted: Wanted): Computation<Result>; close(): Promise<void> };

/** Opens the columns over a store and loads them. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const deadlineMs = options.deadlineMs ?? usualDeadlineMs;
  const carrier = options.inProcess === true ? await openHere(options, deadlineMs) : await openThere(options);
  const questions = openSharedQuestions<Result>(deadlineMs);
  const asOf = () => options.clock?.() ?? null;
  const ask = (wanted: Wanted, signal: AbortSignal | undefined) =>
    questions.get(JSON.stringify(wanted), () => carrier.carry(wanted), signal);
  return {
    ask: async (plan, given) => asAnswer(await ask({ want: 'ask', plan: inOrder(plan) }, given?.signal)),
    rows: async (plan, { offset, limit, only, verdict, part }, given) =>
      asRows(await ask({ want: 'rows', plan: inOrder(plan), page: { offset, limit, only, verdict, part } }, given?.signal)),
    satisfaction: async (plan, given) => asSatisfaction(await ask({ want: 'satisfaction', plan: inOrder(plan) }, given?.signal)),
    disagreements: async (plan, side, { offset, limit }, given) =>
      asDisagreements(await ask({ want: 'disagreements', plan: inOrder(plan), side, page: { offset, limit } }, given?.signal)),
    values: async () => asValues(await ask({ want: 'values' }, undefined)),
    notices: async (question) => asNotices(await ask({ want: 'notices', question }, undefined)),
    freshness: async () => asFreshness(await carrier.carry({ want: 'freshness', asOf: asOf() }).result),
    async refresh() {
      const { freshness, hasChanged } = asRefreshed(await carrier.carry({ want: 'refresh', asOf: asOf() }).result);
      if (hasChanged) questions.forget();
      return freshness;
    },
    close: () => carrier.close(),
  };
}

/** The same question spelled the same way: filters in the order of their names, their values sorted. */
function inOrder(plan: Plan): Plan {
  const filters = Object.entries(plan.filters).filter(([, values]) => values.length > 0);
  const sorted = filters.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([dimension, values]) => [dimension, values.toSorted()]);
  const { metric, range, zone, groupBy, times, clock, population, compare, asOf } = plan;
  return { metric, range, zone, groupBy, filters: Object.fromEntries(sorted), times, clock, population, compare, asOf };
}

async function openThere({ location, keepFile, say }: EngineOptions): Promise<Carrier> {
  const thread = await openThread({ location, keepFile: keepFile ?? null, say: say ?? (() => undefined) });
  return { carry: (wanted) => thread.call(wanted), close: () => thread.close() };
}

async function openHere({ location, keepFile, say }: EngineOptions, deadlineMs: number): Promise<Carrier> {
  // A command looks at the store for a moment: what it read anew is the server's to write.
  const desk = await openDesk({ location, keep: keepFile === undefined ? undefined : { file: keepFile, newMark: null }, say });
  const carry = (wanted: Wanted): Computation<Result> => {
    // Nothing else runs in this thread meanwhile, so only a look at the watch can end a scan.
    const startedAt = performance.now();
    const checkStop = () => {
      if (performance.now() - startedAt > deadlineMs) throw pastDeadline(deadlineMs);
    };
    return { result: carryOut(desk, wanted, checkStop), stop: () => undefined };
  };
  return { carry, close: () => desk.close() };
}

function mismatch(): AppError {
  return new AppError('internal', 'the engine answered something else than it was asked');
}

function asAnswer(result: Result): Answer {
  if (result !== null && 'excluded' in result && 'metric' in result) return result;
  throw mismatch();
}

function asRows(result: Result): Rows {
  if (result !== null && 'rows' in result && 'metric' in result) return result;
  throw mismatch();
}

function asSatisfaction(result: Result): SatisfactionReport {
  if (result !== null && 'weighting' in result) return result;
  throw mismatch();
}

function asDisagreements(result: Result): DisagreementRows {
  if (result !== null && 'side' in result) return result;
  throw mismatch();
}

function asValues(result: Result): DimensionValues {
  if (result !== null && 'channel' in result) return result;
  throw mismatch();
}

function asNotices(result: Result): NoticeReply {
  if (result !== null && 'answer' in result) return result;
  throw mismatch();
}

function asFreshness(result: Result): Freshness {
  if (result !== null && 'lastMessageAt' in result) return result;
  throw mismatch();
}

function asRefreshed(result: Result): Refreshed {
  if (result !== null && 'hasChanged' in result) return result;
  throw mismatch();
}
