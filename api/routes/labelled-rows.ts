// The conversations behind figures of accuracy: those of live accuracy, and those that a taught version was measured on.
import { createRoute } from '@hono/zod-openapi';
import { doublesOf, latestLabelAt } from '#api/annotations/agreement.ts';
import type { Sampled } from '#api/annotations/sampled.ts';
import { tasksBehind } from '#api/annotations/tasks-behind.ts';
import { machineLabel } from '#api/annotations/truth.ts';
import { type LabelShares, labelShares } from '#db/facts/label-shares.ts';
import { AppError } from '#db/model/errors.ts';
import type { SampledTask } from '#db/store/annotation-sample.ts';
import { findTitles } from '#db/store/conversations.ts';
import { getLearnedModel } from '#db/store/learned-models.ts';
import { findSources } from '#db/store/sources.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { permit } from '../http/permission.ts';
import { dayOf } from '../http/range.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import {
  accuracyRowsQuery,
  accuracyRowsShape,
  agreementRowsQuery,
  heldOutRowsQuery,
  heldOutRowsShape,
} from '../http/shapes/labelled-rows.ts';

const tags = ['annotation'];
const read = permit('conversations:read');

const readAccuracyRows = createRoute({
  method: 'get',
  path: '/api/annotation-accuracy/rows',
  tags,
  summary: 'The labelled conversations behind a figure of live accuracy, as many as it counts',
  ...read,
  request: { query: accuracyRowsQuery },
  responses: ok(accuracyRowsShape, 'In the order in which they were drawn.'),
});

const readHeldOutRows = createRoute({
  method: 'get',
  path: '/api/learning/held-out',
  tags,
  summary: 'The held-out conversations that a taught version was measured on, with what old and new said of each',
  ...read,
  request: { query: heldOutRowsQuery },
  responses: ok(heldOutRowsShape, 'By number of the conversation.'),
});

const readAgreementRows = createRoute({
  method: 'get',
  path: '/api/annotation-agreement/rows',
  tags,
  summary: 'The conversations behind a figure of agreement: those that two people labelled on their own',
  // Whoever may still be asked for a label of their own must not see those of others.
  ...permit('annotations:manage'),
  request: { query: agreementRowsQuery },
  responses: ok(accuracyRowsShape, 'In the order in which they were drawn.'),
});

const sharesOf = (truth: Iterable<readonly [string, number]>) => [...truth].map(([label, share]) => ({ label, share }));

type Shown = { readonly task: SampledTask; readonly truth: LabelShares; readonly machine: string | null };

export function labelledRowRoutes({ db }: AppDeps, sampled: Sampled) {
  const toRows = async (shown: readonly Shown[]) => {
    const ids = shown.map(({ task }) => task.conversationId);
    const [titles, sources] = await Promise.all([findTitles(db, ids), findSources(db)]);
    const labelOf = new Map(sources.map(({ id, label }) => [id, label]));
    return shown.map(({ task, truth, machine }) => ({
      conversationId: String(task.conversationId),
      title: titles.get(task.conversationId) ?? '',
      language: task.language,
      source: labelOf.get(task.source) ?? task.source,
      people: sharesOf(truth),
      machine,
    }));
  };
  return openRouter()
    .openapi(readAccuracyRows, async (c) => {
      const { field, campaign, silent, limit, offset, ...part } = c.req.valid('query');
      const isSilent = silent === undefined ? {} : { isSilent: silent === 'true' };
      const found = tasksBehind(await sampled.tasks(field, campaign ?? null), { ...part, ...isSilent });
      return c.json({ n: found.length, rows: await toRows(found.slice(offset, offset + limit)) }, 200);
    })
    .openapi(readAgreementRows, async (c) => {
      const { field, campaign, language, month, limit, offset } = c.req.valid('query');
      const [tasks, { zone }] = await Promise.all([sampled.tasks(field, campaign ?? null), getWorkspace(db)]);
      const found = doublesOf(tasks).filter(
        (task) =>
          (language === undefined || task.language === language) &&
          (month === undefined || dayOf(latestLabelAt(task), zone).startsWith(month)),
      );
      const shown = found.slice(offset, offset + limit);
      // What they said on their own, whatever was settled later: that is what alpha counts.
      const rows = shown.map((task) => ({ task, truth: labelShares({ ...task, adjudicated: null }), machine: machineLabel(task) }));
      return c.json({ n: found.length, rows: await toRows(rows) }, 200);
    })
    .openapi(readHeldOutRows, async (c) => {
      const { field, version, language, limit, offset } = c.req.valid('query');
      const { trials } = (await getLearnedModel(db, field, version)).figures;
      if (trials === undefined)
        throw new AppError('not_found', `version ${version} was taught before the conversations behind its figures were kept`);
      const found = trials.filter((trial) => language === undefined || trial.language === language);
      const shown = found.slice(offset, offset + limit);
      const titles = await findTitles(
        db,
        shown.map(({ conversationId }) => conversationId),
      );
      const rows = shown.map(({ conversationId, truth, ...trial }) => ({
        conversationId: String(conversationId),
        title: titles.get(conversationId) ?? '',
        people: sharesOf(truth),
        ...trial,
      }));
      return c.json({ n: found.length, rows }, 200);
    });
}
