// The demo company: one button takes it out, with its conversations and its manager.
import { createRoute } from '@hono/zod-openapi';
import type { Accounts } from '../http/accounts.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { dropDemo } from '../http/drop-demo.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { demoRemovedShape } from '../http/shapes/operations.ts';

const removeDemoCompany = createRoute({
  method: 'delete',
  path: '/api/demo',
  tags: ['running'],
  summary: 'Remove the demo company',
  ...permit('demo:remove'),
  responses: ok(demoRemovedShape, 'Removed.'),
});

export function demoRoutes({ db, engine, clock }: AppDeps, accounts: Accounts) {
  return openRouter().openapi(removeDemoCompany, async (c) => {
    const removedConversations = await dropDemo(db, accounts, { at: clock(), ...actorOf(c) });
    await engine.refresh();
    return c.json({ removedConversations }, 200);
  });
}
