// Calendars and holidays: opening hours in versions that are only ever added.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findCalendars, saveCalendar, saveCalendarVersion } from '#db/store/calendars.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { toCalendarJson } from '../http/settings-json.ts';
import { slugInput } from '../http/shapes/scalars.ts';
import { calendarInput, calendarShape, calendarsShape, calendarVersionInput, holidaysShape } from '../http/shapes/settings.ts';
import { nextVersion } from '../http/versions.ts';

const idParam = z.strictObject({ id: slugInput });

const listCalendars = createRoute({
  method: 'get',
  path: '/api/calendars',
  tags: ['settings'],
  summary: 'Calendars with all their versions, oldest first',
  ...permit('settings:read'),
  responses: ok(calendarsShape, 'All calendars.'),
});

const addCalendar = createRoute({
  method: 'post',
  path: '/api/calendars',
  tags: ['settings'],
  summary: 'A new calendar with its first version',
  ...permit('settings:write'),
  request: { body: jsonBody(calendarInput) },
  responses: created(calendarShape, 'The calendar.'),
});

const addVersion = createRoute({
  method: 'post',
  path: '/api/calendars/{id}/versions',
  tags: ['settings'],
  summary: 'A new version of a calendar; earlier versions and the figures made with them stay',
  ...permit('settings:write'),
  request: { params: idParam, body: jsonBody(calendarVersionInput) },
  responses: created(calendarShape, 'The calendar with its new version.'),
});

const listHolidays = createRoute({
  method: 'get',
  path: '/api/holidays',
  tags: ['settings'],
  summary: 'Public holidays of a region in a year, ready to be put into a calendar',
  ...permit('settings:read'),
  request: {
    query: z.strictObject({
      region: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'a region is a code such as CN or DE'),
      year: z.coerce.number().int().min(1970).max(2200),
    }),
  },
  responses: ok(holidaysShape, 'The holidays, by date.'),
});

export function calendarRoutes({ db, clock }: AppDeps) {
  const getCalendar = async (id: string) => {
    const calendar = (await findCalendars(db)).find((one) => one.id === id);
    if (calendar === undefined) throw new AppError('not_found', `no calendar "${id}"`);
    return calendar;
  };
  return openRouter()
    .openapi(listCalendars, async (c) => c.json({ calendars: (await findCalendars(db)).map(toCalendarJson) }, 200))
    .openapi(addCalendar, async (c) => {
      const { id, label, version } = c.req.valid('json');
      const { basedOn: _, ...terms } = version;
      if ((await findCalendars(db)).some((one) => one.id === id)) throw new AppError('conflict', `there is a calendar "${id}" already`);
      await saveCalendar(db, { id, label, versions: [{ ...terms, calendarId: id, version: 1 }] });
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'calendar_added', subject: id, details: { label } });
      return c.json(toCalendarJson(await getCalendar(id)), 201);
    })
    .openapi(addVersion, async (c) => {
      const { id } = c.req.valid('param');
      const { basedOn, ...terms } = c.req.valid('json');
      const version = nextVersion(await getCalendar(id), basedOn, terms.validFrom);
      await saveCalendarVersion(db, { ...terms, calendarId: id, version });
      await saveAudit(db, {
        at: clock(),
        ...actorOf(c),
        action: 'calendar_version_added',
        subject: id,
        details: { version, validFrom: terms.validFrom },
      });
      return c.json(toCalendarJson(await getCalendar(id)), 201);
    })
    .openapi(listHolidays, async (c) => {
      const { region, year } = c.req.valid('query');
      // The library of holidays takes as long to read as a tenth of the whole start.
      const [{ zone }, { publicHolidays }] = await Promise.all([getWorkspace(db), import('#db/facts/holidays.ts')]);
      return c.json({ region, year, holidays: publicHolidays(region, year, zone) }, 200);
    });
}
