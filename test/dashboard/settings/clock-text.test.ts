// Times of day as people type them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, parseClock, parseHours } from '../../../dashboard/src/lib/settings/calendar/clock-text.ts';

describe('clock text', () => {
  it('writes 24:00 as 24:00 and the next morning by its own clock', () => {
    expect([0, 485, 1440, 1800, 2880].map(clockText)).toEqual(['00:00', '08:05', '24:00', '06:00', '24:00']);
  });
  it('reads what people type', () => {
    expect(['8', '08:00', '8:30', '830', '1745', '8.30', '８：３０', '8点30分', '24:00', ' 0 '].map(parseClock)).toEqual([
      480, 480, 510, 510, 1065, 510, 510, 510, 1440, 0,
    ]);
  });
  it('refuses what is no time', () => {
    expect(['', '25', '24:15', '8:60', 'noon', '-1', '8:5', '12:345'].map(parseClock)).toEqual(Array.from({ length: 8 }, () => null));
  });
  it('reads back every quarter of a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
        expect(parseClock(clockText(minutes))).toBe(minutes);
      }),
    );
  });
  it('takes a close at or before the opening for the next day', () => {
    expect(parseHours('22:00', '06:00')).toEqual({ hours: { open: 1320, close: 1800 } });
    expect(parseHours('0', '24')).toEqual({ hours: { open: 0, close: 1440 } });
    expect(parseHours('0', '0')).toEqual({ hours: { open: 0, close: 1440 } });
    expect(parseHours('8', '8')).toEqual({ hours: { open: 480, close: 1920 } });
  });
  it('names the field that is wrong', () => {
    expect([parseHours('x', '8'), parseHours('24:00', '8'), parseHours('8', '')]).toEqual([
      { problem: 'open' },
      { problem: 'open' },
      { problem: 'close' },
    ]);
  });
});
