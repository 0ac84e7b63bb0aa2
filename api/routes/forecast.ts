// The forecast of arrivals, with the back-test that says how far to trust it.
import { createRoute } from '@hono/zod-openapi';
import { answerForecast } from '#api/forecast/answers.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { forecastQuery, toModelQuestion } from '../http/model-question.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { forecastShape } from '../http/shapes/forecast.ts';

const askForecast = createRoute({
  method: 'get',
  path: '/api/forecast',
  tags: ['metrics'],
  summary: 'Arrivals of the next two weeks by hour or day, with 80 % and 95 % intervals and a rolling back-test',
  ...permit('metrics:read'),
  request: { query: forecastQuery },
  responses: ok(forecastShape, 'The forecast; `uses` says where the seasonal naive forecast was the better one and is given instead.'),
});

export function forecastRoutes({ db, engine, modeller, clock }: AppDeps) {
  return openRouter().openapi(askForecast, async (c) => {
    const { zone } = await getWorkspace(db);
    const question = toModelQuestion(c.req.valid('query'), { zone, now: clock(), signal: c.req.raw.signal });
    return c.json(await answerForecast({ db, engine, modeller, clock }, question), 200);
  });
}
