// Business events: releases, incidents, market moves that lie over the charts.
import { createRoute, z } from '@hono/zod-openapi';
import { findEvents } from '#db/store/events.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { permit } from '../http/permission.ts';
import { rangeFields } from '../http/question.ts';
import { toRange } from '../http/range.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { eventsShape } from '../http/shapes/operations.ts';
import { toIso } from '../http/to-iso.ts';

const listEvents = createRoute({
  method: 'get',
  path: '/api/events',
  tags: ['metrics'],
  summary: 'Business events that touch a range',
  ...permit('metrics:read'),
  request: { query: z.strictObject(rangeFields) },
  responses: ok(eventsShape, 'Events, oldest first.'),
});

export function eventRoutes({ db, clock }: AppDeps) {
  return openRouter().openapi(listEvents, async (c) => {
    const { from, to, zone } = c.req.valid('query');
    const { zone: home } = await getWorkspace(db);
    const found = await findEvents(db, toRange(from, to, zone ?? home, clock()));
    const events = found.map(({ id, kind, label, fromAt, toAt, magnitude, sourceId }) => ({
      id,
      kind,
      label,
      from: toIso(fromAt),
      to: toIso(toAt),
      magnitude,
      source: sourceId,
    }));
    return c.json({ events }, 200);
  });
}
