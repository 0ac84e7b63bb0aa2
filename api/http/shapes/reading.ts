// JSON of what English messages name and negate.
import { z } from '@hono/zod-openapi';
import { namedKinds } from '#api/reading/english-reading.ts';

const place = z.number().int().nonnegative();
const stretch = { start: place, end: place };

export const readingShape = z
  .object({
    messages: z
      .array(
        z.object({
          id: z.string(),
          named: z
            .array(z.object({ kind: z.enum(namedKinds), ...stretch, text: z.string() }))
            .openapi({ description: 'Amounts, days and times, durations and percentages, at their places in the body (code units).' }),
          negated: z.array(z.object({ ...stretch, text: z.string() })).openapi({ description: 'Words that stand under a negation.' }),
        }),
      )
      .openapi({ description: 'The messages of customers in English, in their order.' }),
    leftOut: z
      .object({
        otherLanguage: place.openapi({ description: "Customers' messages in another language, or in none that could be told." }),
        tooMuch: place.openapi({ description: 'English ones beyond the first 60, or longer than 5,000 characters.' }),
      })
      .openapi({ description: 'What was not read.' }),
  })
  .openapi('Reading');
