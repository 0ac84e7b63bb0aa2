// The workspace: name, zone, reopen window, holiday regions.
import { createRoute } from '@hono/zod-openapi';
import { saveAudit } from '#db/store/audit.ts';
import { getWorkspace, saveWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { toWorkspaceJson } from '../http/settings-json.ts';
import { workspaceInput, workspaceShape } from '../http/shapes/settings.ts';

const readWorkspace = createRoute({
  method: 'get',
  path: '/api/workspace',
  tags: ['settings'],
  summary: 'The workspace',
  ...permit('signed-in'),
  responses: ok(workspaceShape, 'The workspace.'),
});

const changeWorkspace = createRoute({
  method: 'put',
  path: '/api/workspace',
  tags: ['settings'],
  summary: 'Change the workspace; fields that are not named stay',
  ...permit('settings:write'),
  request: { body: jsonBody(workspaceInput) },
  responses: ok(workspaceShape, 'The workspace after the change.'),
});

export function workspaceRoutes({ db, clock }: AppDeps) {
  return openRouter()
    .openapi(readWorkspace, async (c) => c.json(toWorkspaceJson(await getWorkspace(db)), 200))
    .openapi(changeWorkspace, async (c) => {
      const change = c.req.valid('json');
      await saveWorkspace(db, change);
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'workspace_changed', subject: 'workspace', details: change });
      return c.json(toWorkspaceJson(await getWorkspace(db)), 200);
    });
}
