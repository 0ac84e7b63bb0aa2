// Dimensions: the filter values that occur, with how many conversations have each.
import { createRoute } from '@hono/zod-openapi';
import { findIssueLabels } from '#db/store/issues.ts';
import { findSources } from '#db/store/sources.ts';
import type { AppDeps } from '../http/app-env.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { dimensionsShape } from '../http/shapes/metric.ts';

const listDimensions = createRoute({
  method: 'get',
  path: '/api/dimensions',
  tags: ['metrics'],
  summary: 'What can be filtered by, most frequent value first',
  ...permit('metrics:read'),
  responses: ok(dimensionsShape, 'Every dimension with its values.'),
});

type Value = { readonly value: string; readonly n: number };

export function dimensionRoutes({ db, engine }: AppDeps) {
  return openRouter().openapi(listDimensions, async (c) => {
    const [values, sources, issues] = await Promise.all([engine.values(), findSources(db), findIssueLabels(db)]);
    const labels = new Map(sources.map((source) => [source.id, source.label]));
    const plain = (list: readonly Value[]) => list.map(({ value, n }) => ({ value, n, label: null }));
    const dimensions = {
      channel: plain(values.channel),
      category: plain(values.category),
      language: plain(values.language),
      team: plain(values.team),
      source: values.source.map(({ value, n }) => ({ value, n, label: labels.get(value) ?? null })),
      agent: plain(values.agent),
      country: plain(values.country),
      sentiment: plain(values.sentiment),
      urgency: plain(values.urgency),
      risk: plain(values.risk),
      complaint: plain(values.complaint),
      issue: values.issue.map(({ value, n }) => ({ value, n, label: issues.get(value) ?? null })),
    };
    return c.json({ dimensions }, 200);
  });
}
