// The audit log: who did what and when, newest first.
import { createRoute, z } from '@hono/zod-openapi';
import { findAudit } from '#db/store/audit.ts';
import type { AppDeps } from '../http/app-env.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { auditShape } from '../http/shapes/operations.ts';
import { toIso } from '../http/to-iso.ts';

const listAudit = createRoute({
  method: 'get',
  path: '/api/audit',
  tags: ['running'],
  summary: 'Who did what: sign-ins, exports, changes of settings and users',
  ...permit('audit:read'),
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      beforeId: z.coerce
        .number()
        .int()
        .min(1)
        .optional()
        .openapi({ description: 'Only entries before this one: the last of the page before.' }),
    }),
  },
  responses: ok(auditShape, 'One page, newest first.'),
});

export function auditRoutes({ db }: AppDeps) {
  return openRouter().openapi(listAudit, async (c) => {
    const found = await findAudit(db, c.req.valid('query'));
    const entries = found.map(({ id, at, actor, role, address, action, subject, details }) => ({
      id,
      at: toIso(at),
      actor,
      role,
      address,
      action,
      subject,
      details: JSON.stringify(details),
    }));
    return c.json({ entries }, 200);
  });
}
