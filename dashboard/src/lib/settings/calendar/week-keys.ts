// What a key does to the focused block of the week editor.
import {
  closedAt,
  intervalAt,
  moved,
  type OpenInterval,
  openedAt,
  type Place,
  replaced,
  stepMinutes,
  type Week,
  withoutInterval,
} from './week.ts';

export type WeekKey = { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean };
export type KeyMove =
  | { readonly does: 'changed'; readonly week: Week; readonly place: Place }
  | { readonly does: 'removed'; readonly week: Week }
  | { readonly does: 'blocked' };

/** In which direction time runs on screen decides which arrows change it and which change the day. */
const arrows = {
  across: { earlier: 'ArrowUp', later: 'ArrowDown', dayBefore: 'ArrowLeft', dayAfter: 'ArrowRight' },
  down: { earlier: 'ArrowLeft', later: 'ArrowRight', dayBefore: 'ArrowUp', dayAfter: 'ArrowDown' },
} as const;

/**
 * Arrows along the time move by a quarter of an hour, across it to the neighbouring day; with shift they move the close, with alt the opening;
 * Delete removes. A move never runs into other hours, for it would swallow them (`blocked`); a resize joins them, as its purpose may be to
 * close the gap. Null for keys that do nothing here.
 */
export function keyMove(week: Week, place: Place, { key, shiftKey, altKey }: WeekKey, layout: keyof typeof arrows): KeyMove | null {
  const interval = intervalAt(week, place);
  if (interval === null) return null;
  if (key === 'Delete' || key === 'Backspace') return { does: 'removed', week: withoutInterval(week, place) };
  const { earlier, later, dayBefore, dayAfter } = arrows[layout];
  if (key === earlier || key === later) {
    const by = key === later ? stepMinutes : -stepMinutes;
    if (!shiftKey && !altKey) return moveTo(week, place, place.day, moved(interval, by));
    const next = shiftKey ? closedAt(interval, interval.close + by) : openedAt(interval, interval.open + by);
    return { does: 'changed', ...replaced(week, place, place.day, next) };
  }
  if ((key === dayBefore || key === dayAfter) && !shiftKey && !altKey) {
    return moveTo(week, place, (place.day + (key === dayAfter ? 1 : 6)) % 7, interval);
  }
  return null;
}

function moveTo(week: Week, place: Place, day: number, interval: OpenInterval): KeyMove {
  const next = replaced(week, place, day, interval);
  const before = week.reduce((sum, hours) => sum + hours.length, 0);
  const after = next.week.reduce((sum, hours) => sum + hours.length, 0);
  return after < before ? { does: 'blocked' } : { does: 'changed', ...next };
}
