// Business events: releases, incidents, market moves beside which figures are read; typed in by managers or told by sources.
import { createRoute, z } from '@hono/zod-openapi';
import { saveAudit } from '#db/store/audit.ts';
import { type BusinessEvent, findEvents, getTypedEvent, removeEvent, saveEvents } from '#db/store/events.ts';
import { findSources } from '#db/store/sources.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { rangeFields } from '../http/question.ts';
import { toRange } from '../http/range.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { eventAddedShape, eventInput, eventKindsInput, eventsShape } from '../http/shapes/events.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { toIso } from '../http/to-iso.ts';

const write = permit('settings:write');
const params = z.strictObject({ id: z.string().min(1).max(600) });

const listEvents = createRoute({
  method: 'get',
  path: '/api/events',
  tags: ['metrics'],
  summary: 'Business events that touch a range',
  ...permit('metrics:read'),
  request: { query: z.strictObject({ ...rangeFields, kind: eventKindsInput }) },
  responses: ok(eventsShape, 'Events, oldest first.'),
});

const addEvent = createRoute({
  method: 'post',
  path: '/api/events',
  tags: ['settings'],
  summary: 'Add an event by hand',
  ...write,
  request: { body: jsonBody(eventInput) },
  responses: created(eventAddedShape, 'Added.'),
});

const changeEvent = createRoute({
  method: 'put',
  path: '/api/events/{id}',
  tags: ['settings'],
  summary: 'Change an event that was added by hand; those of a source are changed there',
  ...write,
  request: { params, body: jsonBody(eventInput) },
  responses: ok(doneShape, 'Changed.'),
});

const dropEvent = createRoute({
  method: 'delete',
  path: '/api/events/{id}',
  tags: ['settings'],
  summary: 'Remove an event that was added by hand',
  ...write,
  request: { params },
  responses: ok(doneShape, 'Removed.'),
});

function toEvent(id: string, { kind, label, from, to, magnitude }: z.infer<typeof eventInput>): BusinessEvent {
  const fromAt = Date.parse(from);
  return { id, sourceId: null, kind, label, fromAt, toAt: to === null ? fromAt : Date.parse(to), magnitude };
}

export function eventRoutes({ db, clock, randomToken }: AppDeps) {
  const note = (c: AppContext, action: string, { id, kind, label }: Pick<BusinessEvent, 'id' | 'kind' | 'label'>) =>
    saveAudit(db, { at: clock(), ...actorOf(c), action, subject: id, details: { kind, label } });
  return openRouter()
    .openapi(listEvents, async (c) => {
      const { from, to, zone, kind } = c.req.valid('query');
      const { zone: home } = await getWorkspace(db);
      const found = await findEvents(db, toRange(from, to, zone ?? home, clock()), kind);
      const labels = new Map((await findSources(db)).map((source) => [source.id, source.label]));
      const events = found.map(({ fromAt, toAt, sourceId, ...event }) => ({
        ...event,
        from: toIso(fromAt),
        to: toIso(toAt),
        source: sourceId,
        sourceLabel: sourceId === null ? null : (labels.get(sourceId) ?? sourceId),
      }));
      return c.json({ events }, 200);
    })
    .openapi(addEvent, async (c) => {
      const event = toEvent(`typed-${randomToken().slice(0, 20)}`, c.req.valid('json'));
      await saveEvents(db, [event]);
      await note(c, 'event_added', event);
      return c.json({ id: event.id }, 201);
    })
    .openapi(changeEvent, async (c) => {
      const { id } = c.req.valid('param');
      await getTypedEvent(db, id);
      const event = toEvent(id, c.req.valid('json'));
      await saveEvents(db, [event]);
      await note(c, 'event_changed', event);
      return c.json({ done: true } as const, 200);
    })
    .openapi(dropEvent, async (c) => {
      const event = await getTypedEvent(db, c.req.valid('param').id);
      await removeEvent(db, event.id);
      await note(c, 'event_removed', event);
      return c.json({ done: true } as const, 200);
    });
}
