// JSON of what annotations tell: agreement, gold, disputes, live accuracy, model cards.
import { z } from '@hono/zod-openapi';
import { fieldInput } from './annotations.ts';
import { instantText } from './scalars.ts';

const counted = z.number().int();
const interval = z.tuple([z.number(), z.number()]).readonly();
const share = z
  .object({ value: z.number(), interval, n: counted })
  .nullable()
  .openapi('AnnotationShare', { description: 'With its 95 % interval and the labelled tasks it rests on.' });

export const fieldQuery = z.strictObject({ field: fieldInput.default('sentiment'), campaign: z.coerce.number().int().min(1).optional() });

const agreement = {
  units: counted.openapi({ description: 'Tasks with two labels or more.' }),
  labels: counted,
  alpha: z.number().nullable().openapi({ description: "Krippendorff's; null where nothing can be compared." }),
  interval: interval.nullable(),
};

export const agreementShape = z
  .object({
    field: fieldInput,
    overall: z.object(agreement),
    languages: z.array(z.object({ key: z.string(), ...agreement })),
    months: z.array(z.object({ key: z.string(), ...agreement })).openapi({ description: 'By the month of the last label, oldest first.' }),
    gold: z
      .array(z.object({ name: z.string(), isYou: z.boolean(), n: counted, right: counted, interval: interval.nullable() }))
      .openapi({ description: 'Your own; of everybody for those who lead.' }),
    disputes: counted.nullable().openapi({ description: 'What waits to be settled; for those who lead.' }),
  })
  .openapi('AnnotationAgreement');

export const disputesShape = z
  .object({
    n: counted,
    labels: z.array(z.string()),
    disputes: z.array(
      z.object({
        taskId: counted,
        campaignId: counted,
        conversationId: z.string(),
        title: z.string(),
        language: z.string(),
        labels: z.array(z.object({ name: z.string(), label: z.string(), at: instantText })),
        isFlagged: z.boolean(),
        comments: z.array(z.string()),
        machine: z.string().nullable(),
      }),
    ),
  })
  .openapi('AnnotationDisputes');

export const adjudicationInput = z.strictObject({ label: z.string().min(1).max(100) }).openapi('Adjudication');

const accuracy = {
  n: counted,
  skipped: counted,
  accuracy: share,
  coverage: share,
  labels: z.array(z.object({ label: z.string(), precision: share, recall: share, f1: share })),
  confusion: z.array(z.object({ machine: z.string().nullable(), people: z.string(), share: z.number(), n: counted })),
};

export const accuracyShape = z
  .object({
    field: fieldInput,
    taught: counted.openapi({ description: 'Labelled tasks that taught the model that judged them, and are left out here.' }),
    overall: z.object(accuracy),
    languages: z.array(z.object({ key: z.string(), ...accuracy })),
    sources: z.array(z.object({ key: z.string(), label: z.string(), ...accuracy })),
    calibration: z.array(z.object({ confidence: z.number(), right: share })),
    tradeOff: z.array(z.object({ least: z.number(), coverage: z.number(), right: share })),
    campaigns: counted.openapi({ description: 'Campaigns that this rests on.' }),
    isDemo: z.boolean().openapi({ description: 'All of it was made up for the demo company.' }),
    latestAt: instantText.nullable().openapi({ description: 'The latest label.' }),
  })
  .openapi('AnnotationAccuracy');

export const modelsShape = z
  .object({ cards: z.array(z.object({ id: z.string(), text: z.string().openapi({ description: 'Markdown.' }) })) })
  .openapi('ModelCards');
