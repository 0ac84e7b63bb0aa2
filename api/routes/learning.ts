// Learning: models taught with the labels of people, old against new, put in force and back.
import { createRoute } from '@hono/zod-openapi';
import type { Sampled } from '#api/annotations/sampled.ts';
import type { TaughtField } from '#db/model/learning.ts';
import { findAnnotatorNames } from '#db/store/annotations.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findLearnedModels, findModelChoices, getLiveVersion } from '#db/store/learned-models.ts';
import { findScorerTally } from '#db/store/source-tally.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { begun, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { learningQuery, learningRunInput, learningShape, modelChoiceInput } from '../http/shapes/learning.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { toIso } from '../http/to-iso.ts';

const tags = ['annotation'];
const manage = permit('annotations:manage');

const readLearning = createRoute({
  method: 'get',
  path: '/api/learning',
  tags,
  summary: 'Models taught with the labels of people: versions with old against new, what was in force when, the run of now',
  ...permit('metrics:read'),
  request: { query: learningQuery },
  responses: ok(learningShape, 'The state of learning of a field.'),
});

const beginLearning = createRoute({
  method: 'post',
  path: '/api/learning/runs',
  tags,
  summary: 'Teach a model with the labels of people, in the background; in force by itself only where it is clearly better',
  ...manage,
  request: { body: jsonBody(learningRunInput) },
  responses: begun(doneShape, 'Begun. Ask for the state of learning to see how far it is.'),
});

const stopLearning = createRoute({
  method: 'delete',
  path: '/api/learning/runs',
  tags,
  summary: 'Stop the model that is being taught; nothing of it is kept',
  ...manage,
  responses: ok(doneShape, 'Stopped, or nothing was running.'),
});

const chooseModel = createRoute({
  method: 'put',
  path: '/api/learning/in-force',
  tags,
  summary: 'Put a version in force, or the shipped model, for what comes in from now on',
  ...manage,
  request: { body: jsonBody(modelChoiceInput) },
  responses: ok(doneShape, 'In force. Stored conversations keep their scores until they are scored anew.'),
});

/** The version of a field's model below what was learned, out of the versions of all scorers. */
function baseOf(scorer: string, field: TaughtField): string {
  const own = scorer.split(' ').find((one) => one.startsWith(`${field}@`)) ?? '';
  return own.slice(field.length + 1).replace(/\+r\d+$/, '');
}

async function readState({ db, scoring, learning }: AppDeps, sampled: Sampled, field: TaughtField) {
  const [scorer, inForce, models, choices, tally, tasks] = await Promise.all([
    scoring.version(),
    getLiveVersion(db, field),
    findLearnedModels(db, field),
    findModelChoices(db, field),
    findScorerTally(db),
    sampled.tasks(field),
  ]);
  const names = await findAnnotatorNames(db, [...models.map(({ trainedBy }) => trainedBy), ...choices.map(({ by }) => by)]);
  const base = baseOf(scorer, field);
  const count = (rows: typeof tally) => rows.reduce((sum, { conversations }) => sum + conversations, 0);
  const [running, last] = [learning.running(), learning.last(field)];
  const versions = models.map(({ field: _, trainedAt, trainedBy, figures: { trials, ...figures }, ...model }) => ({
    ...model,
    figures: { ...figures, hasTrials: trials !== undefined },
    fits: model.baseVersion === base,
    trainedAt: toIso(trainedAt),
    trainedBy: names.get(trainedBy) ?? trainedBy,
  }));
  return {
    field,
    inForce,
    fits: inForce === 0 || versions.some(({ version, fits }) => version === inForce && fits),
    base,
    labelled: new Set(tasks.flatMap(({ labels, conversationId }) => (labels.length > 0 ? [conversationId] : []))).size,
    needs: learning.needs,
    older: count(tally.filter((row) => row.scorer !== scorer)),
    conversations: count(tally),
    versions,
    history: choices.map(({ version, reason, at, by }) => ({ version, reason, at: toIso(at), by: names.get(by) ?? by })),
    running: running === null ? null : { ...running, startedAt: toIso(running.startedAt) },
    last: last === null ? null : { ...last, at: toIso(last.at) },
  };
}

export function learningRoutes(deps: AppDeps, sampled: Sampled) {
  const { db, clock, learning } = deps;
  return openRouter()
    .openapi(readLearning, async (c) => c.json(await readState(deps, sampled, c.req.valid('query').field), 200))
    .openapi(beginLearning, async (c) => {
      const { field, goLive } = c.req.valid('json');
      learning.begin({ field, goLive: goLive ? 'better' : 'never', by: actorOf(c) });
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'teaching_begun', subject: field, details: { goLive } });
      return c.json({ done: true as const }, 202);
    })
    .openapi(stopLearning, async (c) => {
      const running = learning.running();
      learning.stop();
      if (running !== null)
        await saveAudit(db, { at: clock(), ...actorOf(c), action: 'teaching_stopped', subject: running.field, details: {} });
      return c.json({ done: true as const }, 200);
    })
    .openapi(chooseModel, async (c) => {
      await learning.choose({ ...c.req.valid('json'), by: actorOf(c) });
      return c.json({ done: true as const }, 200);
    });
}
