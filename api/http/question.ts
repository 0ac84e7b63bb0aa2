// A question as a URL or a command line asks it, and how it becomes a plan in which nothing is left open.
import { z } from '@hono/zod-openapi';
import { ZodError } from 'zod';
import { claimVerdicts } from '#db/model/complaint.ts';
import { AppError } from '#db/model/errors.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import {
  clocks,
  comparisons,
  type Dimension,
  dimensions,
  type Grouping,
  groupings,
  type MetricCard,
  type MetricId,
  metricIds,
  type Plan,
  populations,
  rowOutcomes,
} from '#db/model/metric.ts';
import { toInvalid } from './errors.ts';
import { isMoment, toInstant, toRange } from './range.ts';
import { zoneInput } from './shapes/scalars.ts';

const moment = z.string().max(40).refine(isMoment, { message: 'must be a day (YYYY-MM-DD) or an ISO 8601 instant with Z or an offset' });

/** One parameter, repeated for several values: `channel=email&channel=chat`. */
const repeated = (value: z.ZodString, most: number) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => (typeof given === 'string' ? [given] : given))
    .pipe(z.array(value).max(most))
    .optional();

const values = repeated(z.string().min(1).max(200), 200).openapi({
  type: 'array',
  items: { type: 'string' },
  description: 'Repeat for several values. `none` stands for "not set".',
});

export const filterFields = {
  channel: values,
  category: values,
  language: values,
  team: values,
  source: values,
  agent: values,
  country: values,
  sentiment: values,
  urgency: values,
  risk: values,
  issue: values,
  complaint: values,
} satisfies Record<Dimension, typeof values>;

export const rangeFields = {
  from: moment.optional().openapi({ type: 'string', example: '2026-03-01', description: 'First day (in the zone), or an instant.' }),
  to: moment.optional().openapi({ type: 'string', example: '2026-03-31', description: 'Last day, included; or an instant, not included.' }),
  zone: zoneInput.optional().openapi({ type: 'string', description: 'IANA zone of days and hours; default: the workspace.' }),
};

const hourOfWeek = /^[0-6]-(?:[01]\d|2[0-3])$/;

export const timeFields = {
  hourOfWeek: repeated(z.string().regex(hourOfWeek, { message: 'must be an hour of the week, 0-00 to 6-23' }), 168).openapi({
    type: 'array',
    items: { type: 'string' },
    description: 'Only what falls into these hours of the week in the zone: `0-00` (Monday, midnight) to `6-23`. Repeat for several.',
  }),
  openOn: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .openapi({ description: 'Id of a calendar: only what falls into its opening hours, each version counting for its own time.' }),
};

const groupByField = z
  .string()
  .max(80)
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(groupings)).max(2, 'at most two groupings, with a comma between them'))
  .optional()
  .openapi({ type: 'string', example: 'day,channel', description: `At most two of ${groupings.join(', ')}.` });

export const questionFields = {
  ...rangeFields,
  ...filterFields,
  ...timeFields,
  groupBy: groupByField,
  clock: z.enum(clocks).optional(),
  population: z.enum(populations).optional(),
  compare: z.enum(comparisons).optional(),
  asOf: z
    .string()
    .transform((text, context): Instant => {
      const at = toInstant(text);
      if (at !== null) return at;
      context.addIssue({ code: 'custom', message: 'must be an ISO 8601 instant with Z or an offset' });
      return z.NEVER;
    })
    .optional()
    .openapi({ type: 'string', format: 'date-time', description: 'The instant of the report; default: now.' }),
};

export const questionQuery = z.strictObject(questionFields);
export type Question = z.output<typeof questionQuery>;

export const metricParam = z.strictObject({ id: z.enum(metricIds) });

