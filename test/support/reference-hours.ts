// Questions narrowed to hours, told a second time: by the calendar library and the hours of the test calendars, item by item.
import type { Plan } from '#db/model/metric.ts';
import type { RandomFacts } from './random-facts.ts';
import { localOf, slowKey } from './reference-buckets.ts';
import { type Item, itemsOf } from './reference-items.ts';

/** The items that a question about certain hours is about, wherever they lie: those without an hour are none of it. */
export function itemsInHours({ records, calendars }: RandomFacts, plan: Plan): Item[] {
  const items = itemsOf(records, calendars, plan);
  const { hoursOfWeek = [], openOn } = plan.times ?? {};
  if (hoursOfWeek.length === 0 && openOn === undefined) return items;
  return items.filter(({ at, record, reason }) => {
    const isTimeless = record.arrivedAt === null && (reason === 'no_time' || at === record.lastMessageAt);
    if (at === null || isTimeless) return false;
    const isAsked = hoursOfWeek.length === 0 || hoursOfWeek.includes(slowKey(at, plan.zone, 'hour-of-week'));
    return isAsked && (openOn === undefined || openOn === 'always' || isOfficeHour(at));
  });
}

/** `business` of the random facts: Monday to Friday, 08:00 to 20:00 in Berlin. */
function isOfficeHour(at: number): boolean {
  const { dayOfWeek, hour } = localOf(at, 'Europe/Berlin');
  return dayOfWeek <= 5 && hour >= 8 && hour < 20;
}
