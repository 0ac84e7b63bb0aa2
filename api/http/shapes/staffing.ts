// JSON of staffing: demand and people by hour, terms and where they come from, how well the model fits, what a change would bring.
import { z } from '@hono/zod-openapi';
import { daySchema } from '#db/model/instant.ts';
import { promiseTypes } from '#db/model/promise.ts';
import { fits } from '../../staffing/calibration.ts';
import { freshnessShape } from './metric.ts';
import { instantText, lineInput, zoneText } from './scalars.ts';

const share = z.number().nullable();
const pair = z.tuple([z.number(), z.number()]).readonly().nullable();
const origin = z.enum(['measured', 'set', 'none']);
const wholeHour = z.coerce.number().int().min(0).max(24);

/** What is asked of the staffing of a channel; a URL and a command line name the same things. */
export const staffingQuery = z
  .strictObject({
    channel: lineInput(64).openapi({ example: 'chat' }),
    language: lineInput(40).optional().openapi({ example: 'de' }),
    week: z
      .string()
      .pipe(daySchema)
      .refine((text) => new Date(`${text}T00:00:00Z`).getUTCDay() === 1, { message: 'must be a Monday' })
      .optional()
      .openapi({ type: 'string', format: 'date', description: 'Monday of the week to plan; default: the next one.' }),
    more: z.coerce.number().int().min(-50).max(200).default(0).openapi({ description: 'So many people more on the rota, every open day.' }),
    fromHour: wholeHour.default(0).openapi({ description: 'From this local hour on.' }),
    toHour: wholeHour.default(24).openapi({ description: 'Up to this local hour.' }),
    earlier: z.coerce.number().int().min(0).max(720).default(0).openapi({ description: 'Opening so many minutes earlier.' }),
    event: z.coerce
      .number()
      .min(0)
      .max(5)
      .default(0)
      .openapi({ description: '0: as it was; 1: as busy as the busy week; 2: an event twice as big.' }),
    target: z.coerce.number().min(0.5).max(0.99).default(0.9).openapi({ description: 'The share in time that people are counted for.' }),
  })
  .refine(({ fromHour, toHour }) => fromHour < toHour, { message: 'must be before toHour', path: ['fromHour'] });

const hourShape = z.object({
  key: z.string(),
  from: instantText,
  to: instantText,
  hourOfWeek: z.number().int(),
  open: z.number().openapi({ description: 'Share of the hour that is open.' }),
  demand: z.number(),
  busyDemand: z.number(),
  active: z.number().openapi({ description: 'People who replied in this hour of the week, mean of the weeks.' }),
  people: z.number().openapi({ description: 'People there, breaks left out, mean of the weeks.' }),
  planned: z.number().openapi({ description: 'The same with the change.' }),
  needed: z
    .number()
    .nullable()
    .openapi({ description: 'People on the rota: for the target (live), for the work that comes in (deferred).' }),
  inTime: share,
});

export const staffingShape = z
  .object({
    channel: z.string(),
    language: z.string().nullable(),
    kind: z.enum(['live', 'deferred']),
    zone: zoneText,
    range: z.object({ from: instantText, to: instantText }),
    weeks: z.number().int(),
    arrivals: z.number().int().openapi({ description: 'The `n` of `arrivals` over the same range and filters.' }),
    demand: z.object({ weeks: z.array(z.number()), typical: z.number(), busy: z.number() }),
    terms: z.object({
      handling: z.object({
        valueMs: z.number().nullable(),
        origin,
        n: z.number().int(),
        meanMs: z.number().nullable(),
        meanInterval: pair,
        medianMs: z.number().nullable(),
        medianInterval: pair,
      }),
      concurrency: z.object({ value: share, origin, measured: share }),
      shrinkage: z.object({ value: share, origin, measured: share, shifts: z.number().int() }),
      patience: z.object({ valueMs: z.number().nullable(), origin }),
      answers: share.openapi({ description: 'Answers of people per conversation.' }),
      answered: share.openapi({ description: 'Share of conversations that were ever answered.' }),
      settingVersion: z.number().int().nullable(),
    }),
    promise: z
      .object({
        id: z.string(),
        label: z.string(),
        type: z.enum(promiseTypes),
        durationMs: z.number().nullable(),
        workingDays: z.number().nullable(),
        calendar: z.string(),
      })
      .nullable(),
    calibration: z.object({
      predicted: share.openapi({ description: 'Each of the weeks predicted with what the eight weeks before it teach.' }),
      measured: share.openapi({ description: '`answered-within-promise` over the same range and filters.' }),
      n: z.number().int(),
      interval: z.tuple([share, share]).readonly().nullable(),
      difference: share.openapi({ description: 'Over all the weeks, predicted minus measured.' }),
      weekly: share.openapi({ description: 'How far a single week was off on average, either way.' }),
      fit: z.enum(fits).nullable(),
      weeks: z
        .array(z.object({ from: instantText, to: instantText, n: z.number().int(), measured: share, predicted: share }))
        .openapi({ description: 'Each week as it was, and as it was predicted with what the eight weeks before it teach.' }),
    }),
    model: z.enum(['erlang-c', 'erlang-a', 'queue']),
    asked: z.object({
      more: z.number(),
      fromHour: z.number(),
      toHour: z.number(),
      earlierMinutes: z.number(),
      event: z.number(),
      target: z.number(),
    }),
    plan: z
      .object({
        week: z.object({ from: instantText, to: instantText }),
        arrivals: z.number(),
        usual: share,
        changed: share,
        reachable: share.openapi({
          description: 'Live channels: what any number of people could reach, since a first line takes its time.',
        }),
        capacity: z.object({ people: z.number().int().nullable(), oneLess: share, hopeless: share }).nullable(),
        hours: z.array(hourShape),
      })
      .nullable()
      .openapi({ description: 'Null where the channel has no promise or nothing is known of its handling time.' }),
    freshness: freshnessShape,
  })
  .openapi('Staffing');

/** Null: measured from the messages again. */
export const staffingTermsInput = z
  .strictObject({
    handlingMs: z.number().int().min(1_000).max(86_400_000).nullable(),
    concurrency: z.number().min(1).max(20).nullable(),
    shrinkage: z.number().min(0).max(0.9).nullable(),
    patienceMs: z.number().int().min(1_000).max(86_400_000).nullable(),
    /** The version that the editor started from, 0 for none; where another was saved meanwhile, the answer is `conflict`. */
    basedOn: z.number().int().min(0).optional(),
  })
  .openapi('StaffingTermsInput');

const settingShape = z.object({
  channel: z.string(),
  version: z.number().int(),
  savedAt: instantText,
  savedBy: z.string(),
  handlingMs: z.number().nullable(),
  concurrency: z.number().nullable(),
  shrinkage: z.number().nullable(),
  patienceMs: z.number().nullable(),
});
export const staffingSettingShape = settingShape.openapi('StaffingSetting');
export const staffingSettingsShape = z.object({ settings: z.array(settingShape) }).openapi('StaffingSettings');
