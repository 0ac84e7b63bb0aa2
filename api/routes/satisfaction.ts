// Satisfaction: the report beside the metrics, and the ratings that disagree with what customers wrote, as a list and as a file.
import { createRoute, z } from '@hono/zod-openapi';
import { csat } from '#api/metrics/csat.ts';
import { listComments } from '#api/satisfaction/comment-list.ts';
import { AppError } from '#db/model/errors.ts';
import type { Plan } from '#db/model/metric.ts';
import { saveAudit } from '#db/store/audit.ts';
import type { CommentedRating } from '#db/store/commented-ratings.ts';
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
import { toIso } from '../http/to-iso.ts';

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

const readComments = createRoute({
  method: 'get',
  path: '/api/satisfaction/comments',
  tags: ['metrics'],
  summary: 'What customers wrote with their ratings, newest first',
  ...permit('conversations:read'),
  request: {
    query: z.strictObject({ ...fields, only: onlyField.only, limit: pagingFields.limit, cursor: z.string().max(600).optional() }),
  },
  responses: ok(ratingCommentsShape, 'One page of comments on the `of` ratings of the question.'),
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

function toCommentJson({ conversationId, sourceId, at, ...rest }: CommentedRating) {
  return { conversationId: String(conversationId), source: sourceId, at: toIso(at), ...rest };
}

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
    .openapi(readComments, async (c) => {
      const { only, limit, cursor, ...question } = c.req.valid('query');
      const plan = await planOf(question);
      const { n } = await engine.rows(plan, { offset: 0, limit: 0, only }, { signal: c.req.raw.signal });
      const page = { half: only ?? null, limit, cursor: cursor ?? null };
      const { ratings, nextCursor } = n === 0 ? { ratings: [], nextCursor: null } : await listComments(db, plan, page);
      return c.json({ of: n, rows: ratings.map(toCommentJson), nextCursor }, 200);
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
