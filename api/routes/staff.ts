// Staff: the agents whose replies count, their teams and languages.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findSources } from '#db/store/sources.ts';
import { findStaff, saveStaff } from '#db/store/staff.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { toStaffJson } from '../http/settings-json.ts';
import { staffInput, staffMemberShape, staffShape } from '../http/shapes/settings.ts';

const listStaff = createRoute({
  method: 'get',
  path: '/api/staff',
  tags: ['settings'],
  summary: 'Agents as the sources know them',
  ...permit('settings:read'),
  responses: ok(staffShape, 'All agents, by name.'),
});

const changeStaff = createRoute({
  method: 'put',
  path: '/api/staff/{key}',
  tags: ['settings'],
  summary: 'Change name, team, languages or time of service of an agent; fields that are not named stay',
  ...permit('settings:write'),
  request: { params: z.strictObject({ key: z.string().min(1).max(200) }), body: jsonBody(staffInput) },
  responses: ok(staffMemberShape, 'The agent after the change.'),
});

export function staffRoutes({ db, clock }: AppDeps) {
  return openRouter()
    .openapi(listStaff, async (c) => {
      const [staff, sources] = await Promise.all([findStaff(db), findSources(db)]);
      return c.json({ staff: staff.map((member) => toStaffJson(member, sources)) }, 200);
    })
    .openapi(changeStaff, async (c) => {
      const { key } = c.req.valid('param');
      const change = c.req.valid('json');
      const known = (await findStaff(db)).find((one) => one.key === key);
      if (known === undefined) throw new AppError('not_found', 'no such agent');
      const member = { ...known, ...change };
      if (member.activeFrom !== null && member.activeTo !== null && member.activeFrom > member.activeTo) {
        throw new AppError('invalid', 'activeTo: lies before activeFrom');
      }
      await saveStaff(db, member);
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'staff_changed', subject: key, details: change });
      return c.json(toStaffJson(member, await findSources(db)), 200);
    });
}
