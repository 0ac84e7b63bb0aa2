// Satisfaction: the report beside the metrics, and the ratings that disagree with what customers wrote, as a list and as a file.
import { createRoute, z } from '@hono/zod-openapi';
import { csat } from '#api/metrics/csat.ts';
import { AppError } from '#db/model/errors.ts';
import type { Plan } from '#db/model/metric.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findTitles } from '#db/store/conversations.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { askWithBehind } from '../http/behind-sources.ts';
import { toCsvLine } from '../http/csv-cell.ts';
import { exportColumns } from '../http/export-rows.ts';
import { permit } from '../http/permission.ts';
import { onlyField, pagingFields, type Question, questionFields, toPlan } from '../http/question.ts';
import { withComments } from '../http/rating-comments.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { disagreementRowsShape, ratingCommentsShape, satisfactionShape, sideInput } from '../http/shapes/satisfaction.ts';

const { groupBy: _groups, compare: _compare, clock: _clock, ...fields } = questionFields;
const reportQuery = z.strictObject(fields);

const readReport = createRoute({
  method: 'get',
  path: '/api/satisfaction',
  tags: ['metrics'],
  summary: 'Satisfaction beside its metrics: weighted for silence, by wait, what goes together with it, shift of mood',
  ...permit('metrics:read'),
  request: { query: reportQuery },
  responses: ok(satisfactionShape, 'The report. Shares are 0 to 1, moods -1 to 1; null is "no data", never 0.'),
});

const listSide = createRoute({
  method: 'get',
  path: '/api/satisfaction/disagreements',
  tags: ['metrics'],
  summary: 'Ratings that disagree with the last words of the customer, newest first: as many as the report counts',
  ...permit('conversations:read'),
  request: { query: z.strictObject({ ...fields, ...pagingFields, side: sideInput }) },
  responses: ok(disagreementRowsShape, 'One page of ratings, and n.'),
});

const listComments = createRoute({
  method: 'get',
  path: '/api/satisfaction/comments',
  tags: ['metrics'],
  summary: 'What customers wrote with their ratings, newest first',
  ...permit('conversations:read'),
  request: { query: z.strictObject({ ...fields, ...pagingFields, ...onlyField }) },
  responses: ok(ratingCommentsShape, 'One page of comments; n of them among the newest `looked` of `of` ratings.'),
});

const exportSide = createRoute({
  method: 'get',
  path: '/api/satisfaction/disagreements/export',
  tags: ['metrics'],
  summary: 'The same ratings as CSV',
  ...permit('export:read'),
  request: { query: z.strictObject({ ...fields, side: sideInput }) },
  responses: { 200: { description: 'The file. Text that a spreadsheet would take for a formula begins with an apostrophe.' } },
});

const pageSize = 5_000;
/** Of a long range the newest ratings: whoever reads comments reads no more. */
const mostLooked = 5_000;

export function satisfactionRoutes({ db, engine, clock, hold }: AppDeps) {
  const planOf = async (question: Question): Promise<Plan> => {
    const { zone } = await getWorkspace(db);
    return toPlan('csat', question, { zone, now: clock(), card: csat.card });
  };
  return openRouter()
    .openapi(readReport, async (c) => {
      const plan = await planOf(c.req.valid('query'));
      const signal = c.req.raw.signal;
      const report = await engine.satisfaction(plan, { signal });
      // The same sources feed the rating itself, which knows whether they are behind.
      const { freshness } = await askWithBehind({ db, engine, clock }, plan, signal);
      return c.json({ ...report, freshness: { ...report.freshness, behind: freshness.behind } }, 200);
    })
    .openapi(listSide, async (c) => {
      const { side, offset, limit, ...question } = c.req.valid('query');
      const found = await engine.disagreements(await planOf(question), side, { offset, limit }, { signal: c.req.raw.signal });
      const ids = found.rows.map((row) => Number(row.conversationId));
      const titles = Object.fromEntries([...(await findTitles(db, ids))].map(([id, title]) => [String(id), title]));
      return c.json({ ...found, rows: await withComments(db, 'csat', found.rows), titles }, 200);
    })
    .openapi(listComments, async (c) => {
      const { only, offset, limit, ...question } = c.req.valid('query');
      const plan = await planOf(question);
      const found = await engine.rows(plan, { offset: 0, limit: mostLooked, only }, { signal: c.req.raw.signal });
      const written = (await withComments(db, 'csat', found.rows)).flatMap(({ comment, ...row }) =>
        comment === undefined ? [] : [{ ...row, comment }],
      );
      return c.json(
        { n: written.length, of: found.n, looked: found.rows.length, offset, rows: written.slice(offset, offset + limit) },
        200,
      );
    })
    .openapi(exportSide, async (c) => {
      const { side, ...question } = c.req.valid('query');
      const plan = await planOf(question);
      const names = [...exportColumns, 'closing'] as const;
      const letGo = hold.take();
      const lines = [`\uFEFF${toCsvLine(names)}`];
      try {
        for (let offset = 0, n = 1; offset < n; offset += pageSize) {
          const page = await engine.disagreements(plan, side, { offset, limit: pageSize });
          if (offset > 0 && page.n !== n) throw new AppError('conflict', 'the store changed during the export; run it again');
          n = page.n;
          for (const row of await withComments(db, 'csat', page.rows)) lines.push(toCsvLine(names.map((name) => row[name] ?? null)));
        }
      } finally {
        letGo();
      }
      const details = { question: c.req.url.split('?')[1] ?? '' };
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'export', subject: `disagreements-${side}.csv`, details });
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="disagreements-${side}.csv"`);
      return c.body(lines.join(''));
    });
}
