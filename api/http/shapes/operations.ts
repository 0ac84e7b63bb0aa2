// JSON of running the house: health, restatements, the audit log, the demo.
import { z } from '@hono/zod-openapi';
import { instantText, lineInput } from './scalars.ts';

const counted = z.number().int();

export const healthShape = z
  .object({
    status: z
      .enum(['ok', 'loading'])
      .openapi({ description: '`loading`: the columns are being filled; settings and conversations already answer.' }),
    version: z.string(),
    database: z.enum(['sqlite', 'postgres']),
    change: counted.nullable(),
  })
  .openapi('Health');

export const restatementStates = ['running', 'done', 'failed'] as const;
export const restatementShape = z
  .object({
    id: z.string(),
    state: z.enum(restatementStates),
    reason: z.string().nullable(),
    startedAt: instantText,
    finishedAt: instantText.nullable(),
    conversations: counted.openapi({ description: 'Derived again so far.' }),
    total: counted.nullable(),
    changed: counted.nullable().openapi({ description: 'Conversations whose facts came out differently.' }),
    error: z.string().nullable(),
  })
  .openapi('Restatement');
export const restatementsShape = z.object({ restatements: z.array(restatementShape) }).openapi('Restatements');
export const restatementInput = z.strictObject({ reason: lineInput(300) }).openapi('RestatementInput');

export const demoRemovedShape = z.object({ removedConversations: counted }).openapi('DemoRemoved');
export const doneShape = z.object({ done: z.literal(true) }).openapi('Done');

export const auditShape = z
  .object({
    entries: z.array(
      z.object({
        id: counted,
        at: instantText,
        actor: z.string().openapi({ description: 'User id, `anonymous`, or a command.' }),
        role: z.string().nullable(),
        address: z.string().nullable(),
        action: z.string(),
        subject: z.string(),
        details: z.string().openapi({ description: 'JSON as text: its form depends on the action.' }),
      }),
    ),
  })
  .openapi('Audit');
