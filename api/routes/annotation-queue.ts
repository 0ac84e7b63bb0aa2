// The annotator's routes: campaigns with work in them, tasks lent to one person, answers, and taking one back.
import { createRoute, z } from '@hono/zod-openapi';
import { findCampaigns, getCampaign } from '#db/store/annotation-campaigns.ts';
import { countOpenTasks, endLeases, leaseTasks } from '#db/store/annotation-queue.ts';
import { getTask, saveAnswer, undoAnnotation } from '#db/store/annotations.ts';
import { getConversation } from '#db/store/conversations.ts';
import { findSources } from '#db/store/sources.ts';
import { toMachine, toQueueItem } from '../http/annotation-item.ts';
import { checkLabel, findLabels } from '../http/annotation-labels.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { answerInput, answerShape, campaignsShape, leaseInput, queueShape, undoInput } from '../http/shapes/annotations.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { toIso, toIsoOrNull } from '../http/to-iso.ts';

const tags = ['annotation'];
const write = permit('annotations:write');
export const campaignParam = z.strictObject({ id: z.coerce.number().int().min(1).max(1e15) });

const listCampaigns = createRoute({
  method: 'get',
  path: '/api/annotation-campaigns',
  tags,
  summary: 'Campaigns, how far each is, and what is left in it for you',
  ...write,
  responses: ok(campaignsShape, 'Newest first.'),
});

const lease = createRoute({
  method: 'post',
  path: '/api/annotation-campaigns/{id}/leases',
  tags,
  summary: 'The next tasks, lent to you for a quarter of an hour; asking again renews them',
  ...write,
  request: { params: campaignParam, body: jsonBody(leaseInput) },
  responses: ok(queueShape, 'Tasks in their order; none where nothing is left for you.'),
});

const leave = createRoute({
  method: 'delete',
  path: '/api/annotation-campaigns/{id}/leases',
  tags,
  summary: 'Give back what was lent to you',
  ...write,
  request: { params: campaignParam },
  responses: ok(doneShape, 'Others may be given these tasks now.'),
});

const answer = createRoute({
  method: 'post',
  path: '/api/annotations',
  tags,
  summary: 'Label or skip a task; sent twice it is kept once',
  ...write,
  request: { body: jsonBody(answerInput) },
  responses: ok(answerShape, "Stored. Now the machine's label is told as well."),
});

const undo = createRoute({
  method: 'post',
  path: '/api/annotations/undo',
  tags,
  summary: 'Take back an answer or an edit of yours; it stays on record and counts no more',
  ...write,
  request: { body: jsonBody(undoInput) },
  responses: ok(doneShape, 'Taken back.'),
});

export function annotationQueueRoutes(deps: AppDeps) {
  const { db, clock, scoring } = deps;
  return openRouter()
    .openapi(listCampaigns, async (c) => {
      const { actor } = actorOf(c);
      const found = await findCampaigns(db);
      const campaigns = await Promise.all(
        found.map(async ({ population, sampling, createdBy: _, createdAt, ...campaign }) => ({
          ...campaign,
          filters: Object.fromEntries(Object.entries(population.filters).map(([name, values]) => [name, values ?? []])),
          from: toIsoOrNull(population.from),
          to: toIsoOrNull(population.to),
          size: sampling.size,
          uncertainShare: sampling.uncertainShare,
          strata: sampling.strata,
          overlapShare: sampling.overlapShare,
          createdAt: toIso(createdAt),
          ...(await countOpenTasks(db, campaign.id, actor)),
        })),
      );
      return c.json({ campaigns }, 200);
    })
    .openapi(lease, async (c) => {
      const { id } = c.req.valid('param');
      const { actor } = actorOf(c);
      const { field } = await getCampaign(db, id);
      const tasks = await leaseTasks(db, { campaignId: id, annotator: actor, ...c.req.valid('json'), now: clock() });
      const labels = new Map((await findSources(db)).map((source) => [source.id, source.label]));
      const items = await Promise.all(
        tasks.map(async ({ taskId, conversationId }) => {
          const one = await getConversation(db, conversationId);
          return toQueueItem(taskId, one, labels.get(one.sourceId) ?? one.sourceId);
        }),
      );
      const counts = await countOpenTasks(db, id, actor);
      return c.json({ field, labels: [...(await findLabels(scoring, field))], ...counts, items }, 200);
    })
    .openapi(leave, async (c) => {
      await endLeases(db, c.req.valid('param').id, actorOf(c).actor);
      return c.json({ done: true } as const, 200);
    })
    .openapi(answer, async (c) => {
      const { comment, ...input } = c.req.valid('json');
      const { field } = await getTask(db, input.taskId);
      await checkLabel(scoring, field, input.label);
      const redacted = comment === null || comment === '' ? null : await scoring.redact(comment);
      // Who said what and when stands in the annotation itself, which is never overwritten: a second record of it would say no more.
      const { annotation, gold } = await saveAnswer(db, { ...input, comment: redacted, annotator: actorOf(c).actor, now: clock() });
      const machine = toMachine(await getConversation(db, annotation.conversationId), field);
      return c.json({ label: annotation.label, machine, gold: annotation.label === null ? null : gold }, 200);
    })
    .openapi(undo, async (c) => {
      await undoAnnotation(db, { ...c.req.valid('json'), annotator: actorOf(c).actor, now: clock() });
      return c.json({ done: true } as const, 200);
    });
}
