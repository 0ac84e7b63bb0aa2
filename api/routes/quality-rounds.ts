// Rounds of review: draw one, close one, and be lent its replies.
import { createRoute, z } from '@hono/zod-openapi';
import { saveAudit } from '#db/store/audit.ts';
import { chooseReply, countReviews, endReviewLeases, leaseReviews } from '#db/store/quality-queue.ts';
import { closeRound, findRounds, saveRound } from '#db/store/quality-rounds.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { toReviewItems } from '../http/quality-json.ts';
import { toFilters } from '../http/question.ts';
import { toRange } from '../http/range.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import {
  chooseInput,
  reviewItemShape,
  reviewLeaseInput,
  reviewQueueShape,
  roundCreatedShape,
  roundInput,
  roundsShape,
} from '../http/shapes/quality.ts';
import { toIso, toIsoOrNull } from '../http/to-iso.ts';

const tags = ['quality'];
const write = permit('annotations:write');
const manage = permit('annotations:manage');
export const roundParam = z.strictObject({ id: z.coerce.number().int().min(1).max(1e15) });

const list = createRoute({
  method: 'get',
  path: '/api/quality/rounds',
  tags,
  summary: 'Rounds of review, how far each is, and what is left in it for you',
  ...write,
  responses: ok(roundsShape, 'Newest first.'),
});

const create = createRoute({
  method: 'post',
  path: '/api/quality/rounds',
  tags,
  summary: 'Draw replies for review, or for a calibration by several reviewers',
  ...manage,
  request: { body: jsonBody(roundInput) },
  responses: created(roundCreatedShape, 'Drawn; the sample does not change any more.'),
});

const close = createRoute({
  method: 'post',
  path: '/api/quality/rounds/{id}/close',
  tags,
  summary: 'End a round for good; its reviews stand',
  ...manage,
  request: { params: roundParam },
  responses: ok(doneShape, 'Closed.'),
});

const lease = createRoute({
  method: 'post',
  path: '/api/quality/rounds/{id}/leases',
  tags,
  summary: 'The next replies, lent to you for half an hour; asking again renews them',
  ...write,
  request: { params: roundParam, body: jsonBody(reviewLeaseInput) },
  responses: ok(reviewQueueShape, 'Replies in their order; none where nothing is left for you.'),
});

const leave = createRoute({
  method: 'delete',
  path: '/api/quality/rounds/{id}/leases',
  tags,
  summary: 'Give back what was lent to you',
  ...write,
  request: { params: roundParam },
  responses: ok(doneShape, 'Others may be given these replies now.'),
});

const choose = createRoute({
  method: 'post',
  path: '/api/quality/replies',
  tags,
  summary: 'Put a reply under review by hand; it is lent to you, and no estimate uses it',
  ...write,
  request: { body: jsonBody(chooseInput) },
  responses: created(reviewItemShape, 'The reply.'),
});

export function qualityRoundRoutes({ db, clock, randomToken }: AppDeps) {
  const note = (c: AppContext, action: string, id: number, details: unknown) =>
    saveAudit(db, { at: clock(), ...actorOf(c), action, subject: String(id), details });
  return openRouter()
    .openapi(list, async (c) => {
      const [found, counts] = await Promise.all([findRounds(db), countReviews(db, actorOf(c).actor)]);
      const rounds = found.map(({ population, sampling, createdBy: _, createdAt, closedAt, ...round }) => ({
        ...round,
        filters: Object.fromEntries(Object.entries(population.filters).map(([name, values]) => [name, values ?? []])),
        from: toIsoOrNull(population.from),
        to: toIsoOrNull(population.to),
        strata: sampling.strata,
        createdAt: toIso(createdAt),
        closedAt: toIsoOrNull(closedAt),
        ...(counts.get(round.id) ?? { left: 0, mine: 0 }),
      }));
      return c.json({ rounds }, 200);
    })
    .openapi(create, async (c) => {
      const { filters, from, to, name, kind, size, strata, reviewers } = c.req.valid('json');
      const { zone } = await getWorkspace(db);
      const range = toRange(from ?? undefined, to ?? undefined, zone, clock());
      const round = await saveRound(db, {
        name,
        kind,
        population: { filters: toFilters(filters), from: range?.from ?? null, to: range?.to ?? null },
        sampling: { size, strata, seed: randomToken() },
        reviewers: kind === 'review' ? 1 : reviewers,
        isDemo: false,
        by: actorOf(c).actor,
        now: clock(),
      });
      const { id, populationSize } = round;
      const tasks = Math.min(size, populationSize);
      await note(c, 'quality_round_added', id, { name, kind, tasks, populationSize });
      return c.json({ id, tasks, populationSize }, 201);
    })
    .openapi(close, async (c) => {
      const { id } = c.req.valid('param');
      await closeRound(db, id, clock());
      await note(c, 'quality_round_closed', id, {});
      return c.json({ done: true } as const, 200);
    })
    .openapi(lease, async (c) => {
      const { id } = c.req.valid('param');
      const { actor } = actorOf(c);
      const tasks = await leaseReviews(db, { roundId: id, reviewer: actor, ...c.req.valid('json'), now: clock() });
      const counts = (await countReviews(db, actor, id)).get(id) ?? { left: 0, mine: 0 };
      return c.json({ ...counts, items: await toReviewItems(db, tasks) }, 200);
    })
    .openapi(leave, async (c) => {
      await endReviewLeases(db, c.req.valid('param').id, actorOf(c).actor);
      return c.json({ done: true } as const, 200);
    })
    .openapi(choose, async (c) => {
      const { conversationId, message } = c.req.valid('json');
      const { actor } = actorOf(c);
      const task = await chooseReply(db, { conversationId: Number(conversationId), message, reviewer: actor, now: clock() });
      await note(c, 'quality_reply_chosen', task.id, { conversationId });
      const [item] = await toReviewItems(db, [task]);
      if (item === undefined) throw new Error('a reply that was chosen is there');
      return c.json(item, 201);
    });
}
