// Keys of senders: made and revoked by who may change sources; a secret is shown once, when it is made.
import { createRoute, z } from '@hono/zod-openapi';
import { saveAudit } from '#db/store/audit.ts';
import { revokeSourceKey } from '#db/store/source-keys.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { newKeyInput, newKeyShape, newPushSourceInput } from '../http/shapes/push.ts';

const tags = ['running'];
const write = permit('sources:write');

const addPushSource = createRoute({
  method: 'post',
  path: '/api/push-sources',
  tags,
  summary: 'Add a source that nothing reads: it takes what programs send',
  ...write,
  request: { body: jsonBody(newPushSourceInput) },
  responses: created(doneShape, 'Added.'),
});

const addKey = createRoute({
  method: 'post',
  path: '/api/sources/{id}/keys',
  tags,
  summary: 'Make a key for the push API, or a secret for signed webhooks',
  ...write,
  request: { params: z.strictObject({ id: z.string().min(1).max(64) }), body: jsonBody(newKeyInput) },
  responses: created(newKeyShape, 'The secret, shown this once.'),
});

const revokeKey = createRoute({
  method: 'delete',
  path: '/api/source-keys/{id}',
  tags,
  summary: 'Revoke a key; it opens nothing from now on',
  ...write,
  request: { params: z.strictObject({ id: z.coerce.number().int().positive() }) },
  responses: ok(doneShape, 'Revoked.'),
});

/** Where a sender has to send to. */
const pathOf = (sourceId: string, use: string) =>
  use === 'push' ? `/api/push/${encodeURIComponent(sourceId)}/conversations` : `/api/hooks/${encodeURIComponent(sourceId)}`;

export function sourceKeyRoutes({ db, clock, push }: AppDeps) {
  const note = (c: AppContext, action: string, subject: string, details: Record<string, unknown>) =>
    saveAudit(db, { at: clock(), ...actorOf(c), action, subject, details });
  return openRouter()
    .openapi(addPushSource, async (c) => {
      const source = c.req.valid('json');
      await push.addSource(source);
      await note(c, 'source_added', source.id, { connector: null });
      return c.json({ done: true } as const, 201);
    })
    .openapi(addKey, async (c) => {
      const { id: sourceId } = c.req.valid('param');
      const { use, label, secret } = c.req.valid('json');
      const added = await push.addKey({ sourceId, use, label, secret, createdBy: actorOf(c).actor });
      await note(c, 'source_key_added', sourceId, { key: added.id, use });
      return c.json({ ...added, path: pathOf(sourceId, use) }, 201);
    })
    .openapi(revokeKey, async (c) => {
      const { id, sourceId, use } = await revokeSourceKey(db, c.req.valid('param').id, clock());
      await note(c, 'source_key_revoked', sourceId, { key: id, use });
      return c.json({ done: true } as const, 200);
    });
}
