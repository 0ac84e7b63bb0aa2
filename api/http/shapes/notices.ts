// JSON of wait-time notices: what the public is told, what people decide about it, and how it is graded.
import { z } from '@hono/zod-openapi';
import { noticeLeanings, noticeVerdicts } from '#api/notice/notice-grade.ts';
import type { PublicNotice } from '#api/notice/public-notice.ts';
import { day, minute } from '#db/model/instant.ts';
import { noticeLanguages } from '#db/model/notice.ts';
import { freshnessShape } from './metric.ts';
import { dayText, instantInput, instantText, lineInput, zoneText } from './scalars.ts';

const counted = z.number().int();
const stretch = z.object({ from: instantText, to: instantText }).readonly();
const stretches = z.array(stretch).readonly();
const interval = z.tuple([z.number().nullable(), z.number().nullable()]).readonly();

export const publicNoticeShape = z
  .object({
    asOf: instantText,
    zone: zoneText,
    channels: z
      .array(
        z
          .object({
            channel: z.string(),
            waitMinutes: z
              .object({ min: counted.multipleOf(5), max: counted })
              .readonly()
              .nullable()
              .openapi({
                description:
                  'About 80 % of customers are answered within this range: multiples of five, or 0 to less than five; null where nothing can be told.',
              }),
            isPeak: z.boolean(),
            isOpen: z.boolean().nullable().openapi({ description: 'Null where the channel has no opening hours.' }),
            quiet: stretches.openapi({ description: 'The quietest stretches of the next three days.' }),
            open: stretches.nullable().openapi({ description: 'Opening hours of the next seven days.' }),
            texts: z.record(z.string(), z.string()).readonly().openapi({ description: 'What people wrote for customers, by language.' }),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .openapi('PublicNotice') satisfies z.ZodType<PublicNotice>;

const overrideShape = z.object({
  channel: z.string(),
  waitMinutes: z.object({ min: counted, max: counted }).nullable(),
  texts: z.record(z.string(), z.string()),
  setBy: z.string().openapi({ description: 'Name of the person.' }),
  setAt: instantText,
  expiresAt: instantText,
});

export const noticesShape = z
  .object({
    isOn: z.boolean(),
    key: z.string().nullable().openapi({ description: 'Part of the public address; null before notices were switched on.' }),
    isReplayed: z.boolean().openapi({ description: 'The log of the past was worked out for the demo company; nobody saw it.' }),
    channels: z.array(z.object({ channel: z.string(), conversations: counted, isTold: z.boolean() })),
    overrides: z.array(overrideShape),
    notice: publicNoticeShape.nullable().openapi({ description: 'What customers see now; null where notices are off.' }),
  })
  .openapi('Notices');

export const noticesInput = z
  .strictObject({ isOn: z.boolean().optional(), channels: z.array(lineInput(200)).max(50).optional() })
  .openapi('NoticesInput');

const fives = z
  .number()
  .int()
  .min(0)
  .max((60 * day) / minute)
  .multipleOf(5);

/** Texts are plain and short: the widget shows them as they are. */
export const overrideInput = z
  .strictObject({
    waitMinutes: z
      .strictObject({ min: fives, max: fives })
      .refine(({ min, max }) => min < max, { message: 'must be more than min', path: ['max'] })
      .nullable(),
    texts: z.partialRecord(z.enum(noticeLanguages), lineInput(300)),
    expiresAt: instantInput,
  })
  .refine(({ waitMinutes, texts }) => waitMinutes !== null || Object.keys(texts).length > 0, {
    message: 'give a range, a text, or both',
    path: ['waitMinutes'],
  })
  .openapi('NoticeOverrideInput');

const gradeFields = {
  n: counted,
  within: counted,
  sooner: counted,
  later: counted,
  stillPossible: counted,
  coverage: z.number().nullable(),
  interval: interval.nullable(),
  bias: z.number().nullable().openapi({ description: 'Share answered later than promised minus share answered sooner.' }),
  biasInterval: interval.nullable(),
  leaning: z.enum(noticeLeanings),
  verdict: z.enum(noticeVerdicts),
};

export const noticeGradesShape = z
  .object({
    range: z.object({ from: instantText, to: instantText }).nullable(),
    zone: zoneText,
    freshness: freshnessShape,
    all: z.object(gradeFields),
    channels: z.array(z.object({ channel: z.string(), ...gradeFields })),
  })
  .openapi('NoticeGrades');

export const noticeTrackShape = z
  .object({
    channel: z.string(),
    zone: zoneText,
    days: z.array(
      z
        .object({
          day: dayText,
          n: counted,
          toldMinMs: counted,
          toldMaxMs: counted,
          p10: z.number().nullable(),
          p50: z.number().nullable(),
          p90: z.number().nullable(),
        })
        .readonly(),
    ),
  })
  .openapi('NoticeTrack');

export const noticeKeyShape = z.object({ key: z.string() }).openapi('NoticeKey');
