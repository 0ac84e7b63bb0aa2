// What reviews come to: criteria beside the pre-score, calibration sessions, and the result that several settle on.
import { createRoute, z } from '@hono/zod-openapi';
import { leans, openAgreements, proposedMarks } from '#api/quality/calibration.ts';
import { readQualityReport } from '#api/quality/read-report.ts';
import { AppError } from '#db/model/errors.ts';
import { findAnnotatorNames } from '#db/store/annotations.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findTitles } from '#db/store/conversations.ts';
import { findRoundReplies } from '#db/store/quality-list.ts';
import { saveAgreed } from '#db/store/quality-reviews.ts';
import { getRound } from '#db/store/quality-rounds.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { isAllowed, permit } from '../http/permission.ts';
import { toTermsJson } from '../http/quality-json.ts';
import { filterFields, rangeFields, toFilters } from '../http/question.ts';
import { toRange } from '../http/range.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { agreedInput, calibrationShape, qualityReportShape } from '../http/shapes/quality.ts';
import { roundParam } from './quality-rounds.ts';

const tags = ['quality'];

const readReport = createRoute({
  method: 'get',
  path: '/api/quality/report',
  tags: ['metrics'],
  summary: 'Reviews by criterion, beside the pre-score and how far that can be trusted',
  ...permit('metrics:read'),
  request: { query: z.strictObject({ ...rangeFields, ...filterFields }) },
  responses: ok(qualityReportShape, 'Over the same replies as `quality-score` by arrival.'),
});

const readCalibration = createRoute({
  method: 'get',
  path: '/api/quality/rounds/{id}/calibration',
  tags,
  summary: 'How far the reviewers of a calibration agree, and which way each of them leans',
  ...permit('annotations:write'),
  request: { params: roundParam },
  responses: ok(calibrationShape, 'After the session is closed, for everybody; before, for nobody.'),
});

const agree = createRoute({
  method: 'put',
  path: '/api/quality/tasks/{id}/agreed',
  tags,
  summary: 'Record what the reviewers of a reply settled on: from now on this is its result',
  ...permit('annotations:manage'),
  request: { params: roundParam, body: jsonBody(agreedInput) },
  responses: ok(doneShape, 'Recorded; what each of them said stays.'),
});

export function qualityFigureRoutes({ db, clock }: AppDeps) {
  const agreementOf = openAgreements();
  const isLead = (c: AppContext) => isAllowed(c, 'annotations:manage');
  return openRouter()
    .openapi(readReport, async (c) => {
      const { from, to, zone, ...filters } = c.req.valid('query');
      const asOf = clock();
      const range = toRange(from, to, zone ?? (await getWorkspace(db)).zone, asOf);
      const { terms, criteria, ...report } = await readQualityReport(db, { filters: toFilters(filters), range, asOf });
      return c.json({ ...report, terms: toTermsJson(terms), criteria: [...criteria] }, 200);
    })
    .openapi(readCalibration, async (c) => {
      const round = await getRound(db, c.req.valid('param').id);
      if (round.kind !== 'calibration') throw new AppError('conflict', 'this round is no calibration: each reply has one reviewer');
      if (round.state !== 'closed')
        throw new AppError('conflict', 'close the session first: whoever still reviews must not know of the others');
      const found = await findRoundReplies(db, round.id);
      const you = actorOf(c).actor;
      const reviewers = found.flatMap(({ reviews }) => reviews.map(({ reviewer }) => reviewer));
      const [accounts, titles] = await Promise.all([
        findAnnotatorNames(db, reviewers),
        findTitles(
          db,
          found.map(({ conversationId }) => conversationId),
        ),
      ]);
      const order = [...new Set(reviewers)].toSorted();
      const nameOf = (reviewer: string) =>
        isLead(c) || reviewer === you ? (accounts.get(reviewer) ?? reviewer) : `#${order.indexOf(reviewer) + 1}`;
      const { id, name, state, isDemo } = round;
      return c.json(
        {
          round: { id, name, state, isDemo, reviewers: round.reviewers },
          criteria: agreementOf(found),
          leans: leans(found).map(({ reviewer, ...lean }) => ({ name: nameOf(reviewer), isYou: reviewer === you, ...lean })),
          replies: found.map((task) => ({
            taskId: task.id,
            conversationId: String(task.conversationId),
            message: task.message,
            title: titles.get(task.conversationId) ?? '',
            reviews: task.reviews.map(({ reviewer, marks, score }) => ({ name: nameOf(reviewer), marks, score })),
            proposed: proposedMarks(task),
            agreed: task.decidedAt === null ? null : task.marks,
            score: task.decidedAt === null ? null : task.score,
          })),
        },
        200,
      );
    })
    .openapi(agree, async (c) => {
      const { id } = c.req.valid('param');
      const { marks } = c.req.valid('json');
      await saveAgreed(db, { taskId: id, marks, by: actorOf(c).actor, now: clock() });
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'quality_agreed', subject: String(id), details: { marks } });
      return c.json({ done: true } as const, 200);
    });
}
