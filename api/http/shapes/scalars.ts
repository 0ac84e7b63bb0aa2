// The small shapes that every other JSON shape is made of: instants, days, names, problems.
import { z } from '@hono/zod-openapi';
import { errorCodes } from '#db/model/errors.ts';
import { daySchema, zoneSchema } from '#db/model/instant.ts';
import { reasonCodes } from '#db/model/read-reason.ts';

/** An instant as JSON carries it: ISO 8601 in UTC. */
export const instantText = z.string().openapi({ format: 'date-time', example: '2026-03-27T18:30:00.000Z' });

// Schemas of db/model may have been made before zod learnt to describe itself for OpenAPI: a pipe is a fresh schema that has.

/** An instant as a request may give it; anything without a zone or an offset is refused, because nobody could tell which hour it means. */
export const instantInput = z.iso
  .datetime({ offset: true, error: 'not an ISO 8601 instant with Z or an offset, such as 2026-03-27T18:30:00Z' })
  .openapi({ format: 'date-time', example: '2026-03-27T18:30:00Z' });

export const dayText = z.string().openapi({ format: 'date', example: '2026-03-27' });
export const dayOrNullInput = z
  .string()
  .pipe(daySchema)
  .nullable()
  .openapi({ type: ['string', 'null'], format: 'date', example: '2026-03-27' });
export const zoneText = z.string().openapi({ example: 'Asia/Shanghai' });
export const zoneInput = z.string().pipe(zoneSchema).openapi({ type: 'string', example: 'Asia/Shanghai' });

/** An id that a person may type into a URL: lower case, digits, dashes. */
export const slugInput = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'use lower-case letters, digits and dashes, starting with a letter or digit');

/** A name that people read: one line, no control characters, which would forge lines in logs and exports. */
export const lineInput = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
    .regex(/^[^\u0000-\u001f\u007f\u2028\u2029]*$/, 'must be one line without control characters');

/** What a sentence that the server wrote for people says in any language; null, or left out, where it is of no list. */
export const whyShape = z
  .object({ code: z.enum(reasonCodes), places: z.record(z.string(), z.string()) })
  .openapi('Why', { description: 'The code of the sentence beside it, and what stands in its places: hosts, counts, instants, names.' });

/** Every error has this one shape, whatever route it comes from. */
export const problemShape = z
  .object({
    error: z.object({
      code: z.enum(errorCodes),
      message: z.string(),
      why: whyShape.optional(),
      requestId: z.string().optional(),
      details: z
        .array(z.object({ path: z.string(), message: z.string(), allowed: z.array(z.string()).optional() }))
        .optional()
        .openapi({ description: 'One entry for each wrong parameter or field, with its path and, for lists of values, what is allowed.' }),
    }),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problemShape>;
