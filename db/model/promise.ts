// Promises: what customers were told about how soon we answer, in three readings that are never mixed.
import { z } from 'zod';
import { daySchema } from './instant.ts';

/** `calendar`: hours on the clock; `working-time`: time inside opening hours; `working-days`: close of the n-th working day after the day of receipt. */
export const promiseTypes = ['calendar', 'working-time', 'working-days'] as const;
export type PromiseType = (typeof promiseTypes)[number];

/** `reply`: every customer wait; the complaint stages run beside it on conversations marked as complaints. */
export const promiseStages = ['reply', 'complaint-acknowledged', 'complaint-decided'] as const;
export type PromiseStage = (typeof promiseStages)[number];

export const promiseVersionSchema = z
  .strictObject({
    promiseId: z.string().min(1).max(64),
    version: z.number().int().positive(),
    validFrom: daySchema.nullable(),
    type: z.enum(promiseTypes),
    /** Milliseconds for `calendar` and `working-time`, null for `working-days`. */
    durationMs: z.number().int().positive().nullable(),
    /** Number of working days for `working-days`, null otherwise. */
    workingDays: z.number().int().positive().max(366).nullable(),
    calendarId: z.string().min(1).max(64),
  })
  .refine((promise) => (promise.type === 'working-days' ? promise.workingDays !== null : promise.durationMs !== null), {
    message: 'working-days promises need workingDays, the others need durationMs',
  });
export type PromiseVersion = z.infer<typeof promiseVersionSchema>;

/** A promise for the channels it names; a channel is matched by name first, then by its kind (`kind:social`). */
export type ServicePromise = {
  readonly id: string;
  readonly label: string;
  readonly stage: PromiseStage;
  readonly channels: readonly string[];
  readonly versions: readonly PromiseVersion[];
};
