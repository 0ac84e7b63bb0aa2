// JSON of business events: what happened to the company while customers wrote.
import { z } from '@hono/zod-openapi';
import { eventKinds } from '#db/model/event.ts';
import { instantInput, instantText, lineInput } from './scalars.ts';

export const eventsShape = z
  .object({
    events: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(eventKinds),
        label: z.string(),
        from: instantText,
        to: instantText.openapi({ description: 'The same as `from` where the event has no length.' }),
        magnitude: z.number().nullable().openapi({ description: 'Percent of a market move, hours of an incident.' }),
        source: z.string().nullable().openapi({ description: 'Null where it was added by hand.' }),
        sourceLabel: z.string().nullable().openapi({ description: 'What people call the source.' }),
      }),
    ),
  })
  .openapi('Events');

/** Several, separated by commas; all where left out. */
export const eventKindsInput = z
  .string()
  .max(100)
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(eventKinds)).min(1))
  .optional()
  .openapi({ type: 'string', example: 'release,incident', description: `One or more of ${eventKinds.join(', ')}, separated by commas.` });

export const eventInput = z
  .strictObject({
    kind: z.enum(eventKinds),
    label: lineInput(200),
    from: instantInput,
    to: instantInput.nullable().default(null).openapi({ description: 'Null where the event has no length.' }),
    magnitude: z.number().min(-1e9).max(1e9).nullable().default(null),
  })
  .refine(({ from, to }) => to === null || Date.parse(from) <= Date.parse(to), { message: 'lies before from', path: ['to'] })
  .openapi('EventInput');

export const eventAddedShape = z.object({ id: z.string() }).openapi('EventAdded');
