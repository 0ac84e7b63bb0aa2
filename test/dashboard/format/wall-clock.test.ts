// A day and a time in a zone as an instant, over changes of the clocks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, wallAt } from '../../../dashboard/src/lib/format/wall-clock.ts';

const iso = (day: string, minutes: number, zone: string) => new Date(instantOf(day, minutes, zone)).toISOString();

describe('instantOf', () => {
  it('reads a plain day in zones with and without odd offsets', () => {
    expect(iso('2026-11-24', 1080, 'Asia/Shanghai')).toBe('2026-11-24T10:00:00.000Z');
    expect(iso('2026-11-24', 0, 'Asia/Kathmandu')).toBe('2026-11-23T18:15:00.000Z');
    expect(iso('2026-07-01', 600, 'America/New_York')).toBe('2026-07-01T14:00:00.000Z');
  });
  it('takes the first of two equal times in autumn and an hour later for one that is skipped in spring', () => {
    expect(iso('2026-10-25', 150, 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(iso('2026-03-29', 150, 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(wallAt(Date.parse('2026-03-29T01:30:00Z'), 'Europe/Berlin')).toEqual({ day: '2026-03-29', minutes: 210 });
  });
  it('is the way back from what the clocks show, apart from the hour that comes twice', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia');
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 26_000_000 }), (name, minute) => {
        const at = minute * 60_000;
        const { day, minutes } = wallAt(at, name);
        const back = instantOf(day, minutes, name);
        expect(at - back === 0 || (at - back > 0 && at - back <= 3_600_000 && wallAt(back, name).minutes === minutes)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
