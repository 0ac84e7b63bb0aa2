// A time with its zone, as most vendors write it.
import { z } from 'zod';
import type { Instant } from '#db/model/instant.ts';

export const isoTime = z.string().transform((text, context): Instant => {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});
