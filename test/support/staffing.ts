// Small weeks, calendars and replies for the tests of staffing.
import type { Calendar, CalendarException } from '#db/model/calendar.ts';
import type { PromiseVersion } from '#db/model/promise.ts';
import type { Reply } from '#db/model/staffing.ts';

/** Monday to Friday 09:00-17:00 in a zone, with these exceptions. */
export function officeHours(zone: string, exceptions: readonly CalendarException[] = []): Calendar {
  const open = [{ open: 540, close: 1020 }];
  const week = [open, open, open, open, open, [], []];
  return {
    id: 'office',
    label: 'Office',
    versions: [{ calendarId: 'office', version: 1, validFrom: null, zone, week, exceptions: [...exceptions] }],
  };
}

export function promised(terms: Partial<PromiseVersion>): PromiseVersion {
  const usual = { type: 'working-time', durationMs: 4 * 3_600_000, workingDays: null } as const;
  return { promiseId: 'test', version: 1, validFrom: null, calendarId: 'office', ...usual, ...terms };
}

export function replyOf(at: number, more: Partial<Reply> = {}): Reply {
  return { at, agent: 'ann', conversation: 1, channel: 'email', language: 'en', waitingSince: null, isFirst: false, ...more };
}
