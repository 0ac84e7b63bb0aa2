// The lead's routes: draw a campaign, change or close it, and add gold.
import { createRoute, z } from '@hono/zod-openapi';
import { changeCampaign, findCampaigns, getCampaign, saveCampaign, saveGold } from '#db/store/annotation-campaigns.ts';
import { saveAudit } from '#db/store/audit.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { checkLabel } from '../http/annotation-labels.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { exportAnnotations } from '../http/export-annotations.ts';
import { exportFormats } from '../http/export-rows.ts';
import { permit } from '../http/permission.ts';
import { toFilters } from '../http/question.ts';
import { toRange } from '../http/range.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { campaignChangeInput, campaignCreatedShape, campaignInput, fieldInput, goldInput } from '../http/shapes/annotations.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { campaignParam } from './annotation-queue.ts';
import { contentTypes, toStream } from './exports.ts';

const tags = ['annotation'];
const manage = permit('annotations:manage');

const create = createRoute({
  method: 'post',
  path: '/api/annotation-campaigns',
  tags,
  summary: 'Draw a campaign: whom, how many, how much of it by doubt, how much twice',
  ...manage,
  request: { body: jsonBody(campaignInput) },
  responses: created(campaignCreatedShape, 'Drawn; the sample does not change any more.'),
});

const change = createRoute({
  method: 'patch',
  path: '/api/annotation-campaigns/{id}',
  tags,
  summary: 'Change the name, the guideline, or whether it is open',
  ...manage,
  request: { params: campaignParam, body: jsonBody(campaignChangeInput) },
  responses: ok(doneShape, 'Changed.'),
});

const addGold = createRoute({
  method: 'post',
  path: '/api/annotation-campaigns/{id}/gold',
  tags,
  summary: 'Put a conversation whose label is known into the queue of everybody',
  ...manage,
  request: { params: campaignParam, body: jsonBody(goldInput) },
  responses: created(doneShape, 'Added.'),
});

const download = createRoute({
  method: 'get',
  path: '/api/annotations/export',
  tags,
  summary: 'Everything that people said, as CSV or JSON lines',
  ...manage,
  request: {
    query: z.strictObject({
      format: z.enum(exportFormats).default('csv'),
      field: fieldInput.optional(),
      campaign: z.coerce.number().int().min(1).max(1e15).optional(),
    }),
  },
  responses: { 200: { description: 'The file, latest first.' } },
});

export function annotationCampaignRoutes({ db, clock, scoring, randomToken }: AppDeps) {
  const note = (c: AppContext, action: string, id: number, details: unknown) =>
    saveAudit(db, { at: clock(), ...actorOf(c), action, subject: String(id), details });
  return openRouter()
    .openapi(create, async (c) => {
      const { filters, from, to, name, field, guideline, ...sampling } = c.req.valid('json');
      const { zone } = await getWorkspace(db);
      const range = toRange(from ?? undefined, to ?? undefined, zone, clock());
      const campaign = await saveCampaign(db, {
        name,
        field,
        guideline,
        population: { filters: toFilters(filters), from: range?.from ?? null, to: range?.to ?? null },
        sampling: { ...sampling, seed: randomToken() },
        isDemo: false,
        by: actorOf(c).actor,
        now: clock(),
      });
      const { id, populationSize } = campaign;
      const tasks = (await findCampaigns(db)).find((one) => one.id === id)?.tasks ?? 0;
      await note(c, 'annotation_campaign_added', id, { name, field, tasks, populationSize });
      return c.json({ id, tasks, populationSize }, 201);
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param');
      const { name, guideline, state } = c.req.valid('json');
      const changes = {
        ...(name === undefined ? {} : { name }),
        ...(guideline === undefined ? {} : { guideline }),
        ...(state === undefined ? {} : { state }),
      };
      await changeCampaign(db, id, changes);
      await note(c, 'annotation_campaign_changed', id, { changed: Object.keys(changes), state });
      return c.json({ done: true } as const, 200);
    })
    .openapi(addGold, async (c) => {
      const { id } = c.req.valid('param');
      const { conversationId, label } = c.req.valid('json');
      const { field } = await getCampaign(db, id);
      await checkLabel(scoring, field, label);
      await saveGold(db, { campaignId: id, conversationId: Number(conversationId), label });
      await note(c, 'annotation_gold_added', id, { conversationId, label });
      return c.json({ done: true } as const, 201);
    })
    .openapi(download, async (c) => {
      const { format, field, campaign } = c.req.valid('query');
      const pieces = exportAnnotations(db, { format, field, campaignId: campaign });
      const first = await pieces.next();
      await note(c, 'export', campaign ?? 0, { what: 'annotations', format, field: field ?? null });
      c.header('Content-Type', contentTypes[format]);
      c.header('Content-Disposition', `attachment; filename="annotations.${format}"`);
      return c.body(toStream(first, pieces));
    });
}
