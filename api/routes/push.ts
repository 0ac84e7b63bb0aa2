// The push API: a company's own systems send conversations, with a key of the source, and learn what became of each.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { saveKeyUse } from '#db/store/source-keys.ts';
import type { AppDeps } from '../http/app-env.ts';
import { jsonLimit, jsonOnly, sizeLimitOf } from '../http/guard.ts';
import { answerKey, once, type Work } from '../http/once.ts';
import { permitProgram } from '../http/permission.ts';
import { keyDoor } from '../http/program-door.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { pushAnswerShape, pushInput } from '../http/shapes/push.ts';

const mostBytes = 5_000_000;
const perMinute = 120;

const params = z.strictObject({ source: z.string().min(1).max(64) });
const headers = z.object({
  'idempotency-key': z.string().min(1).max(255).optional().openapi({
    description:
      'Any text that names this request: sent again with the same body it gets the same answer for at least 24 hours; with another body, 409.',
  }),
});

function pushRoute(deps: AppDeps) {
  const { middleware: door, ...permission } = permitProgram('source-key', keyDoor(deps, perMinute));
  return createRoute({
    method: 'post',
    path: '/api/push/{source}/conversations',
    tags: ['programs'],
    summary: 'Send conversations; the same one again is unchanged or updated, never doubled',
    description: `At most 200 conversations with 2,000 messages and ${mostBytes} bytes a request, ${perMinute} requests a minute for each key.`,
    security: [{ sourceKey: [] }],
    ...permission,
    middleware: [door, sizeLimitOf(mostBytes), jsonOnly, jsonLimit] as const,
    request: { params, headers, body: jsonBody(pushInput) },
    responses: ok(pushAnswerShape, 'What became of each, all in one transaction.'),
  });
}

export function pushRoutes(deps: AppDeps) {
  const { db, clock, push } = deps;
  return openRouter().openapi(pushRoute(deps), async (c) => {
    const sender = c.get('sender');
    if (sender === null) throw new AppError('internal', 'a push without a key');
    const { sourceId, keyId } = sender;
    const records = c.req.valid('json').conversations;
    const take: Work = (keep) =>
      push.take({
        sourceId,
        records,
        alongside: async (tx, answer) => {
          await saveKeyUse(tx, keyId, clock());
          await keep(tx, answer);
        },
      });
    const name = c.req.valid('header')['idempotency-key'];
    const { answer, isReplay } =
      name === undefined
        ? { answer: await take(async () => undefined), isReplay: false }
        : await once({ db, clock }, answerKey(sourceId, name, await c.req.text()), take);
    if (isReplay) c.header('Idempotent-Replay', 'true');
    return c.json({ ...answer, rejects: [...answer.rejects] }, 200);
  });
}
