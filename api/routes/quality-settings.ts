// Settings of reply quality: weights in versions, and who wrote which replies, so that people may see reviews of their own.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { shippedQualityTerms } from '#db/model/quality.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findReviewList } from '#db/store/quality-list.ts';
import { findOwners, findOwnStaff, saveOwner } from '#db/store/quality-own.ts';
import { currentQualityTerms, findQualitySettings, saveQualitySetting } from '#db/store/quality-settings.ts';
import { findStaff } from '#db/store/staff.ts';
import type { Accounts } from '../http/accounts.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { toReviewsJson, toTermsJson } from '../http/quality-json.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import {
  ownerInput,
  ownersShape,
  ownReviewsShape,
  qualitySettingsShape,
  qualityTermsInput,
  qualityTermsShape,
} from '../http/shapes/quality.ts';

const tags = ['quality'];
const manage = permit('annotations:manage');
/** Nobody reads more of their own at one sitting. */
const mostOwn = 100;

const listTerms = createRoute({
  method: 'get',
  path: '/api/quality/weights',
  tags,
  summary: 'Weights of the criteria and the pass mark, all versions',
  ...permit('metrics:read'),
  responses: ok(qualitySettingsShape, 'Oldest first: the first is what ships, the last holds.'),
});

const addTerms = createRoute({
  method: 'post',
  path: '/api/quality/weights',
  tags,
  summary: 'A new version of weights and pass mark; reviews keep the version that they were scored under',
  ...manage,
  request: { body: jsonBody(qualityTermsInput) },
  responses: created(qualityTermsShape, 'The version.'),
});

const listOwners = createRoute({
  method: 'get',
  path: '/api/quality/owners',
  tags,
  summary: 'Which users may see the reviews of whose replies',
  ...manage,
  responses: ok(ownersShape, 'All users, and the names of the staff.'),
});

const setOwner = createRoute({
  method: 'put',
  path: '/api/quality/owners/{userId}',
  tags,
  summary: 'Say which member of staff a user is, or that they are none',
  ...manage,
  request: { params: z.strictObject({ userId: z.string().min(1).max(100) }), body: jsonBody(ownerInput) },
  responses: ok(doneShape, 'Set.'),
});

const readOwn = createRoute({
  method: 'get',
  path: '/api/quality/own',
  tags,
  summary: 'Reviews of your own replies; nobody else is shown yours, and you are shown nobody else',
  ...permit('metrics:read'),
  responses: ok(ownReviewsShape, `The newest ${mostOwn}, without the names of the reviewers.`),
});

export function qualitySettingRoutes({ db, clock }: AppDeps, accounts: Pick<Accounts, 'findAccounts'>) {
  return openRouter()
    .openapi(listTerms, async (c) => {
      const settings = [shippedQualityTerms, ...(await findQualitySettings(db))].map(toTermsJson);
      return c.json({ settings }, 200);
    })
    .openapi(addTerms, async (c) => {
      const { basedOn, ...terms } = c.req.valid('json');
      const latest = await currentQualityTerms(db);
      if (basedOn !== latest.version)
        throw new AppError(
          'conflict',
          `the weights are at version ${latest.version} by now, not ${basedOn}; look at them again before you save`,
        );
      const setting = { ...terms, version: latest.version + 1, savedAt: clock(), savedBy: actorOf(c).actor };
      await saveQualitySetting(db, setting);
      const details = { ...terms, version: setting.version };
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'quality_weights_set', subject: 'quality', details });
      return c.json(toTermsJson(setting), 201);
    })
    .openapi(listOwners, async (c) => {
      const [users, known, staff] = await Promise.all([accounts.findAccounts(), findOwners(db), findStaff(db)]);
      const agents = new Map(known.map(({ userId, agent }) => [userId, agent]));
      const owners = users
        .filter(({ isDisabled }) => !isDisabled)
        .map(({ id, name }) => ({ userId: id, name, agent: agents.get(id) ?? null }));
      return c.json({ owners, staff: [...new Set(staff.map(({ name }) => name))] }, 200);
    })
    .openapi(setOwner, async (c) => {
      const { userId } = c.req.valid('param');
      const { agent } = c.req.valid('json');
      await saveOwner(db, userId, agent);
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'quality_owner_set', subject: userId, details: { agent } });
      return c.json({ done: true } as const, 200);
    })
    .openapi(readOwn, async (c) => {
      const { actor } = actorOf(c);
      const own = await findOwnStaff(db, actor);
      if (own === null) return c.json({ agent: null, n: 0, score: null, reviews: [] }, 200);
      const found = await findReviewList(db, { agentKeys: own.keys, isDecided: true, limit: mostOwn });
      const scores = found.flatMap(({ score }) => score ?? []);
      const score = scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length;
      const reviews = await toReviewsJson(db, found, { you: actor, showsNames: false });
      return c.json({ agent: own.agent, n: found.length, score, reviews }, 200);
    });
}
