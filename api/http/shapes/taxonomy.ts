// JSON of changing the taxonomy: what is in force in full, its versions, the draft with its differences, trials and orders.
import { z } from '@hono/zod-openapi';
import { instantText } from './scalars.ts';

const counted = z.number().int();
const names = z.object({ zh: z.string(), en: z.string(), fr: z.string(), de: z.string() });
const entry = z.object({ id: z.string(), names });
const spoken = z.record(z.string(), z.array(z.string()));

const documentShape = z
  .object({
    id: z.string(),
    version: counted,
    groups: z.array(entry),
    leaves: z.array(entry.extend({ definitions: names, keywords: spoken, examples: spoken })),
  })
  .openapi('TaxonomyDocument');

const diffShape = z.object({
  added: z.array(entry),
  removed: z.array(entry),
  moved: z.array(z.object({ was: entry, becomes: entry })),
  renamed: z.array(z.object({ id: z.string(), was: names, becomes: names })),
  changed: z.array(
    z.object({
      id: z.string(),
      names,
      hasNewDefinition: z.boolean(),
      keywordsAdded: z.array(z.string()),
      keywordsRemoved: z.array(z.string()),
      examplesAdded: counted,
      examplesRemoved: counted,
    }),
  ),
});

const moveShape = z.object({ was: z.string(), becomes: z.string() });

export const taxonomyStateShape = z
  .object({
    version: counted,
    isShipped: z.boolean(),
    document: documentShape,
    versions: z.array(
      z.object({
        version: counted,
        id: z.string(),
        isShipped: z.boolean(),
        leaves: counted,
        appliedAt: instantText,
        appliedBy: z.string().openapi({ description: 'Name of the person, or the command.' }),
        moves: z.array(moveShape).openapi({ description: 'Where the leaves went that this version took away.' }),
      }),
    ),
    draft: z
      .object({
        document: documentShape,
        isShipped: z.boolean(),
        ofVersion: counted.nullable().openapi({ description: 'The version that it is to bring back; null for one that was written.' }),
        savedAt: instantText,
        savedBy: z.string(),
        diff: diffShape,
        leaving: z
          .array(z.object({ was: entry, becomes: z.string().nullable() }))
          .openapi({ description: 'Every leaf that would go away, with a guess at what it becomes.' }),
      })
      .nullable(),
  })
  .openapi('TaxonomyState');

export const draftInput = z
  .strictObject({ text: z.string().max(1_000_000).openapi({ description: 'A taxonomy as YAML or JSON.' }) })
  .openapi('TaxonomyDraftText');

export const draftSavedShape = z
  .object({
    isSaved: z.boolean(),
    faults: z
      .array(z.object({ line: counted, place: z.string().nullable(), reason: z.string() }))
      .openapi({ description: 'Where there are any, nothing was stored.' }),
  })
  .openapi('TaxonomyDraftSaved');

export const trialShape = z
  .object({
    conversations: counted,
    same: counted,
    without: counted.openapi({ description: 'Those that the draft puts into `other` or nowhere.' }),
    withOwn: counted.openapi({ description: 'Conversations whose source names a category itself; figures go by that.' }),
    moves: z.array(
      z.object({
        from: z.string().nullable(),
        to: z.string().nullable(),
        n: counted,
        quotes: z.array(z.object({ conversationId: z.string(), text: z.string() })),
      }),
    ),
    inherited: counted,
    unseen: z.object({ n: counted, accuracy: z.number() }).nullable(),
  })
  .openapi('TaxonomyTrial');

const label = z.string().min(1).max(200);

export const applyInput = z
  .strictObject({
    basedOn: counted.min(0).openapi({ description: 'The version in force that the draft was compared with.' }),
    savedAt: instantText.openapi({ description: 'When the draft was saved that was looked at.' }),
    moves: z.array(z.strictObject({ was: label, becomes: label })).max(200),
  })
  .openapi('TaxonomyOrder');

export const appliedShape = z.object({ version: counted, id: z.string() }).openapi('TaxonomyApplied');