/** Of a share: only the rows that make it up, or only those that miss it; of claims only those with one verdict; of reports only one part. */
export const onlyField = {
  only: z
    .enum(rowOutcomes)
    .optional()
    .openapi({ description: 'Of a share, the rows that make it up (`hit`) or miss it. Default: all of them.' }),
  verdict: z
    .enum(claimVerdicts)
    .optional()
    .openapi({ description: 'Of `no-reply-claims`, the claims with this verdict, confirmed or not.' }),
  part: z.string().min(1).max(240).optional().openapi({
    description:
      'Only the rows behind a finer figure. Of what has a `stillPossible`: `open`, those rows. Of `csat`: `wait:FROM:TO` (a band of waits in ms), `timed`, `untimed`, `driver`, `driver:KIND`, `driver:KIND:KEY` or `thinned`. Of `survey-response-rate`: `satisfaction` or `weighted` (its rows carry their `weight`). Of `sentiment`: `shift`, `brighter`, `same`, `darker` or `single`. Of `complaint-climbs`: `from:RUNG`.',
  }),
};

export const pagingFields = {
  offset: z.coerce.number().int().min(0).max(100_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
};

export type QuestionContext = { readonly zone: string; readonly now: Instant; readonly card: MetricCard };

/** Values of the dimensions that were given, as a plan holds them. */
export function toFilters(question: Partial<Record<Dimension, readonly string[] | undefined>>): Plan['filters'] {
  return Object.fromEntries(dimensions.flatMap((name) => (question[name] === undefined ? [] : [[name, question[name]]])));
}

/** The hours that a question is narrowed to; nothing where it is not. */
function toTimes({ hourOfWeek: hours, openOn }: Question): Pick<Plan, 'times'> {
  if (hours === undefined && openOn === undefined) return {};
  return {
    times: { ...(hours === undefined ? {} : { hoursOfWeek: [...new Set(hours)].toSorted() }), ...(openOn === undefined ? {} : { openOn }) },
  };
}

/** A choice that the metric offers. Where it offers none, what was asked for does not matter, and the answer says what was used. */
function choose<T extends string>(path: string, given: T | undefined, usual: T, offered: readonly T[]): T {
  const [first] = offered;
  if (first === undefined) return usual;
  if (given === undefined || offered.length === 1) return offered.includes(usual) ? usual : first;
  if (!offered.includes(given)) refuse(path, given, offered);
  return given;
}

function refuse(path: string, given: string, allowed: readonly string[]): never {
  throw toInvalid(new ZodError([{ code: 'invalid_value', path: [path], values: [...allowed], input: given, message: 'not offered' }]));
}

const mostBuckets = 20_000;
const bucketLength: Readonly<Partial<Record<Grouping, number>>> = { hour, day, week: 7 * day, month: 30 * day };

/** A URL of half a line must not cost a minute of work: years by the hour are refused before they are counted. */
function checkBuckets(plan: Plan): void {
  for (const grouping of plan.groupBy) {
    const length = bucketLength[grouping];
    if (plan.range === null || length === undefined) continue;
    const buckets = (plan.range.to - plan.range.from) / length;
    if (buckets > mostBuckets) {
      throw new AppError('invalid', `groupBy: this range has ${Math.round(buckets)} ${grouping}s; at most ${mostBuckets} are answered`);
    }
  }
}

/**
 * The plan of a question. Defaults: everything there is, the workspace's zone, the calendar clock, by arrival, now.
 * "Now" is cut to the second, so that tiles that ask together share one answer.
 */
export function toPlan(metric: MetricId, question: Question, { zone: home, now, card }: QuestionContext): Plan {
  const zone = question.zone ?? home;
  const asOf = question.asOf ?? Math.floor(now / 1000) * 1000;
  const clock = choose('clock', question.clock, 'calendar', card.clocks);
  const population = choose('population', question.population, 'arrival', card.populations);
  const groupBy = question.groupBy ?? [];
  for (const grouping of groupBy) if (!card.groupings.includes(grouping)) refuse('groupBy', grouping, card.groupings);
  if (new Set(groupBy).size < groupBy.length) throw new AppError('invalid', 'groupBy: names one grouping twice');
  const range = toRange(question.from, question.to, zone, asOf);
  const compare = question.compare ?? null;
  if (compare !== null && range === null) throw new AppError('invalid', 'compare: needs from and to, else there is no period before');
  const plan: Plan = {
    ...{ metric, range, zone, groupBy, filters: toFilters(question), clock, population, compare, asOf },
    ...toTimes(question),
  };
  checkBuckets(plan);
  return plan;
}
