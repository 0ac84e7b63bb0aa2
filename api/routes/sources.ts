// Sources: where conversations come from, how it goes, and what could not be read.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import type { KeyRecord } from '#db/model/push.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { findJobRuns } from '#db/store/job-runs.ts';
import { findConnections } from '#db/store/source-connections.ts';
import { findGaps } from '#db/store/source-gaps.ts';
import { findSourceKeys } from '#db/store/source-keys.ts';
import type { AppDeps } from '../http/app-env.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { connectorsShape, sourceDetailShape, sourcesShape } from '../http/shapes/sources.ts';
import { toSourcesJson, whyOf } from '../http/source-json.ts';
import { toIso, toIsoOrNull } from '../http/to-iso.ts';

const tags = ['running'];
const params = z.strictObject({ id: z.string().min(1).max(64) });

const listConnectors = createRoute({
  method: 'get',
  path: '/api/connectors',
  tags,
  summary: 'What can be read, with which rights and settings',
  ...permit('sources:read'),
  responses: ok(connectorsShape, 'All connectors.'),
});

const listSources = createRoute({
  method: 'get',
  path: '/api/sources',
  tags,
  summary: 'Sources with their counts, their state and what could not be read',
  ...permit('sources:read'),
  responses: ok(sourcesShape, 'All sources.'),
});

const getSource = createRoute({
  method: 'get',
  path: '/api/sources/{id}',
  tags,
  summary: 'One source with its settings (never its secrets), gaps, runs and dead letters',
  ...permit('sources:read'),
  request: { params },
  responses: ok(sourceDetailShape, 'The source.'),
});

const mostShown = 100;
const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);

async function readDetail(deps: AppDeps, id: string) {
  const { db } = deps;
  const source = (await toSourcesJson(deps)).find((candidate) => candidate.id === id);
  if (source === undefined) throw new AppError('not_found', 'no such source');
  const [connections, gaps, runs, letters, keys] = await Promise.all([
    findConnections(db),
    findGaps(db, id),
    findJobRuns(db, { sourceId: id, limit: 30 }),
    findDeadLetters(db, { sourceId: id, limit: mostShown }),
    findSourceKeys(db, id),
  ]);
  const connection = connections.find(({ sourceId }) => sourceId === id);
  return {
    source,
    settings: z.record(z.string(), plain).parse(connection?.settings ?? {}),
    secretsSet: (connection?.secrets ?? null) !== null,
    gaps: gaps.map((gap) => ({
      id: gap.id,
      from: toIsoOrNull(gap.fromAt),
      to: toIsoOrNull(gap.toAt),
      reason: gap.reason,
      why: whyOf(gap.reason),
      seenAt: toIso(gap.seenAt),
    })),
    runs: runs.map(({ sourceId: _source, place: _place, startedAt, finishedAt, ...run }) => ({
      ...run,
      why: whyOf(run.reason),
      startedAt: toIso(startedAt),
      finishedAt: toIsoOrNull(finishedAt),
    })),
    deadLetters: letters.map(({ id: letter, item, stage, reason, firstAt, lastAt, attempts }) => ({
      id: letter,
      item,
      stage,
      reason,
      why: whyOf(reason),
      firstAt: toIso(firstAt),
      lastAt: toIso(lastAt),
      attempts,
    })),
    keys: keys.map(toKeyJson),
  };
}

function toKeyJson({ id, use, label, hint, createdAt, lastUsedAt, revokedAt }: KeyRecord) {
  return { id, use, label, hint, createdAt: toIso(createdAt), lastUsedAt: toIsoOrNull(lastUsedAt), revokedAt: toIsoOrNull(revokedAt) };
}

export function sourceRoutes(deps: AppDeps) {
  return openRouter()
    .openapi(listConnectors, (c) =>
      c.json(
        {
          connectors: deps.sources.connectors().map((form) => ({
            ...form,
            gives: form.gives ?? 'conversations',
            provenBy: [...form.provenBy],
            fields: form.fields.map((field) => ({ ...field, choices: [...field.choices] })),
          })),
        },
        200,
      ),
    )
    .openapi(listSources, async (c) => c.json({ sources: await toSourcesJson(deps) }, 200))
    .openapi(getSource, async (c) => c.json(await readDetail(deps, c.req.valid('param').id), 200));
}
