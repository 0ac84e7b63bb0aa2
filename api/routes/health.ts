// Health: whether the house answers, and how far the columns have come.
import { createRoute } from '@hono/zod-openapi';
import type { AppDeps } from '../http/app-env.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { healthShape } from '../http/shapes/operations.ts';

const getHealth = createRoute({
  method: 'get',
  path: '/api/health',
  tags: ['running'],
  summary: 'Is the house up?',
  ...permit('anyone'),
  responses: ok(healthShape, 'Up. `loading` until the columns are filled.'),
});

/** Answers at once, also while the columns load: a probe must not wait for them. */
export function healthRoutes({ db, engine, version }: AppDeps) {
  return openRouter().openapi(getHealth, async (c) => {
    const loading = Symbol('loading');
    const freshness = await Promise.race([engine.freshness(), new Promise<typeof loading>((resolve) => setTimeout(resolve, 50, loading))]);
    return freshness === loading
      ? c.json({ status: 'loading' as const, version, database: db.dialect, change: null }, 200)
      : c.json({ status: 'ok' as const, version, database: db.dialect, change: freshness.change }, 200);
  });
}
