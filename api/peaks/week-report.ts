// The grid of hours of the week, asked of the engine: five questions over one range and one instant.
import type { Engine } from '#api/engine/engine.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { AppError } from '#db/model/errors.ts';
import type { Answer, Grouping, InstantRange, MetricId, Plan } from '#db/model/metric.ts';
import { type WeekCell, weekCells } from './week-cells.ts';

export type WeekReport = { readonly cells: readonly WeekCell[]; readonly arrivals: Answer };

export type WeekParts = {
  readonly ask: (plan: Plan) => ReturnType<Engine['ask']>;
  readonly plan: Omit<Plan, 'metric' | 'range' | 'groupBy' | 'times'> & { readonly range: InstantRange };
  readonly calendar: Calendar;
};

/** The calendar of a name; without one, the one that is called `business`, else the first there is. */
export function chooseCalendar(calendars: readonly Calendar[], id: string | undefined): Calendar {
  const found = calendars.find((one) => one.id === (id ?? 'business')) ?? (id === undefined ? calendars[0] : undefined);
  if (found === undefined) throw new AppError('invalid', `openOn: there is no calendar "${(id ?? 'business').slice(0, 64)}"`);
  return found;
}

/** All layers of the grid; every number of a cell is that of the same question to the engine, narrowed to the hour. */
export async function reportWeek({ ask, plan, calendar }: WeekParts): Promise<WeekReport> {
  const question = (metric: MetricId, grouping: Grouping, times?: Plan['times']) => ask({ ...plan, metric, groupBy: [grouping], times });
  const [arrivals, backlog, open, wait, negative] = await Promise.all([
    question('arrivals', 'hour'),
    question('backlog', 'hour'),
    question('arrivals', 'hour-of-week', { openOn: calendar.id }),
    question('first-response-time', 'hour-of-week'),
    question('negative-share', 'hour-of-week'),
  ]);
  const { zone, range, asOf } = plan;
  return { cells: weekCells({ arrivals, backlog, open, wait, negative }, { zone, range, calendar, asOf }), arrivals };
}
