// JSON of the report about satisfaction and of the ratings that disagree with what customers wrote.
import { z } from '@hono/zod-openapi';
import { type DisagreementRows, disagreementSides, driverKinds, type SatisfactionReport } from '#db/model/satisfaction.ts';
import { freshnessShape, rowShape } from './metric.ts';
import { instantText } from './scalars.ts';

const counted = z.number().int();
const numberOrNull = z.number().nullable();
const interval = z.tuple([numberOrNull, numberOrNull]).readonly();
const sure = z.tuple([z.number(), z.number()]).readonly();
const excluded = z.record(z.string(), counted).readonly();
const share = { n: counted, value: numberOrNull, interval: interval.nullable() };

const weighting = z
  .object({
    asked: counted,
    answered: counted,
    raw: z.object(share).readonly(),
    weighted: z.object({ ...share, effectiveN: z.number() }).readonly(),
    strata: counted,
    unheard: counted,
  })
  .readonly()
  .openapi({
    description: 'Answers as they came, and weighted by channel, language and wait so that they look like those who were asked.',
  });

const drivers = z
  .object({
    n: counted,
    good: counted,
    excluded,
    effects: z
      .array(
        z
          .object({
            kind: z.enum(driverKinds),
            key: z.string().nullable(),
            against: z.string().nullable(),
            n: counted,
            effect: z.number(),
            interval: sure,
            isClear: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .openapi({
    description:
      'Logistic regression with a small ridge: the mean difference of the share of good ratings with one more of the driver (wait: each doubling) or with it against without, all others as they are. Tone is adjusted in a model of its own: for the wait within its channel, the mood of the first message, harm, whole category and language. No cause is claimed. Empty with fewer than 30 good or 30 bad ratings.',
  });

const shift = z
  .object({
    n: counted,
    excluded,
    opening: numberOrNull,
    closing: numberOrNull,
    difference: numberOrNull,
    interval: interval.nullable(),
    brighter: counted,
    same: counted,
    darker: counted,
  })
  .readonly();

const waitCurve = z
  .object({
    channel: z.string().nullable(),
    n: counted,
    bands: z.array(z.object({ ...share, fromMs: z.number(), toMs: numberOrNull }).readonly()).readonly(),
  })
  .readonly()
  .openapi({ description: 'Satisfaction by how long the first answer took: of all (channel null), then of the largest channels.' });

export const satisfactionShape = z
  .object({
    weighting,
    waits: z.array(waitCurve).readonly(),
    unwaited: counted,
    drivers,
    shift,
    disagreements: z
      .object({ n: counted, excluded, sides: z.object({ 'angry-good': counted, 'content-bad': counted }).readonly() })
      .readonly(),
    freshness: freshnessShape,
  })
  .readonly()
  .openapi('Satisfaction') satisfies z.ZodType<SatisfactionReport>;

export const sideInput = z.enum(disagreementSides).openapi({
  description:
    '`angry-good`: good ratings whose last words are in a bad mood. `content-bad`: bad ratings whose last words are in a good one.',
});

export const disagreementRowsShape = z
  .object({
    side: z.enum(disagreementSides),
    n: counted,
    offset: counted,
    rows: z.array(rowShape.unwrap().extend({ closing: z.number() }).readonly()).readonly(),
    titles: z.record(z.string(), z.string()),
  })
  .readonly()
  .openapi('Disagreements') satisfies z.ZodType<DisagreementRows>;

const commentShape = rowShape
  .unwrap()
  .pick({ conversationId: true, externalId: true, source: true, channel: true, language: true })
  .extend({ at: instantText, value: z.number(), comment: z.string().openapi({ description: 'Redacted.' }) })
  .readonly();

export const ratingCommentsShape = z
  .object({
    of: counted.openapi({ description: 'Ratings of the question, with and without a comment.' }),
    rows: z.array(commentShape).readonly(),
    nextCursor: z.string().nullable().openapi({ description: 'Give it back as `cursor` for the next page; null on the last one.' }),
  })
  .readonly()
  .openapi('RatingComments');
