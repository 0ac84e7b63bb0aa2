// JSON of the loop of an issue: its state, its steps on one clock, the customers to tell, the words for them.
import { z } from '@hono/zod-openapi';
import { issueStates } from '#db/model/issue.ts';
import { dayText, instantText, lineInput } from './scalars.ts';

const counted = z.number().int();

export const loopShape = z
  .object({
    state: z.enum(issueStates),
    owner: z.string().nullable(),
    targetDay: dayText.nullable(),
    link: z.string().nullable(),
    tracker: z
      .object({ tracker: z.enum(['github', 'jira', 'linear', 'other']), key: z.string().nullable() })
      .nullable()
      .openapi({ description: 'Whose the link is, and the key under which people know the ticket.' }),
    fixedIn: z.string().nullable(),
    fixedAt: instantText.nullable(),
    clock: z.array(
      z.object({
        step: z.enum(['seen', 'accepted', 'with-product', 'fixed', 'told']),
        at: instantText.nullable(),
        sinceMs: counted.nullable().openapi({ description: 'Since the first customer told of it.' }),
      }),
    ),
    openMs: counted.nullable().openapi({ description: 'From the first customer to the fix, or so far.' }),
    recurrence: z
      .object({
        before: counted,
        beforeDays: z.number(),
        after: counted,
        afterDays: z.number(),
        ratio: z
          .number()
          .nullable()
          .openapi({ description: 'Customers a day after the fix over those before; null where there were none before.' }),
        interval: z
          .tuple([z.number(), z.number().nullable()])
          .nullable()
          .openapi({ description: 'Exact 95 % interval; no upper end for null.' }),
      })
      .nullable(),
    customers: counted.openapi({ description: 'Customers who told of it before it was fixed.' }),
    told: counted,
    templates: z.array(z.object({ language: z.string(), body: z.string(), isOwn: z.boolean(), filled: z.string() })),
    asOf: instantText,
  })
  .openapi('IssueLoop');

export const toTellShape = z
  .object({
    n: counted,
    customers: z.array(
      z.object({
        conversationId: z.string(),
        title: z.string(),
        channel: z.string(),
        language: z.string(),
        at: instantText.nullable(),
        conversations: counted,
        toldAt: instantText.nullable(),
      }),
    ),
  })
  .openapi('IssueToTell');

export const toldInput = z
  .strictObject({
    conversations: z
      .array(z.string().regex(/^\d{1,15}$/))
      .min(1)
      .max(2000),
    told: z.boolean().default(true),
  })
  .openapi('IssueTold');

export const templateInput = z.strictObject({ body: z.string().trim().min(1).max(2000) }).openapi('IssueTemplate');

export const linkInput = z
  .string()
  .max(500)
  .regex(/^https?:\/\/\S+$/, 'must be an address that begins with http:// or https://')
  .nullable();
export const ownerInput = lineInput(80).nullable();
export const fixedInInput = lineInput(60).nullable();
