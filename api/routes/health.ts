// Health: whether the house answers, and how far the columns have come.
import { setTimeout as sleep } from 'node:timers/promises';
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

/** How long a probe waits for the engine: where nothing is known of the columns yet, and where it is known how far they were. */
const waits = { first: 50, later: 5 };

/** Answers at once, also while the columns load or the engine is at a question: a probe must not wait for either. */
export function healthRoutes({ db, engine, version }: AppDeps) {
  let change: number | null = null;
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    try {
      change = (await engine.freshness()).change;
    } finally {
      looking = null;
    }
  };
  return openRouter().openapi(getHealth, async (c) => {
    looking ??= look();
    // What fails after the wait fails again for the next probe, which asks anew: an engine that is gone says so at once.
    looking.catch(() => undefined);
    await Promise.race([looking, sleep(change === null ? waits.first : waits.later)]);
    const status = change === null ? ('loading' as const) : ('ok' as const);
    return c.json({ status, version, database: db.dialect, change }, 200);
  });
}
