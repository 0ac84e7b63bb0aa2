// JSON of settings: workspace, calendars, promises, holidays, staff, and what each write accepts.
import { z } from '@hono/zod-openapi';
import { calendarExceptionSchema, calendarVersionSchema, exceptionKinds } from '#db/model/calendar.ts';
import { promiseStages, promiseTypes } from '#db/model/promise.ts';
import { dayOrNullInput, dayText, instantInput, instantText, lineInput, slugInput, zoneInput, zoneText } from './scalars.ts';

const counted = z.number().int();

export const workspaceShape = z
  .object({
    name: z.string(),
    zone: zoneText,
    isDemo: z.boolean(),
    reopenWindowMs: counted,
    holidayRegions: z.array(z.string()),
  })
  .openapi('Workspace');

export const workspaceInput = z
  .strictObject({
    name: lineInput(120).optional(),
    zone: zoneInput.optional(),
    reopenWindowMs: counted
      .min(0)
      .max(90 * 86_400_000)
      .optional(),
    holidayRegions: z
      .array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'a region is a code such as CN or DE'))
      .max(40)
      .optional(),
  })
  .openapi('WorkspaceInput');

const intervalShape = z.object({ open: counted, close: counted });
const exceptionShape = z
  .object({
    date: dayText,
    kind: z.enum(exceptionKinds),
    label: z.string(),
    region: z.string().nullable(),
    intervals: z.array(intervalShape).readonly(),
  })
  .openapi('CalendarException');

const calendarVersionShape = z
  .object({
    version: counted,
    validFrom: dayText.nullable(),
    zone: zoneText,
    week: z
      .array(z.array(intervalShape).readonly())
      .readonly()
      .openapi({ description: 'Seven lists, Monday first; minutes after local midnight.' }),
    exceptions: z.array(exceptionShape).readonly(),
  })
  .openapi('CalendarVersion');

export const calendarShape = z
  .object({ id: z.string(), label: z.string(), versions: z.array(calendarVersionShape).readonly() })
  .openapi('Calendar');
export const calendarsShape = z.object({ calendars: z.array(calendarShape) }).openapi('Calendars');

/** A version as a client sends it: the server numbers it. */
export const calendarVersionInput = z
  .strictObject({
    validFrom: dayOrNullInput,
    zone: zoneInput,
    week: calendarVersionSchema.shape.week,
    exceptions: z.array(calendarExceptionSchema).max(2000),
    /** The version that the editor started from; where another was saved meanwhile, the answer is `conflict`. */
    basedOn: counted.optional(),
  })
  .openapi('CalendarVersionInput');
export const calendarInput = z
  .strictObject({ id: slugInput, label: lineInput(120), version: calendarVersionInput })
  .openapi('CalendarInput');

export const holidaysShape = z
  .object({ region: z.string(), year: counted, holidays: z.array(exceptionShape).readonly() })
  .openapi('Holidays');

const promiseVersionShape = z
  .object({
    version: counted,
    validFrom: dayText.nullable(),
    type: z.enum(promiseTypes),
    durationMs: counted.nullable(),
    workingDays: counted.nullable(),
    calendarId: z.string(),
  })
  .openapi('PromiseVersion');

export const promiseShape = z
  .object({
    id: z.string(),
    label: z.string(),
    stage: z.enum(promiseStages),
    channels: z.array(z.string()).readonly(),
    versions: z.array(promiseVersionShape).readonly(),
  })
  .openapi('ServicePromise');
export const promisesShape = z.object({ promises: z.array(promiseShape) }).openapi('Promises');

const promiseTerms = {
  type: z.enum(promiseTypes),
  durationMs: counted
    .positive()
    .max(366 * 86_400_000)
    .nullable(),
  workingDays: counted.positive().max(366).nullable(),
  calendarId: slugInput,
};
type Terms = { readonly type: string; readonly durationMs: number | null; readonly workingDays: number | null };
const hasItsTerm = (terms: Terms) => (terms.type === 'working-days' ? terms.workingDays !== null : terms.durationMs !== null);
const termMessage = { message: 'working-days promises need workingDays, the others need durationMs' };

export const promiseVersionInput = z
  .strictObject({ ...promiseTerms, validFrom: dayOrNullInput, basedOn: counted.optional() })
  .refine(hasItsTerm, termMessage)
  .openapi('PromiseVersionInput');

export const promiseInput = z
  .strictObject({
    id: slugInput,
    label: lineInput(120),
    stage: z.enum(promiseStages),
    channels: z.array(lineInput(64)).min(1).max(100),
    version: promiseVersionInput,
  })
  .openapi('PromiseInput');

/** Ask for a saved promise, for the one in force on a channel, or for terms that are not saved yet: exactly one of the three. */
export const previewInput = z
  .strictObject({
    promiseId: slugInput.optional(),
    channel: lineInput(64).optional(),
    draft: z.strictObject(promiseTerms).refine(hasItsTerm, termMessage).optional(),
    at: instantInput.optional(),
  })
  .refine((body) => [body.promiseId, body.channel, body.draft].filter((one) => one !== undefined).length === 1, {
    message: 'give exactly one of promiseId, channel and draft',
  })
  .openapi('PromisePreviewInput');

export const previewExamples = ['now', 'in_hours', 'before_close', 'after_close', 'weekend', 'before_holiday'] as const;

export const previewShape = z
  .object({
    at: instantText,
    dueAt: instantText.nullable(),
    zone: zoneText,
    promise: z
      .object({ id: z.string().nullable(), label: z.string().nullable(), version: counted.nullable(), type: z.enum(promiseTypes) })
      .nullable(),
    isOpenAt: z.boolean().openapi({ description: 'Whether the calendar is open at the instant of receipt.' }),
    examples: z.array(z.object({ kind: z.enum(previewExamples), at: instantText, dueAt: instantText.nullable() })),
  })
  .openapi('PromisePreview');

export const staffMemberShape = z
  .object({
    key: z.string(),
    /** Name of the source that knows this agent: one person who answers in two of them is two agents. */
    source: z.string(),
    name: z.string(),
    team: z.string().nullable(),
    languages: z.array(z.string()).readonly(),
    activeFrom: dayText.nullable(),
    activeTo: dayText.nullable(),
  })
  .openapi('StaffMember');
export const staffShape = z.object({ staff: z.array(staffMemberShape) }).openapi('Staff');

export const staffInput = z
  .strictObject({
    name: lineInput(120).optional(),
    team: lineInput(120).nullable().optional(),
    languages: z
      .array(z.string().regex(/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language is a tag such as de or zh-Hans'))
      .max(40)
      .optional(),
    activeFrom: dayOrNullInput.optional(),
    activeTo: dayOrNullInput.optional(),
  })
  .openapi('StaffInput');
