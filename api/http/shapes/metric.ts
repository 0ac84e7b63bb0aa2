// JSON of questions and answers: metric cards, figures with interval and n, groups, curves, rows.
import { z } from '@hono/zod-openapi';
import {
  type Answer,
  clocks,
  type Dimension,
  groupings,
  type MetricCard,
  metricIds,
  populations,
  type Rows,
  units,
} from '#db/model/metric.ts';
import { behindStates } from '#db/model/source-state.ts';
import { instantText, zoneText } from './scalars.ts';

const numberOrNull = z.number().nullable();
const counted = z.number().int();

const interval = z.tuple([numberOrNull, numberOrNull]).readonly().openapi({ description: 'Low and high end of the 95 % interval.' });
const quantiles = z
  .object({ p50: numberOrNull, p90: numberOrNull, p95: numberOrNull })
  .readonly()
  .openapi({ description: 'Milliseconds; null where the quantile is not reached or there is nothing to measure.' });
const quantileIntervals = z.object({ p50: interval, p90: interval, p95: interval }).readonly();
const waitCounts = z.object({ answered: counted, waiting: counted, neverAnswered: counted }).readonly();
const range = z.object({ from: instantText, to: instantText }).readonly();

const figureFields = {
  n: counted,
  value: numberOrNull.optional(),
  interval: z.union([interval, quantileIntervals]).nullable().optional(),
  quantiles: quantiles.optional(),
  answeredOnly: z
    .object({ p50: numberOrNull, p90: numberOrNull, p95: numberOrNull, mean: numberOrNull })
    .readonly()
    .optional()
    .openapi({ description: 'Over answered waits only, for comparison with other tools; never a headline.' }),
  waits: waitCounts.optional(),
  stillPossible: counted.optional(),
  parts: z.record(z.string(), counted).readonly().optional().openapi({
    description:
      'Score and notice metrics and ratings: n by what the rows are, such as neg, neu and pos, or promoter, passive and detractor.',
  }),
  share: numberOrNull.optional(),
  corrected: z
    .object({ value: z.number(), interval: z.tuple([z.number(), z.number()]).readonly(), labelled: counted })
    .readonly()
    .optional()
    .openapi({
      description: 'Shares by the scorer: corrected for the errors that annotators found (Rogan-Gladen), with its 95 % interval.',
    }),
  immature: z.boolean().optional(),
  suppressed: z.boolean().optional(),
};

const groupShape = z
  .object({ ...figureFields, key: z.string(), keys: z.array(z.string()).readonly() })
  .readonly()
  .openapi('FigureGroup');

const curveShape = z
  .object({
    key: z.string(),
    n: counted,
    points: z.array(z.object({ ms: z.number(), share: z.number(), low: z.number(), high: z.number() }).readonly()).readonly(),
    waits: waitCounts,
    promiseMs: numberOrNull,
  })
  .readonly()
  .openapi('Curve');

export const behindShape = z
  .array(z.object({ source: z.string(), label: z.string(), state: z.enum(behindStates), lastDoneAt: instantText.nullable() }).readonly())
  .readonly()
  .openapi({
    description:
      'Sources that feed this and were not read as they should have been, or not yet to their end for the first time: what is told here may be behind.',
  });

export const freshnessShape = z
  .object({ asOf: instantText, lastMessageAt: instantText.nullable(), change: counted, behind: behindShape })
  .readonly()
  .openapi('Freshness');

export const answerShape = z
  .object({
    ...figureFields,
    metric: z.enum(metricIds),
    version: counted,
    unit: z.enum(units),
    range: range.nullable(),
    zone: zoneText,
    clock: z.enum(clocks),
    population: z.enum(populations),
    groupBy: z.array(z.enum(groupings)).readonly(),
    answered: counted.optional(),
    waiting: counted.optional(),
    neverAnswered: counted.optional(),
    excluded: z.record(z.string(), counted).readonly(),
    freshness: freshnessShape,
    groups: z.array(groupShape).readonly(),
    curves: z.array(curveShape).readonly().optional(),
    comparison: z
      .object({
        range,
        figure: z.object(figureFields).readonly(),
        difference: numberOrNull,
        interval: interval.nullable(),
        clear: z.boolean(),
      })
      .readonly()
      .optional(),
  })
  .readonly()
  .openapi('Answer') satisfies z.ZodType<Answer>;

export const rowShape = z
  .object({
    conversationId: z.string(),
    externalId: z.string(),
    source: z.string(),
    channel: z.string(),
    language: z.string(),
    category: z.string().nullable(),
    team: z.string().nullable(),
    country: z.string().nullable(),
    agent: z.string().nullable(),
    sentiment: z.string().nullable(),
    urgency: z.string().nullable(),
    risk: z.string().nullable(),
    issue: z.string().nullable(),
    complaint: z.string().optional().openapi({ description: 'The rung of the complaint; absent for what is no louder than its channel.' }),
    ordinal: counted,
    at: instantText,
    until: instantText.nullable(),
    state: z.string(),
    dueAt: instantText.nullable(),
    calendarMs: numberOrNull,
    workingMs: numberOrNull,
    nudges: counted.nullable(),
    toldMinMs: counted.optional().openapi({ description: 'Rows about a notice: the range that the customer had been told.' }),
    toldMaxMs: counted.optional(),
    value: numberOrNull,
    weight: z.number().optional().openapi({
      description: 'Rows of the part `weighted`: how many requests the answer stands for. Their `value` is 1 for a good answer, else 0.',
    }),
    comment: z
      .string()
      .optional()
      .openapi({ description: 'Rows of ratings, where titles are asked for: what was written with it, redacted.' }),
  })
  .readonly()
  .openapi('MetricRow');

export const rowsShape = z
  .object({
    metric: z.enum(metricIds),
    n: counted,
    offset: counted,
    rows: z.array(rowShape).readonly(),
    /** By conversation id, where titles were asked for. */
    titles: z.record(z.string(), z.string()).optional(),
  })
  .readonly()
  .openapi('Rows') satisfies z.ZodType<Rows>;

const cardShape = z
  .object({
    id: z.enum(metricIds),
    version: counted,
    unit: z.enum(units),
    direction: z.enum(['higher', 'lower', 'neutral']),
    atom: z.enum(['conversation', 'wait', 'episode', 'rating', 'notice', 'complaint', 'review']),
    groupings: z.array(z.enum(groupings)).readonly(),
    clocks: z.array(z.enum(clocks)).readonly(),
    populations: z.array(z.enum(populations)).readonly(),
    label: z.string(),
    formula: z.string(),
    exclusions: z.array(z.string()).readonly(),
  })
  .readonly()
  .openapi('MetricCard') satisfies z.ZodType<MetricCard>;

export const cardsShape = z.object({ metrics: z.array(cardShape).readonly() }).openapi('MetricCards');

const valueList = z.array(
  z.object({
    value: z.string(),
    /** A readable name where the value is an id (sources, issues); null where the value is its own name. */
    label: z.string().nullable(),
    n: counted,
  }),
);

/** Every filter value that occurs, most frequent first, with the number of conversations that have it. */
export const dimensionsShape = z
  .object({
    dimensions: z.object({
      channel: valueList,
      category: valueList,
      language: valueList,
      team: valueList,
      source: valueList,
      agent: valueList,
      country: valueList,
      sentiment: valueList,
      urgency: valueList,
      risk: valueList,
      issue: valueList,
      complaint: valueList,
    } satisfies Record<Dimension, typeof valueList>),
  })
  .openapi('Dimensions');
