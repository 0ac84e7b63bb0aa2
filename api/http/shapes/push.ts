// JSON of what programs send us: pushed conversations, webhooks, and the keys that open the door.
import { z } from '@hono/zod-openapi';
import { keyUses, mostPushed } from '#db/model/push.ts';
import { instantText, lineInput } from './scalars.ts';

const counted = z.number().int();

const messageExample = { at: '2026-03-01T09:00:00+01:00', role: 'customer', author: 'u-88', text: 'Where is my money?' };
const recordExample = { conversation_id: '4711', channel: 'email', lang: 'en', messages: [messageExample] };

/** Records are checked one by one where they are taken, so that a wrong one does not keep the others out. */
const recordInput = z.unknown().openapi({
  type: 'object',
  description: 'One conversation with its messages, in the fields of the import format `conversations-jsonl`.',
  required: ['conversation_id', 'channel', 'messages'],
  example: recordExample,
});

export const pushInput = z.strictObject({ conversations: z.array(recordInput).min(1).max(mostPushed) }).openapi('Push');

export const pushAnswerShape = z
  .object({
    fetched: counted,
    inserted: counted,
    updated: counted,
    unchanged: counted,
    rejected: counted,
    rejects: z.array(z.object({ place: counted, conversationId: z.string().nullable(), reason: z.string() })),
  })
  .openapi('PushAnswer', { description: '`fetched = inserted + updated + unchanged + rejected`; `place` counts from 0 in what was sent.' });

export const hookAnswerShape = z
  .object({
    duplicate: z.boolean().openapi({ description: 'This delivery was taken before; nothing was done again.' }),
    dueAt: instantText.nullable().openapi({ description: 'When the source is read next; null where nothing reads it.' }),
    taken: pushAnswerShape.nullable().openapi({ description: 'What became of conversations in the payload.' }),
  })
  .openapi('HookAnswer');

/** A payload of the company's own systems that carries conversations, at the top or under `data`. */
const carrying = z.looseObject({ conversations: z.array(z.unknown()).min(1).max(mostPushed) });
export const hookPayload = z.union([carrying, z.looseObject({ data: carrying }).transform(({ data }) => data)]);

export const newPushSourceInput = z.strictObject({ id: lineInput(64), label: lineInput(100) }).openapi('NewPushSource');

export const newKeyInput = z
  .strictObject({
    use: z.enum(keyUses),
    label: lineInput(100),
    secret: z.string().max(512).nullable().default(null).openapi({
      description: 'Where the vendor makes it (Zendesk, Chatwoot, Intercom). Null: one is made here.',
    }),
  })
  .openapi('NewSourceKey');

export const newKeyShape = z
  .object({
    id: counted,
    secret: z.string().openapi({ description: 'Shown here and never again.' }),
    path: z.string().openapi({ description: 'Where the sender has to send to, on this host.' }),
  })
  .openapi('SourceKey');

export const keyShape = z.object({
  id: counted,
  use: z.enum(keyUses),
  label: z.string(),
  hint: z.string(),
  createdAt: instantText,
  lastUsedAt: instantText.nullable(),
  revokedAt: instantText.nullable(),
});
