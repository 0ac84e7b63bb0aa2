// The options of a question on the command line: the same words as in the URL, read by the same rules.
import type { Command } from 'commander';
import type { z } from 'zod';
import type { Engine } from '#api/engine/engine.ts';
import { getMetric } from '#api/metrics/index.ts';
import { AppError } from '#db/model/errors.ts';
import { dimensions, type Plan } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { toInvalid } from '../http/errors.ts';
import { questionQuery, toPlan } from '../http/question.ts';
import type { CommandContext } from './context.ts';
import { withStore } from './context.ts';
import { withEngine } from './with-engine.ts';

export type QuestionOptions = {
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string;
  readonly groupBy?: string;
  readonly filter: readonly string[];
  readonly hourOfWeek?: readonly string[];
  readonly openOn?: string;
  readonly clock?: string;
  readonly population?: string;
  readonly compare?: string | boolean;
  readonly asOf?: string;
};

const more = (one: string, all: readonly string[] | undefined): readonly string[] => [...(all ?? []), one];

export function addRangeOptions(command: Command): Command {
  return command
    .option('--from <day>', 'first day in the zone, or an instant')
    .option('--to <day>', 'last day, included; or an instant, not included');
}

/** Of which conversations, in which zone, and when. */
export function addScopeOptions(command: Command): Command {
  return command
    .option('--zone <zone>', 'IANA zone of days and hours (default: the workspace)')
    .option(
      '--filter <name=value>',
      'repeat for more; several values of one name are alternatives',
      (one: string, all: string[]) => [...all, one],
      [],
    )
    .option('--as-of <instant>', 'the instant of the report (default: now)');
}

export function addQuestionOptions(command: Command): Command {
  return addScopeOptions(addRangeOptions(command))
    .option('--group-by <names>', 'at most two, with a comma between them')
    .option('--hour-of-week <hour>', 'only this hour of the week, 0-00 (Monday, midnight) to 6-23; repeat for more', more, undefined)
    .option('--open-on <calendar>', 'only what falls into the opening hours of a calendar')
    .option('--clock <clock>', 'calendar or working')
    .option('--population <population>', 'arrival or event')
    .option('--compare [period]', 'previous (default) or year');
}

/** Options as the query of a URL would say them. */
export function toQuery({ filter, compare, ...rest }: QuestionOptions): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of ['from', 'to', 'zone', 'groupBy', 'openOn', 'clock', 'population', 'asOf'] as const) {
    const value = rest[name];
    if (value !== undefined) query[name] = value;
  }
  if (rest.hourOfWeek !== undefined) query.hourOfWeek = [...rest.hourOfWeek];
  if (compare !== undefined && compare !== false) query.compare = compare === true ? 'previous' : compare;
  for (const pair of filter) {
    const cut = pair.indexOf('=');
    const name = pair.slice(0, cut);
    if (cut < 1 || !dimensions.some((dimension) => dimension === name)) {
      throw new AppError('invalid', `--filter ${pair.slice(0, 80)}: write name=value with one of ${dimensions.join(', ')}`);
    }
    const before = query[name];
    query[name] = [...(Array.isArray(before) ? before : []), pair.slice(cut + 1)];
  }
  return query;
}

/** A query as its shape reads it; `invalid` with what is wrong with it. */
export function readQuery<Shape extends z.ZodType>(shape: Shape, query: Readonly<Record<string, unknown>>): z.output<Shape> {
  const read = shape.safeParse(query);
  if (!read.success) throw toInvalid(read.error);
  return read.data;
}

/** Opens the store and the columns in this process, turns the options into a plan and lets `work` ask. */
export async function withQuestion<T>(
  context: CommandContext,
  id: string,
  options: QuestionOptions,
  work: (engine: Engine, plan: Plan, db: Db) => Promise<T>,
): Promise<T> {
  const { card } = getMetric(id);
  const question = readQuery(questionQuery, toQuery(options));
  return await withStore(context, async (db) => {
    const { zone } = await getWorkspace(db);
    const plan = toPlan(card.id, question, { zone, now: context.clock(), card });
    return await withEngine(context, (engine) => work(engine, plan, db));
  });
}
