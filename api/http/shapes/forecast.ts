// JSON of peaks and forecasts.
import { z } from '@hono/zod-openapi';
import { eventKinds } from '#db/model/event.ts';
import { metricIds, units } from '#db/model/metric.ts';
import { freshnessShape } from './metric.ts';
import { dayText, instantText, zoneText } from './scalars.ts';

const counted = z.number().int();
const interval = z.tuple([z.number(), z.number()]).readonly();
const interval95 = interval.openapi({ description: '95 % interval.' });
const bucket = z.enum(['hour', 'day']).openapi({ description: 'By hour where half a conversation an hour arrives or more, else by day.' });

const seriesFields = {
  zone: zoneText,
  bucket: bucket.nullable(),
  /** Arrivals of an hour on average over eight weeks; null where nothing came. */
  perHour: z.number().nullable(),
  freshness: freshnessShape,
};

const eventShape = z
  .object({ id: z.string(), kind: z.enum(eventKinds), label: z.string(), from: instantText, to: instantText })
  .readonly()
  .openapi('PeakEvent');

const peakFields = {
  id: instantText.openapi({ description: 'Its beginning; names it for `GET /api/peaks/{id}` under the same filters and zone.' }),
  from: instantText,
  to: instantText,
  observed: counted.openapi({ description: 'Arrivals from `from` to `to`: exactly the rows of `arrivals` for these instants.' }),
  expected: z.number(),
  excess: z.number(),
  interval: interval95,
  top: z.object({ from: instantText, observed: counted, expected: z.number() }).readonly(),
  events: z
    .array(eventShape)
    .readonly()
    .openapi({ description: 'Business events during the peak or in the 24 hours before it. No cause is claimed.' }),
};

export const peaksShape = z
  .object({
    ...seriesFields,
    searched: z.object({ from: instantText, to: instantText }).readonly().nullable(),
    falsePeaksPerYear: z.number().openapi({ description: 'Peaks that chance makes in a year without any, at most.' }),
    peaks: z.array(z.object(peakFields).readonly()).readonly(),
    shifts: z
      .array(z.object({ at: instantText, before: z.number(), after: z.number() }).readonly())
      .readonly()
      .openapi({ description: 'Days on which the level changed for good, in arrivals a day.' }),
    days: z
      .array(z.object({ day: dayText, n: counted, expected: z.number() }).readonly())
      .readonly()
      .openapi({ description: 'Arrivals and the usual of each day of the range.' }),
  })
  .openapi('Peaks');

const part = z
  .object({
    value: z.string(),
    n: counted,
    expected: z.number(),
    excess: z.number(),
    interval: interval95.nullable(),
    clear: z.boolean(),
  })
  .readonly();
const parts = z.array(part).readonly();

const effectFigure = z
  .object({
    n: counted,
    value: z.number().nullable(),
    interval: z.tuple([z.number().nullable(), z.number().nullable()]).readonly().nullable(),
  })
  .readonly();
const effect = z
  .object({
    metric: z.enum(metricIds),
    unit: z.enum(units),
    peak: effectFigure,
    usual: effectFigure,
    difference: z.number().nullable(),
    interval: interval95.nullable(),
    clear: z.boolean().openapi({ description: 'True where the interval of the difference leaves out 0.' }),
  })
  .readonly()
  .openapi({ description: 'Those who arrived in the peak beside those of the four weeks before; `first-response-time` gives its P90.' });

export const peakShape = z
  .object({
    ...peakFields,
    zone: zoneText,
    usualRange: z.object({ from: instantText, to: instantText }).readonly().openapi({ description: 'The four weeks before the peak.' }),
    parts: z.object({ category: parts, language: parts, channel: parts }).readonly(),
    effects: z.array(effect).readonly(),
  })
  .openapi('Peak');

const figureFields = {
  expected: z.number(),
  uses: z.enum(['model', 'naive']),
  interval80: interval.nullable(),
  interval95: interval.nullable(),
};

export const forecastShape = z
  .object({
    ...seriesFields,
    reason: z.enum(['no_arrivals', 'too_short']).nullable().openapi({ description: 'Why there is no forecast; null where there is one.' }),
    history: z
      .array(z.object({ from: instantText, to: instantText, n: counted }).readonly())
      .readonly()
      .openapi({ description: 'The four weeks before.' }),
    points: z.array(z.object({ from: instantText, to: instantText, ...figureFields }).readonly()).readonly(),
    totals: z.array(z.object({ id: z.string(), to: instantText, ...figureFields }).readonly()).readonly(),
    backTest: z
      .array(
        z
          .object({
            id: z.string(),
            n: counted,
            origins: counted,
            modelError: z.number(),
            naiveError: z.number(),
            mase: z
              .number()
              .nullable()
              .openapi({ description: 'Mean absolute error of the model over that of the seasonal naive forecast of the same buckets.' }),
            uses: z.enum(['model', 'naive']),
            coverage80: z.number().nullable(),
            coverage95: z.number().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    holidays: z
      .array(z.object({ day: z.string(), label: z.string() }).readonly())
      .readonly()
      .openapi({ description: 'Holidays of the two weeks ahead.' }),
    planned: z.array(eventShape).readonly().openapi({ description: 'Releases and campaigns of the two weeks ahead.' }),
    lifts: z
      .array(
        z
          .object({
            kind: z.enum(['release', 'campaign']),
            n: counted,
            factor: z.number().nullable(),
            interval: interval95.nullable(),
            isUsed: z.boolean(),
          })
          .readonly(),
      )
      .readonly()
      .openapi({ description: 'Arrivals during earlier events of a kind against the usual; used only where the interval leaves out 1.' }),
  })
  .openapi('Forecast');
