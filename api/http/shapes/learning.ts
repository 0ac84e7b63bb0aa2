// JSON of learning: versions of a field with their figures of old against new, what was in force when, and the run that teaches.
import { z } from '@hono/zod-openapi';
import { choiceReasons, taughtFields } from '#db/model/learning.ts';
import { teachStages } from '#db/model/learning-desk.ts';
import { instantText } from './scalars.ts';

const counted = z.number().int();
export const taughtFieldInput = z.enum(taughtFields);
const estimate = z
  .object({ value: z.number(), interval: z.tuple([z.number(), z.number()]).readonly() })
  .nullable()
  .openapi('ModelEstimate', { description: 'With its 95 % interval; null where nothing could be counted.' });

const measure = z
  .object({
    right: estimate.openapi({ description: 'Of all; keeping silent counts as wrong.' }),
    rightOfLabelled: estimate.openapi({ description: 'Of those that got a label.' }),
    macroF1: estimate,
    coverage: estimate.openapi({ description: 'Share that got a label.' }),
  })
  .openapi('ModelMeasure');

const comparison = { n: counted, old: measure, new: measure, gain: estimate, labelledGain: estimate, overConstant: estimate.optional() };

const finding = z.union([
  z.object({ kind: z.literal('no-clear-gain') }),
  z.object({ kind: z.literal('no-better-than-constant') }),
  z.object({ kind: z.literal('less-right-where-it-labels') }),
  z.object({ kind: z.literal('worse-in-language'), language: z.string() }),
]);

const figures = z
  .object({
    against: counted.openapi({ description: 'The version in force when it was taught; 0: the shipped model.' }),
    taught: counted,
    customers: counted,
    heldOut: counted.openapi({ description: 'Conversations of customers that it learned nothing from.' }),
    leftOut: counted,
    labels: z.array(z.object({ label: z.string(), n: counted })).readonly(),
    overall: z.object(comparison),
    languages: z.array(z.object({ language: z.string(), ...comparison })).readonly(),
    isBetter: z.boolean(),
    hasTrials: z
      .boolean()
      .openapi({ description: 'Whether the held-out conversations can be listed; those of early versions were not kept.' }),
    findings: z.array(finding).readonly().openapi({ description: 'What kept it from going live by itself.' }),
  })
  .openapi('ModelFigures');

const run = z.object({ field: taughtFieldInput, startedAt: instantText, stage: z.enum(teachStages), done: counted, total: counted });

const ended = { field: taughtFieldInput, at: instantText };
const last = z.union([
  z.object({ kind: z.literal('taught'), version: counted, isLive: z.boolean(), ...ended }),
  z.object({ kind: z.literal('too-few'), taught: counted, heldOut: counted, ...ended }),
  z.object({ kind: z.literal('stopped'), ...ended }),
  z.object({ kind: z.literal('failed'), reason: z.string(), ...ended }),
]);

export const learningShape = z
  .object({
    field: taughtFieldInput,
    inForce: counted.openapi({ description: 'The version that judges what comes in; 0: the shipped model.' }),
    fits: z.boolean().openapi({ description: 'False: the version in force was taught on another model or taxonomy, and rests.' }),
    base: z.string().openapi({ description: 'The shipped model, or that of the taxonomy in force, as scores name it.' }),
    labelled: counted.openapi({ description: 'Conversations of the queues that people have labelled.' }),
    needs: z.object({ taught: counted, heldOut: counted }),
    older: counted.openapi({ description: 'Stored conversations that others than the scorers of now have judged.' }),
    conversations: counted,
    versions: z.array(
      z.object({
        version: counted,
        baseVersion: z.string(),
        fits: z.boolean(),
        taxonomyVersion: counted,
        trainedAt: instantText,
        trainedBy: z.string(),
        isDemo: z.boolean(),
        figures,
      }),
    ),
    history: z.array(z.object({ version: counted, reason: z.enum(choiceReasons), at: instantText, by: z.string() })),
    running: run.nullable(),
    last: last.nullable().openapi({ description: 'How the last run of this server ended.' }),
  })
  .openapi('Learning');

export const learningQuery = z.strictObject({ field: taughtFieldInput.default('category') });

export const learningRunInput = z
  .strictObject({
    field: taughtFieldInput,
    goLive: z.boolean().default(true).openapi({ description: 'Put it in force by itself where it is clearly better.' }),
  })
  .openapi('LearningRun');

export const modelChoiceInput = z
  .strictObject({ field: taughtFieldInput, version: counted.min(0).max(1e9).openapi({ description: '0: the shipped model.' }) })
  .openapi('ModelChoice');
