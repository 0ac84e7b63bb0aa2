// Peak load: the grid of hours of the week, and what arrivals did during business events.
import { createRoute } from '@hono/zod-openapi';
import type { AppDeps } from '../http/app-env.ts';
import { askUplifts, askWeek, upliftQuery, weekQuery } from '../http/peak-reports.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { upliftsShape, weekShape } from '../http/shapes/peaks.ts';

const getWeek = createRoute({
  method: 'get',
  path: '/api/hours-of-week',
  tags: ['metrics'],
  summary: 'Arrivals, open hours, backlog, waits and mood by hour and weekday of the zone; each cell is a question with `hourOfWeek`',
  ...permit('metrics:read'),
  request: { query: weekQuery },
  responses: ok(weekShape, 'The 168 cells, Monday first.'),
});

const getUplifts = createRoute({
  method: 'get',
  path: '/api/events/uplift',
  tags: ['metrics'],
  summary: 'Arrivals during business events against the same hours of the 8 weeks before; claims no cause',
  ...permit('metrics:read'),
  request: { query: upliftQuery },
  responses: ok(upliftsShape, 'Events, newest first.'),
});

export function peakLoadRoutes(deps: AppDeps) {
  return openRouter()
    .openapi(getWeek, async (c) => c.json(await askWeek(deps, c.req.valid('query'), c.req.raw.signal), 200))
    .openapi(getUplifts, async (c) => c.json(await askUplifts(deps, c.req.valid('query'), c.req.raw.signal), 200));
}
