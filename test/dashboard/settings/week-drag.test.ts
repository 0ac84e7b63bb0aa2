// Dragging and keys in the week editor.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyWeek, type Week, withDay } from '../../../dashboard/src/lib/settings/calendar/week.ts';
import { type Drag, dragged, pointAt } from '../../../dashboard/src/lib/settings/calendar/week-drag.ts';
import { keyMove } from '../../../dashboard/src/lib/settings/calendar/week-keys.ts';

const office = { open: 480, close: 1020 };
const week = withDay(withDay(emptyWeek, 0, [office]), 3, [{ open: 600, close: 660 }]);
const plain = { shiftKey: false, altKey: false };

describe('pointAt', () => {
  const box = { left: 100, top: 50, width: 700, height: 480 };
  it('reads the day from the column and the minute from the height, or the other way round', () => {
    expect(pointAt(350, 290, box, 'across')).toEqual({ day: 2, minute: 720 });
    expect(pointAt(450, 290, { ...box, height: 700 }, 'down')).toEqual({ day: 2, minute: 720 });
  });
  it('takes the nearest point where the pointer left the week', () => {
    expect(pointAt(0, 0, box, 'across')).toEqual({ day: 0, minute: 0 });
    expect(pointAt(5_000, 5_000, box, 'across')).toEqual({ day: 6, minute: 1440 });
  });
});

describe('dragged', () => {
  it('adds hours where empty ground is drawn on, in both directions, snapped', () => {
    const down = dragged(week, { does: 'add', from: { day: 1, minute: 543 } }, { day: 1, minute: 1016 });
    expect(down).toEqual({ week: withDay(week, 1, [{ open: 540, close: 1020 }]), place: { day: 1, index: 0 } });
    const up = dragged(week, { does: 'add', from: { day: 1, minute: 1016 } }, { day: 1, minute: 543 });
    expect(up).toEqual(down);
  });
  it('adds nothing for a click', () => {
    expect(dragged(week, { does: 'add', from: { day: 1, minute: 600 } }, { day: 1, minute: 603 })).toEqual({ week, place: null });
  });
  it('adds a night when drawn on into the next day, also from Sunday to Monday', () => {
    const drawn = dragged(emptyWeek, { does: 'add', from: { day: 6, minute: 1320 } }, { day: 0, minute: 360 });
    expect(drawn).toEqual({ week: withDay(emptyWeek, 6, [{ open: 1320, close: 1800 }]), place: { day: 6, index: 0 } });
  });
  it('moves by as much as the pointer moved, to another day where it is there', () => {
    const drag: Drag = { does: 'move', place: { day: 0, index: 0 }, from: { day: 0, minute: 500 } };
    expect(dragged(week, drag, { day: 2, minute: 562 })).toEqual({
      week: withDay(withDay(week, 0, []), 2, [{ open: 540, close: 1080 }]),
      place: { day: 2, index: 0 },
    });
  });
  it('moves a night by its rest in the next column without a jump', () => {
    const night = withDay(emptyWeek, 0, [{ open: 1320, close: 1800 }]);
    const drag: Drag = { does: 'move', place: { day: 0, index: 0 }, from: { day: 1, minute: 120 } };
    expect(dragged(night, drag, { day: 1, minute: 120 }).week).toEqual(night);
    expect(dragged(night, drag, { day: 2, minute: 135 }).week).toEqual(withDay(emptyWeek, 1, [{ open: 1335, close: 1815 }]));
  });
  it('moves both ends, and the close past midnight when drawn into the next day', () => {
    const place = { day: 0, index: 0 };
    expect(dragged(week, { does: 'open', place, from: { day: 0, minute: 480 } }, { day: 0, minute: 551 }).week[0]).toEqual([
      { open: 555, close: 1020 },
    ]);
    expect(dragged(week, { does: 'close', place, from: { day: 0, minute: 1020 } }, { day: 0, minute: 1440 }).week[0]).toEqual([
      { open: 480, close: 1440 },
    ]);
    expect(dragged(week, { does: 'close', place, from: { day: 0, minute: 1020 } }, { day: 1, minute: 119 }).week[0]).toEqual([
      { open: 480, close: 1560 },
    ]);
  });
  it('never loses or invents an interval but by joining', () => {
    const day = fc.integer({ min: 0, max: 6 });
    const minute = fc.integer({ min: 0, max: 1440 });
    fc.assert(
      fc.property(day, minute, day, minute, fc.constantFrom('move', 'open', 'close'), (fromDay, from, toDay, to, does) => {
        const drag: Drag = { does, place: { day: 0, index: 0 }, from: { day: fromDay, minute: from } };
        const next = dragged(week, drag, { day: toDay, minute: to }).week;
        expect(next.flat().length).toBeGreaterThanOrEqual(1);
        expect(next.flat().length).toBeLessThanOrEqual(2);
        for (const { open, close } of next.flat()) expect([open % 15, close % 15, close > open, open < 1440]).toEqual([0, 0, true, true]);
      }),
    );
  });
});

describe('keyMove', () => {
  const place = { day: 0, index: 0 };
  const after = (
    key: string,
    held: { shiftKey?: boolean; altKey?: boolean } = {},
    start: Week = week,
    layout: 'across' | 'down' = 'across',
  ) => keyMove(start, place, { ...plain, ...held, key }, layout);

  it('moves by a quarter of an hour and to the neighbouring day', () => {
    expect(after('ArrowDown')).toEqual({ does: 'changed', week: withDay(week, 0, [{ open: 495, close: 1035 }]), place });
    expect(after('ArrowUp')).toEqual({ does: 'changed', week: withDay(week, 0, [{ open: 465, close: 1005 }]), place });
    expect(after('ArrowLeft')).toEqual({
      does: 'changed',
      week: withDay(withDay(week, 0, []), 6, [office]),
      place: { day: 6, index: 0 },
    });
  });
  it('resizes the close with shift and the opening with alt', () => {
    expect(after('ArrowDown', { shiftKey: true })).toEqual({
      does: 'changed',
      week: withDay(week, 0, [{ open: 480, close: 1035 }]),
      place,
    });
    expect(after('ArrowDown', { altKey: true })).toEqual({ does: 'changed', week: withDay(week, 0, [{ open: 495, close: 1020 }]), place });
  });
  it('follows the way time runs where days are rows', () => {
    expect(after('ArrowRight', {}, week, 'down')).toEqual(after('ArrowDown'));
    expect(after('ArrowUp', {}, week, 'down')).toEqual(after('ArrowLeft'));
  });
  it('removes with Delete', () => {
    expect(after('Delete')).toEqual({ does: 'removed', week: withDay(week, 0, []) });
  });
  it('does not let a move swallow other hours, but lets a resize close the gap', () => {
    const lunch = withDay(emptyWeek, 0, [
      { open: 480, close: 705 },
      { open: 720, close: 1020 },
    ]);
    expect(after('ArrowDown', {}, lunch)).toEqual({ does: 'blocked' });
    expect(after('ArrowDown', { shiftKey: true }, lunch)).toEqual({
      does: 'changed',
      week: withDay(emptyWeek, 0, [{ open: 480, close: 1020 }]),
      place,
    });
  });
  it('leaves other keys and missing blocks alone', () => {
    expect([after('a'), after('Tab'), keyMove(week, { day: 5, index: 0 }, { ...plain, key: 'ArrowDown' }, 'across')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
