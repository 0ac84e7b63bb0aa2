// JSON of labelled conversations behind a figure of accuracy: what people say of each, and what one or two models say.
import { z } from '@hono/zod-openapi';
import { taughtFields } from '#db/model/learning.ts';
import { fieldInput } from './annotations.ts';

const counted = z.number().int();
const word = z.string().min(1).max(100);
export const mostRows = 200;
const page = {
  limit: z.coerce.number().int().min(1).max(mostRows).default(50),
  offset: z.coerce.number().int().min(0).max(1e9).default(0),
};

export const accuracyRowsQuery = z.strictObject({
  field: fieldInput.default('sentiment'),
  campaign: z.coerce.number().int().min(1).optional(),
  language: word.optional(),
  source: word.optional(),
  machine: word.optional().openapi({ description: 'The machine gives this label.' }),
  people: word.optional().openapi({ description: 'Somebody gives this label.' }),
  either: word.optional().openapi({ description: 'The machine or somebody gives this label.' }),
  silent: z.enum(['true', 'false']).optional().openapi({ description: 'Whether the machine gives no label.' }),
  bin: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .optional()
    .openapi({ description: 'The place of a dot of the calibration, 0 the least sure.' }),
  least: z.coerce.number().min(0).max(1).optional().openapi({ description: 'The machine is at least as sure of its label.' }),
  ...page,
});

export const agreementRowsQuery = z.strictObject({
  field: fieldInput.default('sentiment'),
  campaign: z.coerce.number().int().min(1).optional(),
  language: word.optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional()
    .openapi({ description: 'The month of the latest label, in the zone of the workspace.' }),
  ...page,
});

export const heldOutRowsQuery = z.strictObject({
  field: z.enum(taughtFields).default('category'),
  version: z.coerce.number().int().min(1).max(1e9),
  language: word.optional(),
  ...page,
});

const row = {
  conversationId: z.string(),
  title: z.string(),
  language: z.string(),
  people: z.array(z.object({ label: z.string(), share: z.number() })).openapi({ description: 'With the shares that add up to 1.' }),
};

export const accuracyRowsShape = z
  .object({
    n: counted.openapi({ description: 'All of them, as the figure counts them.' }),
    rows: z.array(z.object({ ...row, source: z.string(), machine: z.string().nullable() })),
  })
  .openapi('AccuracyRows');

export const heldOutRowsShape = z
  .object({
    n: counted,
    rows: z.array(z.object({ ...row, old: z.string().nullable(), new: z.string().nullable() })),
  })
  .openapi('HeldOutRows');
