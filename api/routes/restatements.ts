// Restatements: deriving old figures again with the settings of now, explicitly and on the record.
import { createRoute } from '@hono/zod-openapi';
import { saveAudit } from '#db/store/audit.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import type { Restating } from '../http/restating.ts';
import { begun, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { restatementInput, restatementShape, restatementsShape } from '../http/shapes/operations.ts';

const tags = ['settings'];

const listRestatements = createRoute({
  method: 'get',
  path: '/api/restatements',
  tags,
  summary: 'Restatements, latest first; one that runs says how far it is',
  ...permit('settings:read'),
  responses: ok(restatementsShape, 'All restatements.'),
});

const restate = createRoute({
  method: 'post',
  path: '/api/restatements',
  tags,
  summary: 'Derive all facts again with the calendars and promises of now; old figures may move',
  ...permit('settings:write'),
  request: { body: jsonBody(restatementInput) },
  responses: begun(restatementShape, 'Begun. Ask the list how far it is.'),
});

export function restatementRoutes({ db, clock }: AppDeps, restating: Restating) {
  return openRouter()
    .openapi(listRestatements, async (c) => c.json({ restatements: await restating.list() }, 200))
    .openapi(restate, async (c) => {
      const { reason } = c.req.valid('json');
      const begunOne = await restating.begin(c.get('signedIn')?.userId ?? 'anonymous', reason);
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'restatement_begun', subject: begunOne.id, details: { reason } });
      return c.json(begunOne, 202);
    });
}
