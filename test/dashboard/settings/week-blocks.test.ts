// Blocks of the week editor: what is drawn on which day.
import { describe, expect, it } from 'vitest';
import { emptyWeek, type Week, wholeDay, withDay } from '../../../dashboard/src/lib/settings/calendar/week.ts';
import { blocksOf, isAlwaysOpen, openMinutes, openMinutesOf } from '../../../dashboard/src/lib/settings/calendar/week-blocks.ts';

const night = { open: 1320, close: 1800 };
const always: Week = emptyWeek.map(() => [wholeDay]);

describe('blocks', () => {
  it('draws a night as a block that runs on and its rest on the next morning', () => {
    const week = withDay(emptyWeek, 4, [night]);
    expect(blocksOf(week, 4)).toEqual([{ place: { day: 4, index: 0 }, day: 4, from: 1320, to: 1440, isRest: false, runsOn: true }]);
    expect(blocksOf(week, 5)).toEqual([{ place: { day: 4, index: 0 }, day: 5, from: 0, to: 360, isRest: true, runsOn: false }]);
  });

  it('lets the night of Sunday end on Monday', () => {
    expect(blocksOf(withDay(emptyWeek, 6, [night]), 0)).toEqual([
      { place: { day: 6, index: 0 }, day: 0, from: 0, to: 360, isRest: true, runsOn: false },
    ]);
  });

  it('draws a day up to 24:00 as one block without a rest', () => {
    expect(blocksOf(always, 3)).toEqual([{ place: { day: 3, index: 0 }, day: 3, from: 0, to: 1440, isRest: false, runsOn: false }]);
  });

  it('counts every open minute once, also where a night overlaps the next day', () => {
    const week = withDay(withDay(emptyWeek, 0, [night]), 1, [{ open: 300, close: 720 }]);
    expect([openMinutesOf(week, 0), openMinutesOf(week, 1), openMinutes(week)]).toEqual([120, 720, 840]);
  });

  it('knows a week without a closed minute', () => {
    expect([isAlwaysOpen(always), isAlwaysOpen(withDay(always, 2, [{ open: 0, close: 1425 }])), isAlwaysOpen(emptyWeek)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
