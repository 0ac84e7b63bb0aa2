// JSON of annotation: campaigns, queues, answers and edits.
import { z } from '@hono/zod-openapi';
import { annotationFields, campaignStates, guidelineLanguages, stratumDimensions } from '#db/model/annotation.ts';
import { actors } from '#db/model/conversation.ts';
import { filterFields } from '../question.ts';
import { dayOrNullInput, instantText, lineInput } from './scalars.ts';

const counted = z.number().int();
const share = z.number().min(0).max(1);
const text = z.string().trim().max(4000);
export const fieldInput = z.enum(annotationFields);
const guideline = z.strictObject({ zh: text.optional(), en: text.optional(), fr: text.optional(), de: text.optional() });
const filterText = z.record(z.string(), z.array(z.string()).readonly()).readonly();

export const campaignShape = z
  .object({
    id: counted,
    name: z.string(),
    field: fieldInput,
    guideline: z.partialRecord(z.enum(guidelineLanguages), z.string()),
    filters: filterText,
    from: instantText.nullable(),
    to: instantText.nullable(),
    size: counted,
    uncertainShare: share,
    strata: z.array(z.enum(stratumDimensions)).readonly(),
    overlapShare: share,
    populationSize: counted.openapi({ description: 'Conversations it was drawn from.' }),
    state: z.enum(campaignStates),
    isDemo: z.boolean(),
    createdAt: instantText,
    tasks: counted,
    done: counted.openapi({ description: 'Tasks that have all labels they want.' }),
    gold: counted,
    left: counted.openapi({ description: 'Tasks that you could still be given.' }),
    mine: counted.openapi({ description: 'Tasks that you have said something of.' }),
  })
  .openapi('AnnotationCampaign');
export const campaignsShape = z.object({ campaigns: z.array(campaignShape) }).openapi('AnnotationCampaigns');

export const campaignInput = z
  .strictObject({
    name: lineInput(120),
    field: fieldInput,
    guideline: guideline.default({}),
    filters: z.strictObject(filterFields).default({}),
    from: dayOrNullInput.default(null),
    to: dayOrNullInput.default(null),
    size: counted.min(1).max(5000),
    uncertainShare: share.default(0.5),
    strata: z.array(z.enum(stratumDimensions)).max(3).default(['language']),
    overlapShare: share.default(0.2),
    gold: counted.min(0).max(200).default(0),
  })
  .openapi('AnnotationCampaignInput');
export const campaignCreatedShape = z.object({ id: counted, tasks: counted, populationSize: counted }).openapi('AnnotationCampaignCreated');

export const campaignChangeInput = z
  .strictObject({ name: lineInput(120).optional(), guideline: guideline.optional(), state: z.enum(campaignStates).optional() })
  .openapi('AnnotationCampaignChange');

const labelInput = z.string().min(1).max(100);
const rowId = z.string().regex(/^\d{1,15}$/, 'must be a number');
export const goldInput = z.strictObject({ conversationId: rowId, label: labelInput }).openapi('AnnotationGold');

export const leaseInput = z
  .strictObject({
    limit: counted.min(1).max(20).default(8),
    except: z.array(counted).max(200).default([]).openapi({ description: 'Tasks whose answers are on their way.' }),
  })
  .openapi('AnnotationLease');

export const queueShape = z
  .object({
    field: fieldInput,
    labels: z.array(z.string()).openapi({ description: 'What may be answered, in the order of the keys.' }),
    left: counted,
    mine: counted,
    items: z.array(
      z.object({
        taskId: counted,
        conversationId: z.string(),
        channel: z.string(),
        language: z.string(),
        source: z.string(),
        subject: z.string().nullable(),
        arrivedAt: instantText.nullable(),
        messages: z.array(
          z.object({
            id: z.string(),
            at: instantText.nullable(),
            actor: z.enum(actors),
            language: z.string(),
            body: z.string(),
            redactions: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .openapi('AnnotationQueue', { description: 'Says nothing of what the machine thinks: that comes with the answer.' });

const clientKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/, 'a random key of 16 to 64 letters and digits')
  .openapi({ description: 'Made by the sender. What is sent twice under one key is kept once.' });
const comment = z.string().trim().max(1000).nullable().default(null);

export const answerInput = z
  .strictObject({
    clientKey,
    taskId: counted.min(1),
    label: labelInput.nullable().openapi({ description: 'Null: skipped.' }),
    isFlagged: z.boolean().default(false),
    comment,
    tookMs: counted.min(0).max(86_400_000).nullable().default(null),
  })
  .openapi('AnnotationAnswerInput');

export const answerShape = z
  .object({
    label: z.string().nullable(),
    machine: z.object({
      label: z.string().nullable(),
      confidence: share.nullable(),
      words: z.array(z.string()).openapi({ description: 'Words that carried the label, strongest first.' }),
    }),
    gold: z.string().nullable().openapi({ description: 'The known label, where this was a test.' }),
  })
  .openapi('AnnotationAnswer');

export const undoInput = z.strictObject({ clientKey }).openapi('AnnotationUndo');

export const editInput = z
  .strictObject({
    clientKey,
    field: fieldInput,
    label: labelInput.nullable().openapi({ description: "Null: no label by people any more; the machine's stands alone." }),
    comment,
  })
  .openapi('AnnotationEdit');

const peopleLabel = z.object({ label: z.string(), from: z.enum(['adjudicated', 'edited', 'annotated']), by: z.string(), at: instantText });
export const peopleLabelsShape = z
  .object({
    labels: z.object({ sentiment: peopleLabel.optional(), category: peopleLabel.optional(), harm: peopleLabel.optional() }),
    choices: z.object({ sentiment: z.array(z.string()), category: z.array(z.string()), harm: z.array(z.string()) }),
  })
  .openapi('PeopleLabels');
