// Dragging in the week: from where a pointer went down and where it is now to the week that would be.
import { dayMinutes } from './clock-text.ts';
import { closedAt, intervalAt, mostIntervals, openedAt, type Place, replaced, snap, stepMinutes, type Week, withInterval } from './week.ts';

/** A point of the week: a day and a minute of it, not snapped. */
export type Point = { readonly day: number; readonly minute: number };
/** `across`: days side by side, hours downwards; `down`: a day a row, hours to the right. */
export type Layout = 'across' | 'down';
type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** The point of the week under a pointer; outside the box the nearest one. */
export function pointAt(x: number, y: number, box: Box, layout: Layout): Point {
  const [along, over] =
    layout === 'across'
      ? [(x - box.left) / box.width, (y - box.top) / box.height]
      : [(y - box.top) / box.height, (x - box.left) / box.width];
  const day = Math.min(6, Math.max(0, Math.floor(along * 7)));
  return { day, minute: Math.min(dayMinutes, Math.max(0, over * dayMinutes)) };
}

export type Drag =
  | { readonly does: 'add'; readonly from: Point }
  | { readonly does: 'move' | 'open' | 'close'; readonly place: Place; readonly from: Point };

export type Dragged = { readonly week: Week; readonly place: Place | null };

/** Days from `from` to `to` on the ring of the week that lie nearest: Sunday to Monday is one day on. */
function daysOn(from: number, to: number): number {
  const ahead = (to - from + 7) % 7;
  return ahead > 3 ? ahead - 7 : ahead;
}

/** The week as it would be if the pointer went up at `at`. `week` is the one before the drag began; nothing is lost on the way. */
export function dragged(week: Week, drag: Drag, at: Point): Dragged {
  if (drag.does === 'add') return added(week, drag.from, at);
  const interval = intervalAt(week, drag.place);
  if (interval === null) return { week, place: null };
  switch (drag.does) {
    case 'move': {
      const open = snap(interval.open + at.minute - drag.from.minute);
      const start = Math.min(dayMinutes - stepMinutes, Math.max(0, open));
      const day = (drag.place.day + daysOn(drag.from.day, at.day) + 7) % 7;
      return replaced(week, drag.place, day, { open: start, close: start + (interval.close - interval.open) });
    }
    case 'open':
      return replaced(week, drag.place, drag.place.day, openedAt(interval, snap(at.minute)));
    case 'close': {
      // Drawn on into the next column the close runs past midnight; further to the side than that means the end of the day.
      const days = Math.min(1, Math.max(0, daysOn(drag.place.day, at.day)));
      return replaced(week, drag.place, drag.place.day, closedAt(interval, snap(at.minute) + days * dayMinutes));
    }
    default:
      return drag satisfies never;
  }
}

/** Hours drawn on empty ground, downwards or upwards, on the day where the drawing began; too short a stroke adds nothing. */
function added(week: Week, from: Point, at: Point): Dragged {
  const isNight = daysOn(from.day, at.day) === 1;
  const start = snap(isNight ? from.minute : Math.min(from.minute, at.minute));
  const end = isNight ? snap(at.minute) + dayMinutes : snap(Math.max(from.minute, at.minute));
  if (end - start < stepMinutes || start >= dayMinutes || (week[from.day]?.length ?? 0) >= mostIntervals) return { week, place: null };
  return withInterval(week, from.day, { open: start, close: Math.min(end, start + dayMinutes) });
}
