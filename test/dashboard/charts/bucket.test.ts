// The time buckets of charts: the whole range, in any zone, over daylight saving.
import { describe, expect, it } from 'vitest';
import { alignTo, bucketSizeFor, bucketsOf } from '../../../dashboard/src/lib/charts/bucket.ts';
import { instantOfHour } from '../../../dashboard/src/lib/format/wall-clock.ts';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

describe('bucketsOf', () => {
  it('gives every day of the range, the first and the last included', () => {
    expect(bucketsOf({ from: '2026-02-27', to: '2026-03-02' }, 'day', 'Asia/Shanghai').map((bucket) => bucket.key)).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
  });

  it('begins weeks on Monday and cuts the outer ones to the range', () => {
    expect(bucketsOf({ from: '2026-03-04', to: '2026-03-17' }, 'week', 'UTC')).toEqual([
      { key: '2026-03-02', from: '2026-03-04', to: '2026-03-08' },
      { key: '2026-03-09', from: '2026-03-09', to: '2026-03-15' },
      { key: '2026-03-16', from: '2026-03-16', to: '2026-03-17' },
    ]);
  });

  it('knows the lengths of months', () => {
    expect(bucketsOf({ from: '2026-01-31', to: '2026-03-01' }, 'month', 'UTC')).toEqual([
      { key: '2026-01', from: '2026-01-31', to: '2026-01-31' },
      { key: '2026-02', from: '2026-02-01', to: '2026-02-28' },
      { key: '2026-03', from: '2026-03-01', to: '2026-03-01' },
    ]);
  });

  it('has 24 hours on a plain day and 23 where the clocks jump', () => {
    const hours = (day: string) => bucketsOf({ from: day, to: day }, 'hour', 'Europe/Berlin');
    expect([hours('2026-03-28').length, hours('2026-03-29').length]).toEqual([24, 23]);
    expect(hours('2026-03-29').map((bucket) => bucket.key.slice(11))).not.toContain('02');
    expect(hours('2026-03-29')[2]).toEqual({ key: '2026-03-29T03', from: '2026-03-29T01:00:00.000Z', to: '2026-03-29T02:00:00.000Z' });
  });

  it('are sized to be read', () => {
    const size = (to: string) => bucketSizeFor({ from: '2026-01-01', to });
    expect([
      size('2026-01-01'),
      size('2026-01-02'),
      size('2026-01-03'),
      size('2026-03-31'),
      size('2026-06-30'),
      size('2028-12-31'),
    ]).toEqual(['hour', 'hour', 'day', 'day', 'week', 'month']);
  });
});

describe('instantOfHour', () => {
  it('is right in whole, half and quarter hour zones and over both changes of the clock', () => {
    expect([
      iso(instantOfHour('2026-03-20T09', 'Asia/Shanghai')),
      iso(instantOfHour('2026-03-20T09', 'Asia/Kolkata')),
      iso(instantOfHour('2026-03-20T09', 'Asia/Kathmandu')),
      iso(instantOfHour('2026-03-29T02', 'Europe/Berlin')),
      iso(instantOfHour('2026-10-25T02', 'Europe/Berlin')),
      iso(instantOfHour('2026-12-31T23', 'Pacific/Auckland')),
      instantOfHour('nonsense', 'UTC'),
    ]).toEqual([
      '2026-03-20T01:00:00.000Z',
      '2026-03-20T03:30:00.000Z',
      '2026-03-20T03:15:00.000Z',
      null,
      '2026-10-25T00:00:00.000Z',
      '2026-12-31T10:00:00.000Z',
      null,
    ]);
  });
});

describe('alignTo', () => {
  it('leaves a gap where there is no figure, never a zero', () => {
    const buckets = bucketsOf({ from: '2026-03-01', to: '2026-03-03' }, 'day', 'UTC');
    expect(
      alignTo(
        buckets,
        [
          { keys: ['2026-03-02'], n: 7 },
          { keys: ['2025-01-01'], n: 9 },
        ],
        (group) => group.n,
      ),
    ).toEqual([null, 7, null]);
  });
});
