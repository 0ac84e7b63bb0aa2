// The week of opening hours: moving, resizing, joining, copying.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closedAt,
  copiedDay,
  emptyWeek,
  freeHours,
  joined,
  moved,
  type OpenInterval,
  openedAt,
  replaced,
  sameWeek,
  snap,
  type Week,
  withDay,
  withInterval,
  withoutInterval,
} from '../../../dashboard/src/lib/settings/calendar/week.ts';
import { openMinutes } from '../../../dashboard/src/lib/settings/calendar/week-blocks.ts';

const at = (open: number, close: number): OpenInterval => ({ open: open * 60, close: close * 60 });
const desk: Week = [[at(8, 12), at(13, 20)], [at(8, 20)], [], [], [at(22, 30)], [], []];

const interval = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([start, length]): OpenInterval => ({ open: start * 15, close: (start + length) * 15 }));
const hours = fc.array(interval, { maxLength: 5 });
const week = fc.array(hours, { minLength: 7, maxLength: 7 });

function isValid({ open, close }: OpenInterval): boolean {
  return open >= 0 && open < 1440 && close > open && close - open <= 1440;
}

describe('week', () => {
  it('snaps to the nearest quarter of an hour', () => {
    expect([0, 7, 8, 487, 1439].map(snap)).toEqual([0, 0, 15, 480, 1440]);
  });

  it('joins overlapping and touching hours and leaves a lunch break open', () => {
    expect(joined([at(13, 17), at(8, 12), at(11, 12.5)])).toEqual([at(8, 12.5), at(13, 17)]);
    expect(joined([at(8, 12), at(12, 17)])).toEqual([at(8, 17)]);
    expect(joined([at(8, 12), at(12.25, 17)])).toEqual([at(8, 12), at(12.25, 17)]);
  });

  it('keeps two intervals apart that would be longer than a day together, so that no open hour is lost', () => {
    expect(joined([at(22, 30), at(0, 24)])).toEqual([at(0, 24), at(22, 30)]);
  });

  it('adds hours and says where they went when others swallowed them', () => {
    expect(withInterval(desk, 2, at(9, 17))).toEqual({ week: withDay(desk, 2, [at(9, 17)]), place: { day: 2, index: 0 } });
    expect(withInterval(desk, 0, at(12, 14))).toEqual({ week: withDay(desk, 0, [at(8, 20)]), place: { day: 0, index: 0 } });
    expect(withInterval(desk, 0, at(6, 7))).toEqual({
      week: withDay(desk, 0, [at(6, 7), at(8, 12), at(13, 20)]),
      place: { day: 0, index: 0 },
    });
  });

  it('removes only the named interval', () => {
    expect(withoutInterval(desk, { day: 0, index: 0 })).toEqual(withDay(desk, 0, [at(13, 20)]));
    expect(withoutInterval(desk, { day: 3, index: 4 })).toEqual(desk);
  });

  it('brings an interval to another day', () => {
    expect(replaced(desk, { day: 1, index: 0 }, 2, at(9, 21))).toEqual({
      week: [desk[0], [], [at(9, 21)], [], desk[4], [], []],
      place: { day: 2, index: 0 },
    });
  });

  it('leaves the week alone when the interval is not there', () => {
    expect(replaced(desk, { day: 2, index: 0 }, 3, at(9, 10))).toEqual({ week: desk, place: { day: 2, index: 0 } });
  });

  it('moves inside the day, keeps the length, and lets a late shift run past midnight', () => {
    expect(moved(at(8, 16), 15)).toEqual({ open: 495, close: 975 });
    expect(moved(at(0, 8), -15)).toEqual(at(0, 8));
    expect(moved(at(20, 24), 240)).toEqual({ open: 1425, close: 1425 + 240 });
  });

  it('resizes at both ends between a quarter of an hour and 24 hours', () => {
    expect(closedAt(at(8, 12), 480)).toEqual({ open: 480, close: 495 });
    expect(closedAt(at(8, 12), 5_000)).toEqual({ open: 480, close: 480 + 1440 });
    expect(openedAt(at(8, 12), 900)).toEqual({ open: 705, close: 720 });
    expect(openedAt(at(22, 30), 0)).toEqual({ open: 360, close: 1800 });
    expect(openedAt(at(22, 30), 3_000)).toEqual({ open: 1425, close: 1800 });
  });

  it('copies a day to others', () => {
    const copied = copiedDay(desk, 0, [1, 2, 3, 4]);
    expect(copied).toEqual([desk[0], desk[0], desk[0], desk[0], desk[0], [], []]);
  });

  it('finds room for new hours: office hours, the evening, then the widest gap', () => {
    expect(freeHours(emptyWeek, 0)).toEqual(at(9, 17));
    expect(freeHours(withDay(emptyWeek, 0, [at(8, 12)]), 0)).toEqual(at(13, 14));
    expect(freeHours(withDay(emptyWeek, 0, [at(9, 11), at(15, 24)]), 0)).toEqual(at(0, 8.75));
    expect(freeHours(withDay(emptyWeek, 0, [at(0, 24)]), 0)).toBeNull();
  });

  it('adding free hours never joins other hours', () => {
    fc.assert(
      fc.property(hours, (day) => {
        const before = withDay(emptyWeek, 0, joined(day));
        const room = freeHours(before, 0);
        if (room === null) return;
        expect(isValid(room)).toBe(true);
        expect(withInterval(before, 0, room).week[0]).toHaveLength((before[0]?.length ?? 0) + 1);
      }),
    );
  });

  it('joining twice changes nothing, and neither joining loses an open minute', () => {
    fc.assert(
      fc.property(week, (plain) => {
        const once = plain.map(joined);
        expect(once.map(joined)).toEqual(once);
        expect(openMinutes(once)).toBe(openMinutes(plain));
      }),
    );
  });

  it('every move gives an interval that the server takes', () => {
    fc.assert(
      fc.property(interval, fc.integer({ min: -3_000, max: 3_000 }), (one, by) => {
        const step = snap(by);
        for (const next of [moved(one, step), closedAt(one, one.close + step), openedAt(one, one.open + step)])
          expect(isValid(next)).toBe(true);
      }),
    );
  });

  it('two weeks are the same whatever the order of entry, and differ by a quarter of an hour', () => {
    expect(sameWeek(desk, withDay(desk, 0, [at(13, 20), at(8, 12)]))).toBe(true);
    expect(sameWeek(desk, withDay(desk, 0, [at(13, 20), at(8, 12.25)]))).toBe(false);
  });
});
