// What annotations tell: how far people agree, what is to be settled, how right the machine is, and what its cards say.
import { createRoute, z } from '@hono/zod-openapi';
import { agreementBy, agreementOf, disputesOf, goldScores, latestLabelAt } from '#api/annotations/agreement.ts';
import type { Sampled } from '#api/annotations/sampled.ts';
import { findCampaigns } from '#db/store/annotation-campaigns.ts';
import { saveAdjudication } from '#db/store/annotation-sample.ts';
import { findAnnotatorNames, getTask } from '#db/store/annotations.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findTitles } from '#db/store/conversations.ts';
import { findSources } from '#db/store/sources.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { toAccuracyJson } from '../http/accuracy-json.ts';
import { checkLabel, findLabels } from '../http/annotation-labels.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { isAllowed, permit } from '../http/permission.ts';
import { dayOf } from '../http/range.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import {
  accuracyShape,
  adjudicationInput,
  agreementShape,
  disputesShape,
  fieldQuery,
  modelsShape,
} from '../http/shapes/annotation-figures.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { toIso } from '../http/to-iso.ts';

const tags = ['annotation'];
const manage = permit('annotations:manage');
/** Nobody settles more at one sitting; the next ones come when these are done. */
const mostDisputes = 50;

const readAgreement = createRoute({
  method: 'get',
  path: '/api/annotation-agreement',
  tags,
  summary: "How far people agree: Krippendorff's alpha by language and month, and gold",
  ...permit('annotations:write'),
  request: { query: fieldQuery },
  responses: ok(agreementShape, 'Over tasks that two people labelled on their own.'),
});

const readDisputes = createRoute({
  method: 'get',
  path: '/api/annotation-disputes',
  tags,
  summary: 'What people see differently, or have marked, and nobody has settled; oldest first',
  ...manage,
  request: { query: fieldQuery },
  responses: ok(disputesShape, `At most ${mostDisputes} at a time.`),
});

const adjudicate = createRoute({
  method: 'put',
  path: '/api/annotation-tasks/{id}/adjudication',
  tags,
  summary: 'Settle a task: from now on this is its label',
  ...manage,
  request: { params: z.strictObject({ id: z.coerce.number().int().min(1).max(1e15) }), body: jsonBody(adjudicationInput) },
  responses: ok(doneShape, 'Settled; what people said stays on record.'),
});

const readAccuracy = createRoute({
  method: 'get',
  path: '/api/annotation-accuracy',
  tags: ['metrics'],
  summary: "How right the machine's labels are now, by what people said of a weighted sample",
  ...permit('metrics:read'),
  request: { query: fieldQuery },
  responses: ok(accuracyShape, 'Weighted by the probability with which each task was drawn.'),
});

const readModels = createRoute({
  method: 'get',
  path: '/api/models',
  tags: ['metrics'],
  summary: 'The cards of the shipped models',
  ...permit('metrics:read'),
  responses: ok(modelsShape, 'One card a model.'),
});

export function annotationFigureRoutes({ db, clock, scoring }: AppDeps, sampled: Sampled) {
  const isLead = (c: AppContext) => isAllowed(c, 'annotations:manage');
  return openRouter()
    .openapi(readAgreement, async (c) => {
      const { field, campaign } = c.req.valid('query');
      const [order, { zone }] = await Promise.all([findLabels(scoring, field), getWorkspace(db)]);
      const asked = { field, campaignId: campaign ?? null };
      const found = await sampled.derived('agreement', asked, (tasks) => ({
        overall: agreementOf(tasks, field, order),
        languages: agreementBy(tasks, { field, order, keyOf: ({ language }) => language }),
        months: agreementBy(tasks, { field, order, keyOf: (task) => dayOf(latestLabelAt(task), zone).slice(0, 7) }).toSorted((a, b) =>
          a.key < b.key ? -1 : 1,
        ),
        scores: goldScores(tasks),
        disputes: disputesOf(tasks).length,
      }));
      const you = actorOf(c).actor;
      const scores = found.scores.filter(({ annotator }) => isLead(c) || annotator === you);
      const names = await findAnnotatorNames(
        db,
        scores.map(({ annotator }) => annotator),
      );
      const gold = scores.map(({ annotator, ...score }) => ({
        name: names.get(annotator) ?? annotator,
        isYou: annotator === you,
        ...score,
      }));
      const { overall, languages, months } = found;
      return c.json({ field, overall, languages, months, gold, disputes: isLead(c) ? found.disputes : null }, 200);
    })
    .openapi(readDisputes, async (c) => {
      const { field, campaign } = c.req.valid('query');
      const found = disputesOf(await sampled.tasks(field, campaign ?? null));
      const shown = found.slice(0, mostDisputes);
      const [names, titles, labels] = await Promise.all([
        findAnnotatorNames(
          db,
          shown.flatMap((task) => task.labels.map(({ annotator }) => annotator)),
        ),
        findTitles(
          db,
          shown.map(({ conversationId }) => conversationId),
        ),
        findLabels(scoring, field),
      ]);
      const disputes = shown.map(({ taskId, campaignId, conversationId, language, isFlagged, comments, machine, labels: given }) => ({
        taskId,
        campaignId,
        conversationId: String(conversationId),
        title: titles.get(conversationId) ?? '',
        language,
        labels: given.map(({ annotator, label, at }) => ({ name: names.get(annotator) ?? annotator, label, at: toIso(at) })),
        isFlagged,
        comments: [...comments],
        machine,
      }));
      return c.json({ n: found.length, labels: [...labels], disputes }, 200);
    })
    .openapi(adjudicate, async (c) => {
      const { id } = c.req.valid('param');
      const { label } = c.req.valid('json');
      const { field } = await getTask(db, id);
      await checkLabel(scoring, field, label);
      await saveAdjudication(db, { taskId: id, label, by: actorOf(c).actor, now: clock() });
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'annotation_settled', subject: String(id), details: { field, label } });
      return c.json({ done: true } as const, 200);
    })
    .openapi(readAccuracy, async (c) => {
      const { field, campaign } = c.req.valid('query');
      const [labels, sources, campaigns] = await Promise.all([findLabels(scoring, field), findSources(db), findCampaigns(db)]);
      const names = new Map(sources.map(({ id, label }) => [id, label]));
      const asked = { field, campaignId: campaign ?? null };
      const found = await sampled.derived('accuracy', asked, (tasks) => ({
        json: toAccuracyJson(tasks, { field, labels, sources: names }),
        campaigns: [...new Set(tasks.map(({ campaignId }) => campaignId))],
      }));
      const isDemo = found.campaigns.length > 0 && found.campaigns.every((id) => campaigns.find((one) => one.id === id)?.isDemo === true);
      return c.json({ ...found.json, campaigns: found.campaigns.length, isDemo }, 200);
    })
    .openapi(readModels, async (c) => c.json({ cards: (await scoring.cards()).map((card) => ({ ...card })) }, 200));
}
