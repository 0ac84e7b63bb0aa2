// What a new workspace starts with: two calendars and the promises that wallets give their customers.
import type { Calendar, OpenInterval } from '../model/calendar.ts';
import { channelKinds } from '../model/channel.ts';
import { hour, minute } from '../model/instant.ts';
import type { PromiseVersion, ServicePromise } from '../model/promise.ts';
import { publicHolidays } from './holidays.ts';

const businessDay: readonly OpenInterval[] = [{ open: 8 * 60, close: 20 * 60 }];
const wholeDay: readonly OpenInterval[] = [{ open: 0, close: 24 * 60 }];

function week(workday: readonly OpenInterval[], weekend: readonly OpenInterval[]): OpenInterval[][] {
  return [workday, workday, workday, workday, workday, weekend, weekend].map((intervals) => [...intervals]);
}

/**
 * `business` (Monday to Friday 08:00-20:00, closed on the public holidays of `regions` in `years`) and `always` (24/7), both in `zone`,
 * in their first version, in force since ever. A date that several regions keep appears once for each of them.
 */
export function defaultCalendars(zone: string, regions: readonly string[], years: readonly number[]): Calendar[] {
  const exceptions = years
    .flatMap((year) => regions.flatMap((region) => publicHolidays(region, year, zone)))
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
  const first = { version: 1, validFrom: null, zone };
  return [
    {
      id: 'business',
      label: 'Business hours',
      versions: [{ ...first, calendarId: 'business', week: week(businessDay, []), exceptions }],
    },
    {
      id: 'always',
      label: 'Around the clock',
      versions: [{ ...first, calendarId: 'always', week: week(wholeDay, wholeDay), exceptions: [] }],
    },
  ];
}

type Reading = Pick<PromiseVersion, 'type' | 'durationMs' | 'workingDays'>;

const onTheClock = (durationMs: number): Reading => ({ type: 'calendar', durationMs, workingDays: null });
const inOpenHours = (durationMs: number): Reading => ({ type: 'working-time', durationMs, workingDays: null });
const inWorkingDays = (workingDays: number): Reading => ({ type: 'working-days', durationMs: null, workingDays });

function promise(words: Omit<ServicePromise, 'versions'>, reading: Reading, calendarId: string): ServicePromise {
  return { ...words, versions: [{ promiseId: words.id, version: 1, validFrom: null, calendarId, ...reading }] };
}

/** The promises a wallet's customers are used to, each in its first version, in force since ever; they name the calendars of `defaultCalendars`. */
export function defaultPromises(): ServicePromise[] {
  const everyKind = channelKinds.map((kind) => `kind:${kind}`);
  const reply = (id: string, label: string): Omit<ServicePromise, 'versions'> => ({ id, label, stage: 'reply', channels: [`kind:${id}`] });
  return [
    promise(reply('chat', 'Chat: 5 minutes'), inOpenHours(5 * minute), 'always'),
    promise(reply('phone', 'Phone: 3 minutes'), inOpenHours(3 * minute), 'business'),
    promise(reply('email', 'E-mail: 24 hours'), onTheClock(24 * hour), 'business'),
    promise(reply('form', 'Web form: 24 hours'), onTheClock(24 * hour), 'business'),
    promise(reply('forum', 'Forum: 24 working hours'), inOpenHours(24 * hour), 'business'),
    promise(reply('social', 'Social media: 4 working hours'), inOpenHours(4 * hour), 'business'),
    promise(reply('review', 'App-store review: 3 working days'), inWorkingDays(3), 'business'),
    promise(
      {
        id: 'complaint-acknowledged',
        label: 'Complaint acknowledged: 3 working days',
        stage: 'complaint-acknowledged',
        channels: everyKind,
      },
      inWorkingDays(3),
      'business',
    ),
    promise(
      { id: 'complaint-decided', label: 'Complaint decided: 15 working days', stage: 'complaint-decided', channels: everyKind },
      inWorkingDays(15),
      'business',
    ),
  ];
}
