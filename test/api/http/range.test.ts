// Ranges: days of a zone, both inclusive, over clock changes; instants, of which the last is not included.
import { describe, expect, it } from 'vitest';
import { isMoment, startOfDay, toInstant, toRange } from '#api/http/range.ts';

const asOf = Date.parse('2026-03-29T12:00:00Z');
const iso = (range: ReturnType<typeof toRange>) => range && [new Date(range.from).toISOString(), new Date(range.to).toISOString()];

describe('a range', () => {
  it('is everything without from and to', () => {
    expect(toRange(undefined, undefined, 'Asia/Shanghai', asOf)).toBeNull();
  });

  it('takes both days whole, in the zone that is asked about', () => {
    expect(iso(toRange('2026-03-01', '2026-03-31', 'Asia/Shanghai', asOf))).toEqual([
      '2026-02-28T16:00:00.000Z',
      '2026-03-31T16:00:00.000Z',
    ]);
  });

  it('has 23 hours on the day on which clocks go forward', () => {
    expect(iso(toRange('2026-03-29', '2026-03-29', 'Europe/Berlin', asOf))).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
  });

  it('begins at the first instant of a day whose midnight does not exist', () => {
    // Beirut moves its clocks at midnight: 2026-03-29 begins at 01:00.
    expect(new Date(startOfDay('2026-03-29', 'Asia/Beirut')).toISOString()).toBe('2026-03-28T22:00:00.000Z');
  });

  it('knows quarter-hour zones', () => {
    expect(iso(toRange('2026-01-01', '2026-01-01', 'Asia/Kathmandu', asOf))).toEqual([
      '2025-12-31T18:15:00.000Z',
      '2026-01-01T18:15:00.000Z',
    ]);
  });

  it('does not include the instant at its end', () => {
    expect(iso(toRange('2026-03-01T00:00:00Z', '2026-03-02T00:00:00+08:00', 'UTC', asOf))).toEqual([
      '2026-03-01T00:00:00.000Z',
      '2026-03-01T16:00:00.000Z',
    ]);
  });

  it('reads an offset whose plus became a blank on its way through a URL', () => {
    expect(toInstant('2026-03-01T08:00:00 08:00')).toBe(Date.parse('2026-03-01T00:00:00Z'));
  });

  it('runs to the end of the day of the report without to', () => {
    expect(iso(toRange('2026-03-01', undefined, 'Europe/Berlin', asOf))).toEqual(['2026-02-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
  });

  it('is refused where it ends before it begins, and where only its end is given', () => {
    expect(() => toRange('2026-03-02', '2026-03-01', 'UTC', asOf)).toThrow('from: must be before to');
    expect(() => toRange(undefined, '2026-03-01', 'UTC', asOf)).toThrow('from: is needed where to is given');
  });
});

describe('a moment', () => {
  it('is a day or an instant that exists', () => {
    expect(['2026-02-28', '2026-03-01T00:00Z', '2026-03-01T00:00:00.123+0530'].filter(isMoment)).toHaveLength(3);
    expect(['2026-02-30', '2026-3-1', 'yesterday', '2026-03-01T00:00:00', '', '1e9'].filter(isMoment)).toEqual([]);
  });
});
