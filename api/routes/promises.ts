// Promises: what customers are told, in versions, with a preview of when a message would be due.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findCalendars } from '#db/store/calendars.ts';
import { findPromises, savePromise, savePromiseVersion } from '#db/store/promises.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { previewPromise } from '../http/promise-preview.ts';
import { toInstant } from '../http/range.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { toPromiseJson } from '../http/settings-json.ts';
import { slugInput } from '../http/shapes/scalars.ts';
import { previewInput, previewShape, promiseInput, promiseShape, promisesShape, promiseVersionInput } from '../http/shapes/settings.ts';
import { nextVersion } from '../http/versions.ts';

const listPromises = createRoute({
  method: 'get',
  path: '/api/promises',
  tags: ['settings'],
  summary: 'Promises with all their versions',
  ...permit('settings:read'),
  responses: ok(promisesShape, 'All promises.'),
});

const addPromise = createRoute({
  method: 'post',
  path: '/api/promises',
  tags: ['settings'],
  summary: 'A new promise with its first version',
  ...permit('settings:write'),
  request: { body: jsonBody(promiseInput) },
  responses: created(promiseShape, 'The promise.'),
});

const addVersion = createRoute({
  method: 'post',
  path: '/api/promises/{id}/versions',
  tags: ['settings'],
  summary: 'A new version of a promise; what was promised before stays promised',
  ...permit('settings:write'),
  request: { params: z.strictObject({ id: slugInput }), body: jsonBody(promiseVersionInput) },
  responses: created(promiseShape, 'The promise with its new version.'),
});

const preview = createRoute({
  method: 'post',
  path: '/api/promises/preview',
  tags: ['settings'],
  summary: 'When would a message be due? For a saved promise, for a channel, or for terms not saved yet',
  ...permit('settings:read'),
  request: { body: jsonBody(previewInput) },
  responses: ok(previewShape, 'The due instant, and a few telling examples.'),
});

export function promiseRoutes({ db, clock }: AppDeps) {
  const getPromise = async (id: string) => {
    const promise = (await findPromises(db)).find((one) => one.id === id);
    if (promise === undefined) throw new AppError('not_found', `no promise "${id}"`);
    return promise;
  };
  const checkCalendar = async (id: string) => {
    if (!(await findCalendars(db)).some((one) => one.id === id)) throw new AppError('invalid', `calendarId: there is no calendar "${id}"`);
  };
  return openRouter()
    .openapi(listPromises, async (c) => c.json({ promises: (await findPromises(db)).map(toPromiseJson) }, 200))
    .openapi(addPromise, async (c) => {
      const { version, ...head } = c.req.valid('json');
      const { basedOn: _, ...terms } = version;
      if ((await findPromises(db)).some((one) => one.id === head.id))
        throw new AppError('conflict', `there is a promise "${head.id}" already`);
      await checkCalendar(terms.calendarId);
      await savePromise(db, { ...head, versions: [{ ...terms, promiseId: head.id, version: 1 }] });
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'promise_added', subject: head.id, details: { label: head.label } });
      return c.json(toPromiseJson(await getPromise(head.id)), 201);
    })
    .openapi(addVersion, async (c) => {
      const { id } = c.req.valid('param');
      const { basedOn, ...terms } = c.req.valid('json');
      const version = nextVersion(await getPromise(id), basedOn, terms.validFrom);
      await checkCalendar(terms.calendarId);
      await savePromiseVersion(db, { ...terms, promiseId: id, version });
      await saveAudit(db, {
        at: clock(),
        ...actorOf(c),
        action: 'promise_version_added',
        subject: id,
        details: { version, validFrom: terms.validFrom },
      });
      return c.json(toPromiseJson(await getPromise(id)), 201);
    })
    .openapi(preview, async (c) => {
      const body = c.req.valid('json');
      const at = (body.at === undefined ? null : toInstant(body.at)) ?? clock();
      const [calendars, promises, { zone }] = await Promise.all([findCalendars(db), findPromises(db), getWorkspace(db)]);
      return c.json(previewPromise(body, { at, now: clock(), calendars, promises, zone }), 200);
    });
}
