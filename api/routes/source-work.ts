// Work on sources: add, change, test, read now, back-fill, reset, remove, and take note of gaps and dead letters.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { minute } from '#db/model/instant.ts';
import { readFound } from '#db/model/read-reason.ts';
import { saveAudit } from '#db/store/audit.ts';
import { removeDeadLetter } from '#db/store/dead-letters.ts';
import { closeGap } from '#db/store/source-gaps.ts';
import { removeSource } from '#db/store/sources.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { begun, created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import {
  newSourceInput,
  probeShape,
  retryShape,
  runInput,
  sourceChangeInput,
  sourceRemovedShape,
  sourceTestInput,
} from '../http/shapes/sources.ts';

const tags = ['running'];
const params = z.strictObject({ id: z.string().min(1).max(64) });
const numbered = z.strictObject({ id: z.coerce.number().int().positive() });
const write = permit('sources:write');
const done = { done: true } as const;

const addSource = createRoute({
  method: 'post',
  path: '/api/sources',
  tags,
  summary: 'Add a source that a connector reads; its first run follows at once',
  ...write,
  request: { body: jsonBody(newSourceInput) },
  responses: created(doneShape, 'Added.'),
});

const testSource = createRoute({
  method: 'post',
  path: '/api/sources/test',
  tags,
  summary: 'Try settings; nothing is stored and nothing is changed at the source',
  ...write,
  request: { body: jsonBody(sourceTestInput) },
  responses: ok(probeShape, 'What was found.'),
});

const changeSource = createRoute({
  method: 'patch',
  path: '/api/sources/{id}',
  tags,
  summary: 'Change label, settings or interval, pause or resume',
  ...write,
  request: { params, body: jsonBody(sourceChangeInput) },
  responses: ok(doneShape, 'Changed.'),
});

const runSource = createRoute({
  method: 'post',
  path: '/api/sources/{id}/runs',
  tags,
  summary: 'Read a source now, or a window of it again',
  ...write,
  request: { params, body: jsonBody(runInput) },
  responses: begun(doneShape, 'Begun. The source says how far it is.'),
});

const resetSource = createRoute({
  method: 'post',
  path: '/api/sources/{id}/reset',
  tags,
  summary: 'Forget where the last run stopped; what is stored stays',
  ...write,
  request: { params },
  responses: ok(doneShape, 'Forgotten.'),
});

const dropSource = createRoute({
  method: 'delete',
  path: '/api/sources/{id}',
  tags,
  summary: 'Remove a source with everything that came from it',
  ...write,
  request: { params },
  responses: ok(sourceRemovedShape, 'Removed.'),
});

const noteGap = createRoute({
  method: 'delete',
  path: '/api/source-gaps/{id}',
  tags,
  summary: 'Take note of a gap, so that it is not shown any more',
  ...write,
  request: { params: numbered },
  responses: ok(doneShape, 'Noted.'),
});

const retryLetter = createRoute({
  method: 'post',
  path: '/api/dead-letters/{id}/retry',
  tags,
  summary: 'Read once more what a dead letter stands for: the item alone, or the days in which it is',
  ...write,
  request: { params: numbered },
  responses: begun(retryShape, 'Begun. What comes through closes its letter.'),
});

const noteLetter = createRoute({
  method: 'delete',
  path: '/api/dead-letters/{id}',
  tags,
  summary: 'Throw a dead letter away',
  ...write,
  request: { params: numbered },
  responses: ok(doneShape, 'Thrown away.'),
});

/** What the other side refuses says nothing of whoever asks here: as 401 or 403 it would tell an admin that they are signed out. */
function asOther(error: unknown): never {
  const isRefusal = error instanceof AppError && (error.code === 'unauthorized' || error.code === 'forbidden');
  throw isRefusal ? new AppError('invalid', error.message, error) : error;
}

export function sourceWorkRoutes({ db, clock, sources }: AppDeps) {
  const note = (c: AppContext, action: string, subject: string, details: Record<string, unknown> = {}) =>
    saveAudit(db, { at: clock(), ...actorOf(c), action, subject, details });
  return openRouter()
    .openapi(addSource, async (c) => {
      const { id, label, connector, settings, intervalMinutes, readFrom } = c.req.valid('json');
      await sources.add({ id, label, connector, settings, intervalMs: intervalMinutes * minute, readFrom: Date.parse(readFrom) });
      await note(c, 'source_added', id, { connector });
      return c.json(done, 201);
    })
    .openapi(testSource, async (c) => {
      const { connector, settings, source } = c.req.valid('json');
      const { found, warnings } = await sources.test(connector, settings, source).catch(asOther);
      return c.json({ found, what: readFound(found), warnings: [...warnings] }, 200);
    })
    .openapi(changeSource, async (c) => {
      const { id } = c.req.valid('param');
      const { intervalMinutes, ...change } = c.req.valid('json');
      await sources.change(id, { ...change, ...(intervalMinutes === undefined ? {} : { intervalMs: intervalMinutes * minute }) });
      await note(c, 'source_changed', id, { fields: [...Object.keys(c.req.valid('json'))] });
      return c.json(done, 200);
    })
    .openapi(runSource, async (c) => {
      const { id } = c.req.valid('param');
      const { window } = c.req.valid('json');
      await sources.begin(id, window === null ? null : { from: Date.parse(window.from), to: Date.parse(window.to) });
      await note(c, 'source_read', id, window === null ? {} : { window });
      return c.json(done, 202);
    })
    .openapi(resetSource, async (c) => {
      const { id } = c.req.valid('param');
      await sources.reset(id);
      await note(c, 'source_reset', id);
      return c.json(done, 200);
    })
    .openapi(dropSource, async (c) => {
      const { id } = c.req.valid('param');
      const { conversations } = await removeSource(db, id);
      await note(c, 'source_removed', id, { conversations });
      return c.json({ removedConversations: conversations }, 200);
    })
    .openapi(noteGap, async (c) => {
      const { id } = c.req.valid('param');
      await closeGap(db, id, clock());
      await note(c, 'gap_noted', String(id));
      return c.json(done, 200);
    })
    .openapi(retryLetter, async (c) => {
      const { id } = c.req.valid('param');
      const read = await sources.retry(id);
      await note(c, 'dead_letter_retried', String(id), { read });
      return c.json({ read }, 202);
    })
    .openapi(noteLetter, async (c) => {
      const { id } = c.req.valid('param');
      await removeDeadLetter(db, id);
      await note(c, 'dead_letter_thrown_away', String(id));
      return c.json(done, 200);
    });
}
