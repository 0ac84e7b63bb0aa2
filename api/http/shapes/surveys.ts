// JSON of our own survey: its settings, and the link for one conversation.
import { z } from '@hono/zod-openapi';
import { ratingKinds } from '#db/model/conversation.ts';
import { surveyLanguages, surveySettingsSchema } from '#db/model/survey.ts';
import { instantText } from './scalars.ts';

const counted = z.number().int();

// The schema itself may have been made before zod learnt to describe itself for OpenAPI: a fresh object around its fields has.
export const surveySettingsInput = z.strictObject(surveySettingsSchema.shape).openapi('SurveySettingsInput');

export const surveySettingsShape = z
  .object({
    isOn: z.boolean(),
    kind: z.enum(ratingKinds),
    delayMs: counted,
    expiryMs: counted,
    changeMs: counted,
    reminderCap: counted,
    reminderAfterMs: counted,
    questions: z.partialRecord(z.enum(surveyLanguages), z.string()),
  })
  .openapi('SurveySettings');

export const surveyLinkInput = z
  .strictObject({
    conversationId: z.string().min(1).max(512).openapi({ description: 'As the source knows it.' }),
    remind: z.boolean().default(false).openapi({ description: 'The link is sent once more: counts against the cap of the settings.' }),
  })
  .openapi('SurveyLinkInput');

export const surveyLinkShape = z
  .object({
    url: z.string().openapi({ description: 'Add `?v=4` to preselect an answer. Opening it answers nothing.' }),
    kind: z.enum(ratingKinds),
    language: z.string(),
    episode: counted,
    offeredAt: instantText,
    expiresAt: instantText,
    reminders: counted,
    isAnswered: z.boolean(),
  })
  .openapi('SurveyLink');
