// Complaints: the list with both clocks, the ladder, the proof of a claim that nobody replies, and what a person says of it.
import { createRoute, z } from '@hono/zod-openapi';
import { getMetric } from '#api/metrics/index.ts';
import { AppError } from '#db/model/errors.ts';
import { saveAudit } from '#db/store/audit.ts';
import { saveComplaintReview } from '#db/store/complaint-reviews.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { complaintLadder, complaintList, complaintProof } from '../http/complaint-json.ts';
import { permit } from '../http/permission.ts';
import { onlyField, pagingFields, questionFields, toPlan } from '../http/question.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { complaintListShape, complaintLists, ladderShape, proofShape, reviewInput } from '../http/shapes/complaints.ts';
import { doneShape } from '../http/shapes/operations.ts';

const tags = ['complaints'];
const params = z.strictObject({ id: z.string().regex(/^\d{1,15}$/, 'must be the id of a conversation') });

export const complaintQuery = z.strictObject({
  ...questionFields,
  ...pagingFields,
  ...onlyField,
  metric: z.enum(complaintLists).default('complaints').openapi({ description: 'The list is the rows of this metric.' }),
});

const list = createRoute({
  method: 'get',
  path: '/api/complaints',
  tags,
  summary: 'Complaints behind a figure, with both clocks, the way up the ladder and the verdict on their claim',
  ...permit('conversations:read'),
  request: { query: complaintQuery },
  responses: ok(complaintListShape, 'One page; `n` is that of the metric.'),
});

const ladder = createRoute({
  method: 'get',
  path: '/api/complaints/ladder',
  tags,
  summary: 'How many stand on each rung, how many climbed there, and how long it took them',
  ...permit('metrics:read'),
  request: { query: z.strictObject(questionFields) },
  responses: ok(ladderShape, 'The ladder of the range.'),
});

const proof = createRoute({
  method: 'get',
  path: '/api/complaints/{id}',
  tags,
  summary: 'One complaint with the conversations of its customer, their waits, and what each says of the claim',
  ...permit('conversations:read'),
  request: { params },
  responses: ok(proofShape, 'The proof.'),
});

const review = createRoute({
  method: 'post',
  path: '/api/complaints/{id}/reviews',
  tags,
  summary: "Confirm or change the rung, or the verdict on a claim; the machine's stays beside it",
  ...permit('annotations:write'),
  request: { params, body: jsonBody(reviewInput) },
  responses: ok(doneShape, 'Kept, and counted from now on.'),
});

export function complaintRoutes({ db, engine, clock, scoring }: AppDeps) {
  return openRouter()
    .openapi(list, async (c) => {
      const { metric, offset, limit, only, verdict, part, ...question } = c.req.valid('query');
      const { zone } = await getWorkspace(db);
      const plan = toPlan(metric, question, { zone, now: clock(), card: getMetric(metric).card });
      return c.json(await complaintList({ db, engine }, plan, { offset, limit, only, verdict, part }), 200);
    })
    .openapi(ladder, async (c) => {
      const { zone } = await getWorkspace(db);
      const card = getMetric('complaint-climbs').card;
      const plan = toPlan('complaint-climbs', c.req.valid('query'), { zone, now: clock(), card });
      return c.json(await complaintLadder({ db, engine }, plan), 200);
    })
    .openapi(proof, async (c) => {
      const { id } = c.req.valid('param');
      const found = await complaintProof(db, Number(id), clock());
      if (found === null) throw new AppError('not_found', `conversation ${id} is no complaint`);
      return c.json(found, 200);
    })
    .openapi(review, async (c) => {
      const conversationId = Number(c.req.valid('param').id);
      const { note, ...said } = c.req.valid('json');
      const redacted = note === null || note === '' ? null : await scoring.redact(note);
      const at = clock();
      await saveComplaintReview(db, { ...said, conversationId, by: actorOf(c).actor, at, note: redacted });
      const details = { kind: said.kind, value: said.value };
      await saveAudit(db, { at, ...actorOf(c), action: 'complaint_reviewed', subject: String(conversationId), details });
      return c.json({ done: true } as const, 200);
    });
}
