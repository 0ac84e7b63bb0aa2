// A plan made ready for the columns: which table, which instants, which rows may pass and what each of them means.

import type { Metric } from '#api/metrics/metric.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { AppError } from '#db/model/errors.ts';
import type { Clock, InstantRange, Plan } from '#db/model/metric.ts';
import type { AtomTable } from './atom-table.ts';
import type { Blocks } from './blocks.ts';
import type { Columns } from './columns.ts';
import { type Allowed, allowedBy } from './filters.ts';
import { keptOr } from './kept.ts';
import { movedCodes, populationFilters } from './moved-codes.ts';
import { type Outcomes, outcomesOf } from './outcomes.ts';
import { openTimeLimit, type TimeLimit } from './time-limit.ts';

export type Question = {
  readonly columns: Columns;
  readonly metric: Metric;
  /** The plan with the clock and the population that the metric really has. */
  readonly plan: Plan;
  readonly table: AtomTable;
  /** The instants that place a row into the range and into buckets: arrival or event. */
  readonly at: Float64Array;
  readonly blocks: Blocks;
  /** `[from, to)` cut at the instant of the report; infinite where the plan names no range. */
  readonly from: number;
  readonly to: number;
  readonly allowed: Allowed;
  /** Which instants count; null where all do. */
  readonly limit: TimeLimit | null;
  readonly outcomes: Outcomes;
  /** Trait codes by row: those of the table, or what the question makes of them. */
  readonly code: Uint16Array;
};

/** Whether a row, by its number in the table of its metric, belongs to a part of the rows. */
export type InPart = (row: number) => boolean;

/** A part of the rows; where it is a weighted one, what each of its rows is worth (1 or 0) and for how many others it stands. */
export type RowPart = {
  readonly has: InPart;
  readonly weighed: ((row: number) => { readonly value: number; readonly weight: number }) | null;
};

/** What questions are put to. */
export type Asked = { readonly columns: Columns; readonly calendars: readonly Calendar[] };

/** Checks a plan against its metric and resolves it; throws `invalid` for what the metric cannot be grouped by. */
export function openQuestion({ columns, calendars }: Asked, metric: Metric, asked: Plan): Question {
  const { card } = metric;
  checkPlan(metric, asked);
  const plan: Plan = {
    ...asked,
    // What a metric does not have it cannot be asked for; the answer prints what was used.
    clock: card.clocks.includes(asked.clock) ? asked.clock : (card.clocks[0] ?? 'calendar'),
    population: card.populations.includes(asked.population) ? asked.population : (card.populations[0] ?? 'arrival'),
  };
  const table = columns[metric.atom];
  const byEvent = plan.population === 'event';
  const moved = movedCodes(columns, metric, plan);
  const blocks = byEvent ? table.untilBlocks : table.fromBlocks;
  // What lies after the instant of the report is not known yet. Instants are whole milliseconds.
  const to = Math.min(plan.range?.to ?? Number.POSITIVE_INFINITY, plan.asOf + 1);
  return {
    columns,
    metric,
    plan,
    table,
    at: byEvent ? table.until : table.from,
    blocks,
    from: plan.range?.from ?? Number.NEGATIVE_INFINITY,
    to,
    limit: openTimeLimit(plan.times, { zone: plan.zone, range: bucketRange({ plan, blocks, to }), calendars }),
    allowed: allowedBy(columns, populationFilters(metric, plan), plan.asOf),
    outcomes: outcomesFor(columns, metric, plan.clock, moved?.seen ?? null),
    code: moved?.code ?? table.code,
  };
}

/** Moved codes are those of one question, so what is made of them is kept for no other. */
function outcomesFor(columns: Columns, metric: Metric, clock: Clock, moved: Uint8Array | null): Outcomes {
  if (moved !== null) return outcomesOf(metric, clock, moved);
  const { codesSeen, seenCount } = columns[metric.atom];
  return keptOr(columns.prepared.outcomes, `${metric.card.id} ${clock} ${seenCount}`, () => outcomesOf(metric, clock, codesSeen));
}

function checkPlan({ card, measure }: Metric, asked: Plan): void {
  const foreign = asked.groupBy.find((grouping) => !card.groupings.includes(grouping));
  if (foreign !== undefined)
    throw new AppError('invalid', `${card.id} cannot be grouped by ${foreign}; it can by ${card.groupings.join(', ')}`);
  if (asked.groupBy.length > 2 || new Set(asked.groupBy).size < asked.groupBy.length) {
    throw new AppError('invalid', 'group by one or two different groupings');
  }
  if (asked.range !== null && !(asked.range.from < asked.range.to)) throw new AppError('invalid', 'the range ends before it begins');
  if (asked.times !== undefined && measure === 'level')
    throw new AppError('invalid', `${card.id} is taken at an instant, so it cannot be narrowed to certain hours`);
}

/** The stretch that buckets cover: the range as asked, or all instants there are up to the report. */
export function bucketRange(question: Pick<Question, 'plan' | 'blocks' | 'to'>): InstantRange {
  if (question.plan.range !== null) return question.plan.range;
  const span = question.blocks.span();
  if (span === null || span.from >= question.to) return { from: 0, to: 0 };
  return { from: span.from, to: Math.min(question.to, span.last + 1) };
}
