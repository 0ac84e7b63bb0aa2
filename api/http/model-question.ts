// A question to the models of arrivals, as a URL or a command line asks it.
import { z } from '@hono/zod-openapi';
import type { ModelQuestion } from '#api/forecast/ask-models.ts';
import type { Instant } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import { filterFields, questionFields, rangeFields, toFilters } from './question.ts';
import { toRange } from './range.ts';

// Nobody has answered yet when a customer arrives, so that there is no agent to filter by.
const { agent: _, ...filters } = filterFields;

const modelFields = { zone: rangeFields.zone, asOf: questionFields.asOf, ...filters };

export const peakQuery = z.strictObject(modelFields);
export const peaksQuery = z.strictObject({ ...modelFields, from: rangeFields.from, to: rangeFields.to });
export const forecastQuery = z.strictObject({
  ...modelFields,
  bucket: z
    .enum(['hour', 'day'])
    .optional()
    .openapi({ description: 'Default: by hour where half a conversation an hour arrives or more.' }),
});

export type ModelQuery = z.output<typeof peakQuery> & { readonly bucket?: 'hour' | 'day' | undefined };

export type ModelContext = { readonly zone: string; readonly now: Instant; readonly signal?: AbortSignal | undefined };

/** The question, fully decided. "Now" is cut to the second, as for metrics. */
export function toModelQuestion({ zone, asOf, bucket, ...given }: ModelQuery, context: ModelContext): ModelQuestion {
  return {
    zone: zone ?? context.zone,
    asOf: asOf ?? Math.floor(context.now / 1000) * 1000,
    filters: toFilters(given),
    bucket: bucket ?? null,
    signal: context.signal,
  };
}

/** The same with a range; null: the 400 days up to the instant of the report. */
export function toPeaksQuestion(
  { from, to, ...query }: z.output<typeof peaksQuery>,
  context: ModelContext,
): ModelQuestion & { readonly range: InstantRange | null } {
  const question = toModelQuestion(query, context);
  return { ...question, range: toRange(from, to, question.zone, question.asOf) };
}
