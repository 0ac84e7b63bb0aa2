// Shapes that many vendors' answers share: ids as text, and times in the two ways in which they are written.
import { z } from 'zod';
import { type Instant, second } from '#db/model/instant.ts';

/** Ids are text: some are longer than a number can hold, some are no numbers. */
export const idText = z.union([z.string().min(1), z.number()]).transform(String);

/** Seconds since 1970, a fraction counts. */
export const epochTime = z.number().transform((seconds): Instant => Math.round(seconds * second));

/** A date and time with its zone. */
export const isoTime = z.string().transform((text, context): Instant => {
  const at = Date.parse(text);
  if (!Number.isNaN(at) && /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.trim())) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});
