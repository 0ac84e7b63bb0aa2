// What is typed into the settings of the survey, and what becomes of it.
import type { InferRequestType, InferResponseType } from 'hono/client';
import type { Client } from '../../api/client.ts';

export type Survey = InferResponseType<Client['survey']['$get'], 200>;
export type SurveyInput = InferRequestType<Client['survey']['$put']>['json'];

const hour = 3_600_000;
const day = 24 * hour;

/** The languages that the page of the survey speaks, in the order in which they are offered. */
export const surveyLanguages = [
  'zh-Hans',
  'zh-Hant',
  'en',
  'fr',
  'de',
  'es',
  'ru',
] as const satisfies readonly (keyof Survey['questions'])[];
export type SurveyLanguage = (typeof surveyLanguages)[number];

/** Whole numbers with their bounds: what each counts in, and the least and most that the API takes. */
export const surveyNumbers = {
  delay: { field: 'delayMs', unit: hour, least: 0, most: 720 },
  expiry: { field: 'expiryMs', unit: day, least: 1, most: 180 },
  change: { field: 'changeMs', unit: hour, least: 0, most: 720 },
  cap: { field: 'reminderCap', unit: 1, least: 0, most: 3 },
  after: { field: 'reminderAfterMs', unit: day, least: 1, most: 30 },
} as const;
export type SurveyNumber = keyof typeof surveyNumbers;
export const surveyNumberNames = ['delay', 'expiry', 'change', 'cap', 'after'] as const satisfies readonly SurveyNumber[];

export type SurveyDraft = {
  readonly isOn: boolean;
  readonly kind: Survey['kind'];
  readonly numbers: Readonly<Record<SurveyNumber, string>>;
  readonly questions: Readonly<Record<SurveyLanguage, string>>;
};

/** Numbers that were set elsewhere to no whole unit show their fraction, and are refused until they are put right. */
export function draftOf(survey: Survey): SurveyDraft {
  const number = (name: SurveyNumber) => String(survey[surveyNumbers[name].field] / surveyNumbers[name].unit);
  const question = (language: SurveyLanguage) => survey.questions[language] ?? '';
  return {
    isOn: survey.isOn,
    kind: survey.kind,
    numbers: { delay: number('delay'), expiry: number('expiry'), change: number('change'), cap: number('cap'), after: number('after') },
    questions: {
      'zh-Hans': question('zh-Hans'),
      'zh-Hant': question('zh-Hant'),
      en: question('en'),
      fr: question('fr'),
      de: question('de'),
      es: question('es'),
      ru: question('ru'),
    },
  };
}

/** Null where it is no whole number within the bounds. */
export function readNumber(name: SurveyNumber, text: string): number | null {
  const { least, most } = surveyNumbers[name];
  const value = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

/** What is sent; null where a number is wrong. */
export function toInput({ isOn, kind, numbers, questions }: SurveyDraft): SurveyInput | null {
  const read = (name: SurveyNumber) => readNumber(name, numbers[name]);
  const [delay, expiry, change, cap, after] = [read('delay'), read('expiry'), read('change'), read('cap'), read('after')];
  if (delay === null || expiry === null || change === null || cap === null || after === null) return null;
  const own = surveyLanguages.flatMap((language) =>
    questions[language].trim() === '' ? [] : [[language, questions[language].trim()] as const],
  );
  return {
    isOn,
    kind,
    delayMs: delay * hour,
    expiryMs: expiry * day,
    changeMs: change * hour,
    reminderCap: cap,
    reminderAfterMs: after * day,
    questions: Object.fromEntries(own),
  };
}
