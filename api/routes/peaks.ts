// Peaks: when more customers came than chance explains, and what stands beside it.
import { createRoute, z } from '@hono/zod-openapi';
import { answerPeak, answerPeaks } from '#api/forecast/answers.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { peakQuery, peaksQuery, toModelQuestion, toPeaksQuestion } from '../http/model-question.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { peakShape, peaksShape } from '../http/shapes/forecast.ts';
import { instantInput } from '../http/shapes/scalars.ts';

const listPeaks = createRoute({
  method: 'get',
  path: '/api/peaks',
  tags: ['metrics'],
  summary: 'Peaks of arrivals that chance does not explain, latest first',
  ...permit('metrics:read'),
  request: { query: peaksQuery },
  responses: ok(peaksShape, 'Peaks that touch the range, with the excess over the usual and the events beside them.'),
});

const getPeak = createRoute({
  method: 'get',
  path: '/api/peaks/{id}',
  tags: ['metrics'],
  summary: 'One peak: which categories, languages and channels grew, and how its customers fared',
  ...permit('metrics:read'),
  request: { params: z.strictObject({ id: instantInput }), query: peakQuery },
  responses: ok(peakShape, 'The peak beside the four weeks before it. No cause is claimed.'),
});

export function peakRoutes({ db, engine, modeller, clock }: AppDeps) {
  const parts = { db, engine, modeller, clock };
  return openRouter()
    .openapi(listPeaks, async (c) => {
      const { zone } = await getWorkspace(db);
      const question = toPeaksQuestion(c.req.valid('query'), { zone, now: clock(), signal: c.req.raw.signal });
      return c.json(await answerPeaks(parts, question), 200);
    })
    .openapi(getPeak, async (c) => {
      const { zone } = await getWorkspace(db);
      const question = toModelQuestion(c.req.valid('query'), { zone, now: clock(), signal: c.req.raw.signal });
      return c.json(await answerPeak(parts, question, Date.parse(c.req.valid('param').id)), 200);
    });
}
