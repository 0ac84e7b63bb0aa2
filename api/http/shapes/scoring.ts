// JSON of scoring: the taxonomy in force, what scores now, how much was scored by others, and the runs that score anew.
import { z } from '@hono/zod-openapi';
import { instantText } from './scalars.ts';

const counted = z.number().int();
const names = z.object({ zh: z.string(), en: z.string(), fr: z.string(), de: z.string() });
const entry = z.object({ id: z.string(), names });

export const taxonomyShape = z
  .object({
    id: z.string(),
    version: counted.openapi({ description: 'Counts what was applied here; 0: the shipped taxonomy, never changed.' }),
    isShipped: z.boolean(),
    groups: z.array(entry),
    leaves: z.array(entry.extend({ definitions: names })),
    former: z.array(entry).openapi({ description: 'Names of earlier categories, which conversations may still carry.' }),
  })
  .openapi('Taxonomy');

const runShape = z.object({
  id: counted,
  startedAt: instantText,
  finishedAt: instantText.nullable(),
  state: z.enum(['running', 'done', 'failed', 'open']).openapi({
    description:
      '`open`: not at its end, and not running in this server: stopped, or running elsewhere. The next one goes on from its place.',
  }),
  conversations: counted,
  changed: counted,
  total: counted.nullable(),
  reason: z.string().nullable(),
});

export const scoringShape = z
  .object({
    scorers: z.array(z.object({ id: z.string(), version: z.string() })),
    conversations: counted,
    older: counted.openapi({ description: 'Conversations that an older version of some scorer judged, or none.' }),
    versions: z.array(z.object({ scorer: z.string().nullable(), conversations: counted })),
    isRunning: z.boolean(),
    runs: z.array(runShape),
    taxonomies: z.array(
      z.object({
        version: counted,
        id: z.string(),
        isShipped: z.boolean(),
        leaves: counted,
        appliedAt: instantText,
        appliedBy: z.string(),
      }),
    ),
  })
  .openapi('Scoring');

export const scoringRunInput = z
  .strictObject({ all: z.boolean().default(false).openapi({ description: 'Also what the scorers of now have judged.' }) })
  .openapi('ScoringRun');
