// Webhooks in: a signed delivery marks its source as due; one of the company's own systems may carry conversations and is taken in.
import { createRoute, z } from '@hono/zod-openapi';
import { inTransaction } from '#db/dialect/transaction.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { PushAnswer } from '#db/model/push.ts';
import type { Db } from '#db/open.ts';
import { saveDelivery } from '#db/store/hook-deliveries.ts';
import { hintSource } from '#db/store/source-hints.ts';
import { saveKeyUse } from '#db/store/source-keys.ts';
import type { AppDeps, Sender } from '../http/app-env.ts';
import { checkJson, sizeLimitOf } from '../http/guard.ts';
import { permitProgram } from '../http/permission.ts';
import { signatureDoor } from '../http/program-door.ts';
import { begun, openRouter } from '../http/route-parts.ts';
import { hookAnswerShape, hookPayload } from '../http/shapes/push.ts';
import { toIsoOrNull } from '../http/to-iso.ts';

const mostBytes = 1_000_000;
const perMinute = 600;

function hookRoute(deps: AppDeps) {
  const { middleware: door, ...permission } = permitProgram('source-signature', signatureDoor(deps, perMinute));
  return createRoute({
    method: 'post',
    path: '/api/hooks/{source}',
    tags: ['programs'],
    summary: 'A signed webhook: the source is read soon; conversations in a Standard Webhooks payload are taken in',
    description:
      'Signed as Standard Webhooks, Zendesk, GitHub, Chatwoot, Discourse, Intercom, Zammad or Telegram do, with a secret of this source. The body is taken as it is, whatever its content type. A signed time may be five minutes off. Answered with 2xx only when everything is on disk.',
    security: [],
    ...permission,
    middleware: [sizeLimitOf(mostBytes), door] as const,
    request: { params: z.strictObject({ source: z.string().min(1).max(64) }) },
    responses: begun(hookAnswerShape, 'Kept.'),
  });
}

/** The conversations of a payload; null where it carries none, and is a hint. */
function recordsOf({ use }: Sender, body: string): readonly unknown[] | null {
  // Vendors' payloads have shapes of their own, which their connectors read from the source itself.
  if (use !== 'standard-webhooks') return null;
  try {
    checkJson(body);
  } catch {
    return null;
  }
  const parsed = hookPayload.safeParse(JSON.parse(body));
  return parsed.success ? parsed.data.conversations : null;
}

type Taken = { readonly duplicate: boolean; readonly dueAt: Instant | null; readonly taken: PushAnswer | null };

async function takeDelivery({ db, clock, push }: AppDeps, sender: Sender, records: readonly unknown[] | null): Promise<Taken> {
  const { sourceId, keyId, deliveryHash } = sender;
  if (deliveryHash === null) throw new AppError('internal', 'a webhook without a signature');
  const again = new AppError('conflict', 'taken before');
  const dues: (Instant | null)[] = [];
  const note = async (tx: Db) => {
    if (!(await saveDelivery(tx, { sourceId, deliveryHash }, clock()))) throw again;
    await saveKeyUse(tx, keyId, clock());
    dues.push(await hintSource(tx, sourceId, clock()));
  };
  try {
    const taken =
      records === null ? await inTransaction(db, note).then(() => null) : await push.take({ sourceId, records, alongside: note });
    return { duplicate: false, dueAt: dues[0] ?? null, taken };
  } catch (error) {
    // A sender that missed our answer tries again; it is told the same 2xx, or it would never stop.
    if (error === again) return { duplicate: true, dueAt: null, taken: null };
    throw error;
  }
}

export function hookRoutes(deps: AppDeps) {
  return openRouter().openapi(hookRoute(deps), async (c) => {
    const sender = c.get('sender');
    if (sender === null) throw new AppError('internal', 'a webhook without a signature');
    const body = Buffer.from(await c.req.arrayBuffer()).toString('utf8');
    const { duplicate, dueAt, taken } = await takeDelivery(deps, sender, recordsOf(sender, body));
    return c.json({ duplicate, dueAt: toIsoOrNull(dueAt), taken: taken === null ? null : { ...taken, rejects: [...taken.rejects] } }, 202);
  });
}
