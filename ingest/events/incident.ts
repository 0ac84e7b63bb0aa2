// An incident out of an entry of a status page: when it began, and when it was over.
import type { EventInput } from '#db/model/event.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import { htmlText } from '../connectors/html-text.ts';
import { eventLine } from './event-line.ts';
import type { FeedEntry } from './feed-entries.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Updates as Statuspage writes them, newest first: `Nov 28, 09:12 UTC` and then `Resolved - …`. */
const update = /([A-Z][a-z]{2}) +(\d{1,2}), +(\d{1,2}):(\d{2}) UTC\s+([A-Z][A-Za-z ]{2,20}?) - /g;
const overWords: readonly string[] = ['resolved', 'completed'];

/** The feed leaves the year out: it is the one in which the time is nearest to the entry's own. */
function withYear(month: number, monthDay: number, time: readonly [hours: number, minutes: number], near: Instant): Instant {
  const year = new Date(near).getUTCFullYear();
  const tries = [year - 1, year, year + 1].map((one) => Date.UTC(one, month, monthDay, ...time));
  return tries.reduce((best, one) => (Math.abs(one - near) < Math.abs(best - near) ? one : best));
}

type Update = { readonly at: Instant; readonly word: string };

function updatesOf(content: string, near: Instant): Update[] {
  return [...htmlText(content).matchAll(update)].flatMap(([, name = '', monthDay, hours, minutes, word = '']): Update[] => {
    const month = months.indexOf(name.toLowerCase());
    const at = withYear(month, Number(monthDay), [Number(hours), Number(minutes)], near);
    return month < 0 ? [] : [{ at, word: word.trim().toLowerCase() }];
  });
}

/** When it was over; null while it goes on. A page that writes in its own way is taken at its last word: the entry's last change. */
function endOf(entry: FeedEntry, startAt: Instant): Instant | null {
  const updates = updatesOf(entry.content, entry.updatedAt ?? startAt);
  const over = updates.find(({ word }) => overWords.includes(word));
  if (over !== undefined) return over.at;
  return updates.length > 0 ? null : (entry.updatedAt ?? startAt);
}

/** Longer than this and nobody has ended it on the page: it is not drawn on for ever. */
const longest = 30 * day;

/**
 * The incident; null where the entry has no time. One that goes on lasts until now. Its magnitude is its length in hours, to a tenth.
 * A title that opens with "[Scheduled]" is maintenance and an incident all the same: customers meet the same closed door.
 */
export function toIncident(entry: FeedEntry, now: Instant): EventInput | null {
  const fromAt = entry.publishedAt ?? entry.updatedAt;
  if (fromAt === null) return null;
  const endAt = endOf(entry, fromAt) ?? Math.min(now, fromAt + longest);
  const toAt = Math.max(fromAt, endAt);
  const magnitude = Math.round((toAt - fromAt) / (hour / 10)) / 10;
  return { externalId: entry.id, kind: 'incident', label: eventLine(entry.title), fromAt, toAt, magnitude };
}
