// Exports: the rows behind a number as a file, streamed, as many as the number says.
import { createRoute, z } from '@hono/zod-openapi';
import { getMetric } from '#api/metrics/index.ts';
import { saveAudit } from '#db/store/audit.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { exportFormats, exportRows } from '../http/export-rows.ts';
import { permit } from '../http/permission.ts';
import { metricParam, onlyField, questionFields, toPlan } from '../http/question.ts';
import { withComments } from '../http/rating-comments.ts';
import { openRouter } from '../http/route-parts.ts';

const exportMetric = createRoute({
  method: 'get',
  path: '/api/metrics/{id}/export',
  tags: ['metrics'],
  summary: 'The rows behind a number as CSV or JSON lines',
  ...permit('export:read'),
  request: {
    params: metricParam,
    query: z.strictObject({ ...questionFields, ...onlyField, format: z.enum(exportFormats).default('csv') }),
  },
  responses: { 200: { description: 'The file. Text that a spreadsheet would take for a formula begins with an apostrophe.' } },
});

export const contentTypes = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' } as const;

export function exportRoutes({ db, engine, clock, hold }: AppDeps) {
  return openRouter().openapi(exportMetric, async (c) => {
    const { id } = c.req.valid('param');
    const { format, only, verdict, part, ...question } = c.req.valid('query');
    const { zone } = await getWorkspace(db);
    const plan = toPlan(id, question, { zone, now: clock(), card: getMetric(id).card });
    const pages = exportRows(engine, plan, { format, only, verdict, part, complete: (rows) => withComments(db, id, rows) }, hold);
    // The first piece is made before the status is sent: a question past its deadline still gets an honest error.
    const first = await pages.next();
    await saveAudit(db, {
      at: clock(),
      ...actorOf(c),
      action: 'export',
      subject: `${id}.${format}`,
      details: { question: c.req.url.split('?')[1] ?? '' },
    });
    c.header('Content-Type', contentTypes[format]);
    c.header('Content-Disposition', `attachment; filename="${id}.${format}"`);
    return c.body(toStream(first, pages));
  });
}

/** The pieces of a file as a stream; the first has been made already. */
export function toStream(first: IteratorResult<string, void>, rest: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string, void> | null = first;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const piece = next ?? (await rest.next());
      next = null;
      if (piece.done === true) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    cancel: async () => {
      await rest.return();
    },
  });
}
