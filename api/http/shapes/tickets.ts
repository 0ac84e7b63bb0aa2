// JSON of tickets: the repository they are made in, the preview, and how one stands.
import { z } from '@hono/zod-openapi';
import { ticketStates } from '#db/model/issue-outcome.ts';
import { instantText, lineInput } from './scalars.ts';

export const ticketPlaceShape = z
  .object({
    repository: z.string().nullable().openapi({ description: 'Null: none is set up.' }),
    url: z.string(),
  })
  .openapi('TicketPlace');

export const ticketPlaceInput = z
  .strictObject({
    repository: z
      .string()
      .trim()
      .max(140)
      .regex(/^[\w.-]+\/[\w.-]+$/, 'written as owner/name'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .default('https://api.github.com'),
    token: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .nullable()
      .default(null)
      .openapi({ description: 'Null keeps the one that is there. Never told again.' }),
  })
  .openapi('TicketPlaceChange');

const ticket = z.object({
  repository: z.string(),
  number: z.number().int(),
  url: z.string(),
  state: z.enum(ticketStates),
  stateReason: z.string().nullable(),
  closedAt: instantText.nullable(),
  checkedAt: instantText.nullable(),
});

export const ticketShape = z
  .object({
    repository: z.string().nullable().openapi({ description: 'Where a ticket would be made; null: none is set up.' }),
    ticket: ticket.nullable(),
    preview: z.object({ title: z.string(), body: z.string() }),
    proposesFixed: z
      .boolean()
      .openapi({ description: 'The ticket was closed as done, and the issue is not marked as fixed: a person decides.' }),
    asOf: instantText,
  })
  .openapi('IssueTicket');

export const ticketInput = z
  .strictObject({
    title: lineInput(200),
    withQuotes: z.boolean().default(false).openapi({ description: 'Words of customers go along, redacted as they are stored.' }),
  })
  .openapi('IssueTicketOrder');
