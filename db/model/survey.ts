// Our own survey: what is asked, when, how often, and the scale of each kind.
import { z } from 'zod';
import type { RatingKind } from './conversation.ts';
import { ratingKinds } from './conversation.ts';
import { day, hour } from './instant.ts';

/** Languages that the page of the survey speaks. */
export const surveyLanguages = ['en', 'zh-Hans', 'zh-Hant', 'fr', 'de', 'es', 'ru'] as const;
export type SurveyLanguage = (typeof surveyLanguages)[number];

export const surveyScales: Readonly<Record<RatingKind, { readonly min: number; readonly max: number }>> = {
  csat: { min: 1, max: 5 },
  nps: { min: 0, max: 10 },
  ces: { min: 1, max: 7 },
};

const question = z.string().trim().min(1).max(200);

export const surveySettingsSchema = z.strictObject({
  isOn: z.boolean(),
  kind: z.enum(ratingKinds),
  /** From solved to asked. */
  delayMs: z
    .number()
    .int()
    .min(0)
    .max(30 * day),
  /** How long a link can be answered. */
  expiryMs: z
    .number()
    .int()
    .min(hour)
    .max(180 * day),
  /** How long an answer can be changed. */
  changeMs: z
    .number()
    .int()
    .min(0)
    .max(30 * day),
  /** At most so many reminders for each episode, each at least so long after the last word. */
  reminderCap: z.number().int().min(0).max(3),
  reminderAfterMs: z
    .number()
    .int()
    .min(hour)
    .max(30 * day),
  /** The company's own question by language; a language that is not named gets the built-in one of the kind. */
  questions: z.partialRecord(z.enum(surveyLanguages), question),
});
export type SurveySettings = z.infer<typeof surveySettingsSchema>;

export const defaultSurveySettings: SurveySettings = {
  isOn: false,
  kind: 'csat',
  delayMs: hour,
  expiryMs: 14 * day,
  changeMs: day,
  reminderCap: 1,
  reminderAfterMs: 3 * day,
  questions: {},
};

/** The language of the survey for a customer's language tag: the same, or the same without its region, else English. */
export function surveyLanguageOf(tag: string): SurveyLanguage {
  const lower = tag.toLowerCase();
  if (/^zh\b/.test(lower)) return /hant|-tw|-hk|-mo/.test(lower) ? 'zh-Hant' : 'zh-Hans';
  return surveyLanguages.find((language) => language === lower.split(/[-_]/)[0]) ?? 'en';
}
