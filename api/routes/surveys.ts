// Our own survey: its settings for managers, and links for help desks that come with the key of their source.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { saveAudit } from '#db/store/audit.ts';
import { getConversationId } from '#db/store/survey-candidates.ts';
import { getSurveySettings, saveSurveySettings } from '#db/store/survey-settings.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { jsonLimit, jsonOnly, sizeLimit } from '../http/guard.ts';
import { permit, permitProgram } from '../http/permission.ts';
import { keyDoor } from '../http/program-door.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { surveyLinkInput, surveyLinkShape, surveySettingsInput, surveySettingsShape } from '../http/shapes/surveys.ts';
import { openSurveyLink } from '../http/survey-link.ts';

const perMinute = 600;

const readSettings = createRoute({
  method: 'get',
  path: '/api/survey',
  tags: ['settings'],
  summary: 'Settings of our own survey',
  ...permit('settings:read'),
  responses: ok(surveySettingsShape, 'The settings; off until somebody turns it on.'),
});

const changeSettings = createRoute({
  method: 'put',
  path: '/api/survey',
  tags: ['settings'],
  summary: 'Change the settings of our own survey; links that are out keep their question and their end',
  ...permit('settings:write'),
  request: { body: jsonBody(surveySettingsInput) },
  responses: ok(surveySettingsShape, 'The settings after the change.'),
});

function linkRoute(deps: AppDeps) {
  const { middleware: door, ...permission } = permitProgram('source-key', keyDoor(deps, perMinute));
  return createRoute({
    method: 'post',
    path: '/api/push/{source}/survey-links',
    tags: ['programs'],
    summary: 'The survey link of a solved conversation, to be sent by the help desk; the same link each time, counted as offered once',
    description: `409 where the survey is off, the conversation is not solved, the delay of the settings is not over, or no reminder is due. ${perMinute} requests a minute for each key.`,
    security: [{ sourceKey: [] }],
    ...permission,
    middleware: [door, sizeLimit, jsonOnly, jsonLimit] as const,
    request: { params: z.strictObject({ source: z.string().min(1).max(64) }), body: jsonBody(surveyLinkInput) },
    responses: ok(surveyLinkShape, 'The link.'),
  });
}

export function surveyRoutes(deps: AppDeps) {
  const { db, clock, publicUrl } = deps;
  return openRouter()
    .openapi(readSettings, async (c) => c.json(await getSurveySettings(db), 200))
    .openapi(changeSettings, async (c) => {
      const settings = c.req.valid('json');
      await saveSurveySettings(db, settings);
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'survey_changed', subject: 'survey', details: settings });
      return c.json(settings, 200);
    })
    .openapi(linkRoute(deps), async (c) => {
      const sender = c.get('sender');
      if (sender === null) throw new AppError('internal', 'a link without a key');
      const { conversationId, remind } = c.req.valid('json');
      const id = await getConversationId(db, sender.sourceId, conversationId);
      const origin = publicUrl ?? new URL(c.req.url).origin;
      return c.json(await openSurveyLink(deps, { conversationId: id, isReminder: remind, origin }), 200);
    });
}
