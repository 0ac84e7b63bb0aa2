// Metrics: the cards, the answer to a question, and the rows behind it.
import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import type { Sampled } from '#api/annotations/sampled.ts';
import { getMetric, metricCards } from '#api/metrics/index.ts';
import { findTitles } from '#db/store/conversations.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { askWithBehind } from '../http/behind-sources.ts';
import { correctAnswer } from '../http/corrected-answer.ts';
import { permit } from '../http/permission.ts';
import { metricParam, onlyField, pagingFields, questionFields, questionQuery, toPlan } from '../http/question.ts';
import { withComments } from '../http/rating-comments.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { answerShape, cardsShape, rowsShape } from '../http/shapes/metric.ts';

const listCards = createRoute({
  method: 'get',
  path: '/api/metrics',
  tags: ['metrics'],
  summary: 'The card of every metric: unit, formula in words, exclusions, what it can be grouped by',
  ...permit('metrics:read'),
  responses: ok(cardsShape, 'All metric cards.'),
});

const askMetric = createRoute({
  method: 'get',
  path: '/api/metrics/{id}',
  tags: ['metrics'],
  summary: 'The answer to one question, with n, interval, exclusions and freshness',
  ...permit('metrics:read'),
  request: { params: metricParam, query: questionQuery },
  responses: ok(answerShape, 'The answer. Durations are milliseconds; null is "no data" or "not reached", never 0.'),
});

const titleFields = {
  titles: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: 'With `true`, the answer also says what each conversation is about: subject, else the first words.' }),
};

const listRows = createRoute({
  method: 'get',
  path: '/api/metrics/{id}/rows',
  tags: ['metrics'],
  summary: 'The rows behind a number, newest first: exactly n of them',
  ...permit('conversations:read'),
  request: { params: metricParam, query: z.strictObject({ ...questionFields, ...pagingFields, ...onlyField, ...titleFields }) },
  responses: ok(rowsShape, 'One page of rows, and n.'),
});

export function metricRoutes({ db, engine, clock }: AppDeps, sampled: Sampled) {
  const router = openRouter();
  // A browser may keep an answer as long as it asks each time whether it is still true; all else is `no-store`.
  router.use('/api/metrics/:id', etag());
  return router
    .openapi(listCards, (c) => c.json({ metrics: metricCards }, 200))
    .openapi(askMetric, async (c) => {
      const { id } = c.req.valid('param');
      const { zone } = await getWorkspace(db);
      const plan = toPlan(id, c.req.valid('query'), { zone, now: clock(), card: getMetric(id).card });
      const answer = await correctAnswer(sampled, plan, await askWithBehind({ db, engine, clock }, plan, c.req.raw.signal));
      c.header('Cache-Control', 'private, no-cache');
      return c.json(answer, 200);
    })
    .openapi(listRows, async (c) => {
      const { id } = c.req.valid('param');
      const { offset, limit, only, verdict, part, titles, ...question } = c.req.valid('query');
      const { zone } = await getWorkspace(db);
      const plan = toPlan(id, question, { zone, now: clock(), card: getMetric(id).card });
      const found = await engine.rows(plan, { offset, limit, only, verdict, part }, { signal: c.req.raw.signal });
      if (titles === 'false') return c.json(found, 200);
      const known = await findTitles(
        db,
        found.rows.map((row) => Number(row.conversationId)),
      );
      const rows = await withComments(db, id, found.rows);
      return c.json({ ...found, rows, titles: Object.fromEntries([...known].map(([one, title]) => [String(one), title])) }, 200);
    });
}
