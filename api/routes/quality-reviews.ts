// Reviews of replies: give one, change your own, list them.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { prescore } from '#db/quality/prescore.ts';
import { saveAudit } from '#db/store/audit.ts';
import { getConversation } from '#db/store/conversations.ts';
import { findReviewList, type ReviewItem } from '#db/store/quality-list.ts';
import { changeReview, getReviewTask, type Review, saveReview } from '#db/store/quality-reviews.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { exportReviews } from '../http/export-reviews.ts';
import { exportFormats } from '../http/export-rows.ts';
import { isAllowed, permit } from '../http/permission.ts';
import { changedMarks, toReviewsJson } from '../http/quality-json.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { reviewChangeInput, reviewInput, reviewShape, reviewsShape } from '../http/shapes/quality.ts';
import { contentTypes, toStream } from './exports.ts';
import { roundParam } from './quality-rounds.ts';

const tags = ['quality'];
const write = permit('annotations:write');

const give = createRoute({
  method: 'post',
  path: '/api/quality/reviews',
  tags,
  summary: 'Review a reply; sent twice it is kept once',
  ...write,
  request: { body: jsonBody(reviewInput) },
  responses: created(reviewShape, 'Stored. Now the pre-score is told as well.'),
});

const change = createRoute({
  method: 'patch',
  path: '/api/quality/reviews/{id}',
  tags,
  summary: 'Change a review of yours; it is scored by the weights it was scored under before',
  ...write,
  request: { params: roundParam, body: jsonBody(reviewChangeInput) },
  responses: ok(reviewShape, 'As it stands now.'),
});

const download = createRoute({
  method: 'get',
  path: '/api/quality/reviews/export',
  tags,
  summary: 'All reviews as CSV or JSON lines, with the probability of each draw; without the names of whoever wrote the replies',
  ...permit('annotations:manage'),
  request: {
    query: z.strictObject({
      format: z.enum(exportFormats).default('csv'),
      round: z.coerce.number().int().min(1).max(1e15).optional(),
    }),
  },
  responses: { 200: { description: 'The file, latest first.' } },
});

const list = createRoute({
  method: 'get',
  path: '/api/quality/reviews',
  tags,
  summary: 'Reviews, newest first: your own, and those of everybody for whoever leads',
  ...write,
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      before: z.coerce.number().int().min(1).max(1e15).optional(),
      conversation: z.coerce.number().int().min(1).max(1e15).optional(),
    }),
  },
  responses: ok(reviewsShape, 'One page; `next` goes on from it.'),
});

export function qualityReviewRoutes({ db, clock, scoring }: AppDeps) {
  const redacted = async (note: string | null) => (note === null || note === '' ? null : await scoring.redact(note));
  const audit = (c: AppContext, action: string, review: Review, details: object) =>
    saveAudit(db, {
      at: clock(),
      ...actorOf(c),
      action,
      subject: String(review.id),
      details: { taskId: review.taskId, score: review.score, outcome: review.outcome, ...details },
    });
  const isLead = (c: AppContext) => isAllowed(c, 'annotations:manage');
  const told = async (c: AppContext, items: readonly ReviewItem[]) =>
    await toReviewsJson(db, items, { you: actorOf(c).actor, showsNames: isLead(c) });
  const one = async (c: AppContext, review: Review) => {
    const { id: _, wanted: _wanted, ...task } = await getReviewTask(db, review.taskId);
    const [json] = await told(c, [{ ...task, ...review }]);
    if (json === undefined) throw new AppError('internal', 'the review was stored and is not there');
    return json;
  };
  return openRouter()
    .openapi(give, async (c) => {
      const { note, ...input } = c.req.valid('json');
      const task = await getReviewTask(db, input.taskId);
      const auto = prescore(await getConversation(db, task.conversationId), task.message, clock());
      if (auto === null) throw new AppError('conflict', 'this reply is gone, or no longer answers a customer');
      const review = await saveReview(db, { ...input, auto, note: await redacted(note), reviewer: actorOf(c).actor, now: clock() });
      await audit(c, 'quality_reviewed', review, {});
      return c.json(await one(c, review), 201);
    })
    .openapi(change, async (c) => {
      const { marks, note } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const input = { id, marks, note: await redacted(note), reviewer: actorOf(c).actor, now: clock() };
      const { before, after } = await changeReview(db, input);
      await audit(c, 'quality_review_changed', after, { changed: changedMarks(before.marks, after.marks), before: before.score });
      return c.json(await one(c, after), 200);
    })
    .openapi(list, async (c) => {
      const { limit, before, conversation } = c.req.valid('query');
      const found = await findReviewList(db, {
        limit,
        beforeId: before,
        conversationId: conversation,
        blindFor: actorOf(c).actor,
        reviewer: isLead(c) ? undefined : actorOf(c).actor,
      });
      const last = found.at(-1);
      return c.json({ reviews: await told(c, found), next: found.length < limit || last === undefined ? null : last.id }, 200);
    })
    .openapi(download, async (c) => {
      const { format, round } = c.req.valid('query');
      const pieces = exportReviews(db, { format, roundId: round, blindFor: actorOf(c).actor });
      const first = await pieces.next();
      const details = { what: 'reviews', format };
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'export', subject: String(round ?? 0), details });
      c.header('Content-Type', contentTypes[format]);
      c.header('Content-Disposition', `attachment; filename="reviews.${format}"`);
      return c.body(toStream(first, pieces));
    });
}
