// Staffing: how many people a channel takes and what a change would bring; and what people set instead of measuring it.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import type { StaffingSetting } from '#db/model/staffing.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findStaffingSettings, saveStaffingSetting } from '#db/store/staffing-settings.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { lineInput } from '../http/shapes/scalars.ts';
import { staffingQuery, staffingSettingShape, staffingSettingsShape, staffingShape, staffingTermsInput } from '../http/shapes/staffing.ts';
import { toIso } from '../http/to-iso.ts';
import { askStaffing } from '../staffing/ask-staffing.ts';
import { toStaffingAsked } from '../staffing/staffing-question.ts';

const readStaffing = createRoute({
  method: 'get',
  path: '/api/staffing',
  tags: ['metrics'],
  summary: 'Demand, people and capacity of a channel by hour of a week, how well the model fits, and what a change would bring',
  ...permit('metrics:read'),
  request: { query: staffingQuery },
  responses: ok(staffingShape, 'The staffing of the channel.'),
});

const listSettings = createRoute({
  method: 'get',
  path: '/api/staffing/settings',
  tags: ['settings'],
  summary: 'What was set of the staffing of channels, all versions',
  ...permit('settings:read'),
  responses: ok(staffingSettingsShape, 'By channel, oldest first.'),
});

const addSetting = createRoute({
  method: 'post',
  path: '/api/staffing/settings/{channel}',
  tags: ['settings'],
  summary: 'A new version of handling time, concurrency, shrinkage and patience of a channel; null is measured again',
  ...permit('settings:write'),
  request: { params: z.strictObject({ channel: lineInput(64) }), body: jsonBody(staffingTermsInput) },
  responses: created(staffingSettingShape, 'The version.'),
});

const toJson = ({ savedAt, ...rest }: StaffingSetting) => ({ ...rest, savedAt: toIso(savedAt) });

export function staffingRoutes({ db, engine, planner, clock }: AppDeps) {
  const parts = { db, engine, planner, clock };
  return openRouter()
    .openapi(readStaffing, async (c) => c.json(await askStaffing(parts, toStaffingAsked(c.req.valid('query'))), 200))
    .openapi(listSettings, async (c) => c.json({ settings: (await findStaffingSettings(db)).map(toJson) }, 200))
    .openapi(addSetting, async (c) => {
      const { channel } = c.req.valid('param');
      const { basedOn, ...terms } = c.req.valid('json');
      const latest = (await findStaffingSettings(db)).findLast((one) => one.channel === channel)?.version ?? 0;
      if (basedOn !== undefined && basedOn !== latest)
        throw new AppError(
          'conflict',
          `staffing of "${channel}" is at version ${latest} by now, not ${basedOn}; look at it again before you save`,
        );
      const { actor } = actorOf(c);
      const setting = { ...terms, channel, version: latest + 1, savedAt: clock(), savedBy: actor };
      await saveStaffingSetting(db, setting);
      const details = { ...terms, version: setting.version };
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'staffing_set', subject: channel, details });
      return c.json(toJson(setting), 201);
    });
}
