// Sources: where conversations come from, and how much came.
import { createRoute } from '@hono/zod-openapi';
import { count, isNull } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { findSources } from '#db/store/sources.ts';
import type { AppDeps } from '../http/app-env.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { sourcesShape } from '../http/shapes/operations.ts';
import { toIsoOrNull } from '../http/to-iso.ts';

const listSources = createRoute({
  method: 'get',
  path: '/api/sources',
  tags: ['running'],
  summary: 'Sources with their counts and what could not be read',
  ...permit('sources:read'),
  responses: ok(sourcesShape, 'All sources.'),
});

/** Letters that wait for somebody, by source. */
async function countDeadLetters({ query, tables: { deadLetter } }: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await query
    .select({ sourceId: deadLetter.sourceId, n: count() })
    .from(deadLetter)
    .where(isNull(deadLetter.resolvedAt))
    .groupBy(deadLetter.sourceId);
  return new Map(rows.map(({ sourceId, n }) => [sourceId, n]));
}

export function sourceRoutes({ db }: AppDeps) {
  return openRouter().openapi(listSources, async (c) => {
    const [sources, letters] = await Promise.all([findSources(db), countDeadLetters(db)]);
    const shown = sources.map(({ id, label, kind, isDemo, conversations, lastMessageAt }) => ({
      id,
      label,
      kind,
      isDemo,
      conversations,
      lastMessageAt: toIsoOrNull(lastMessageAt),
      deadLetters: letters.get(id) ?? 0,
    }));
    return c.json({ sources: shown }, 200);
  });
}
