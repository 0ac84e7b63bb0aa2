// The terms that a message came under: promise, calendar and due instant.
import type { Calendar } from '../model/calendar.ts';
import type { Wait } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';
import type { PromiseStage, ServicePromise } from '../model/promise.ts';
import { dueInstant } from './due-instant.ts';
import { promiseInForce } from './promise-in-force.ts';
import { calendarVersionAt } from './working-time.ts';

/** What was promised to a message that came at an instant; nulls where there was no promise, `calendar` null where it had no hours. */
export type Terms = Pick<Wait, 'dueAt' | 'promiseId' | 'promiseVersion' | 'calendarId' | 'calendarVersion'> & {
  readonly calendar: Calendar | null;
};

export type TermsInput = {
  readonly channel: string;
  readonly calendars: readonly Calendar[];
  readonly promises: readonly ServicePromise[];
};

/** The promise of a stage to a channel at an instant, with the calendar that it is counted on and the instant at which it is due. */
export function termsAt(input: TermsInput, stage: PromiseStage, at: Instant): Terms {
  const zoneOf = (id: string) => input.calendars.find((calendar) => calendar.id === id)?.versions.at(-1)?.zone ?? null;
  const found = promiseInForce(input.promises, input.channel, stage, at, zoneOf);
  if (found === null)
    return { dueAt: null, promiseId: null, promiseVersion: null, calendarId: null, calendarVersion: null, calendar: null };
  const { promise, version } = found;
  const known = input.calendars.find((calendar) => calendar.id === version.calendarId) ?? null;
  const calendarVersion = known === null ? null : calendarVersionAt(known, at);
  // A calendar that had no version yet is no calendar: 0 open hours would read as answered in 0 seconds.
  const calendar = calendarVersion === null ? null : known;
  return {
    dueAt: calendar === null ? null : dueInstant(version, calendar, at),
    promiseId: promise.id,
    promiseVersion: version.version,
    calendarId: calendar?.id ?? null,
    calendarVersion: calendarVersion?.version ?? null,
    calendar,
  };
}
