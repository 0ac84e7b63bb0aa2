// Scoring: the categories and their names, what scores now, and scoring stored messages anew.
import { createRoute } from '@hono/zod-openapi';
import { saveAudit } from '#db/store/audit.ts';
import { findJobRuns, type JobRun } from '#db/store/job-runs.ts';
import { findRescoring } from '#db/store/rescore.ts';
import { findScorerTally } from '#db/store/source-tally.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { begun, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { scoringRunInput, scoringShape, taxonomyShape } from '../http/shapes/scoring.ts';
import { toIso, toIsoOrNull } from '../http/to-iso.ts';

const tags = ['running'];

const getTaxonomy = createRoute({
  method: 'get',
  path: '/api/taxonomy',
  tags: ['metrics'],
  summary: 'The categories with their names and definitions',
  ...permit('metrics:read'),
  responses: ok(taxonomyShape, 'The taxonomy in force.'),
});

const getScoring = createRoute({
  method: 'get',
  path: '/api/scoring',
  tags,
  summary: 'What scores now, how many conversations were scored by older versions, and the runs that score anew',
  ...permit('settings:read'),
  responses: ok(scoringShape, 'The state of scoring.'),
});

const beginScoring = createRoute({
  method: 'post',
  path: '/api/scoring/runs',
  tags,
  summary: 'Score stored messages anew with the scorers of now; a run that was stopped goes on',
  ...permit('sources:write'),
  request: { body: jsonBody(scoringRunInput) },
  responses: begun(doneShape, 'Begun. Ask for the state of scoring to see how far it is.'),
});

const mostRuns = 10;

/** `sentiment@2 category@wallet-1-x` as a list. */
function toScorers(version: string) {
  return version.split(' ').map((one) => ({ id: one.slice(0, one.indexOf('@')), version: one.slice(one.indexOf('@') + 1) }));
}

async function readScoring({ db, scoring }: AppDeps) {
  const [version, versions, runs, place, taxonomies] = await Promise.all([
    scoring.version(),
    findScorerTally(db),
    findJobRuns(db, { kind: 'rescore', limit: mostRuns }),
    findRescoring(db),
    scoring.taxonomies(),
  ]);
  const isRunning = scoring.isRunning();
  const toRun = ({ id, startedAt, finishedAt, state, fetched, updated, reason }: JobRun) => ({
    id,
    startedAt: toIso(startedAt),
    finishedAt: toIsoOrNull(finishedAt),
    state: place?.runId === id ? (isRunning ? ('running' as const) : ('open' as const)) : state,
    conversations: fetched,
    changed: updated,
    total: place?.runId === id ? place.total : null,
    reason,
  });
  const sum = (rows: typeof versions) => rows.reduce((total, { conversations }) => total + conversations, 0);
  return {
    scorers: toScorers(version),
    conversations: sum(versions),
    older: sum(versions.filter(({ scorer }) => scorer !== version)),
    versions,
    isRunning,
    runs: runs.map(toRun),
    taxonomies: taxonomies.map(({ appliedAt, ...one }) => ({ ...one, appliedAt: toIso(appliedAt) })),
  };
}

export function scoringRoutes(deps: AppDeps) {
  const { db, clock, scoring } = deps;
  return openRouter()
    .openapi(getTaxonomy, async (c) => {
      const { groups, leaves, former, ...card } = await scoring.taxonomy();
      return c.json({ ...card, groups: [...groups], leaves: [...leaves], former: [...former] }, 200);
    })
    .openapi(getScoring, async (c) => c.json(await readScoring(deps), 200))
    .openapi(beginScoring, async (c) => {
      const { all } = c.req.valid('json');
      await scoring.begin({ isAll: all });
      const details = { scorer: await scoring.version(), isAll: all };
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'rescoring_begun', subject: 'scores', details });
      return c.json({ done: true as const }, 202);
    });
}
