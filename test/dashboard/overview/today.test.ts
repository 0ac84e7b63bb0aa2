// Today's arrivals against the same weekday's usual.
import { describe, expect, it } from 'vitest';
import type { FigureGroup } from '../../../dashboard/src/lib/api/shapes.ts';
import { bucketsOf } from '../../../dashboard/src/lib/charts/bucket.ts';
import { todayArrivals, todayChart, usualDays } from '../../../dashboard/src/lib/overview/today.ts';

const today = '2026-03-20';
const buckets = bucketsOf({ from: today, to: today }, 'hour', 'Asia/Shanghai');
const at = Date.parse('2026-03-20T10:30:00+08:00');
const hour = (key: string, n: number): FigureGroup => ({ key, keys: [key], n, value: n });

describe('usualDays', () => {
  it('are the same weekday of the eight weeks before', () => {
    expect([usualDays(today).length, usualDays(today)[0], usualDays(today)[7]]).toEqual([8, '2026-03-13', '2026-01-23']);
  });
});

describe('todayArrivals', () => {
  const groups = [
    ...usualDays(today).flatMap((day, week) => [hour(`${day}T09`, 4 + week), hour(`${day}T10`, 2)]),
    hour(`${today}T09`, 9),
    hour(`${today}T10`, 1),
    hour('2026-03-19T09', 500),
  ];
  const found = todayArrivals(buckets, groups, today, at);

  it('takes the median of the same weekday and leaves other days out', () => {
    expect([found.usual[9], found.usual[10], found.usual[11]]).toEqual([7.5, 2, 0]);
  });

  it('counts what the bars show, and the usual by the share of the running hour that is over', () => {
    expect([found.soFar, found.usualSoFar, found.counts[10], found.counts[11]]).toEqual([10, 8.5, 1, null]);
  });

  it('counts what came in a quarter of an hour after midnight', () => {
    const early = todayArrivals(
      buckets,
      [hour(`${today}T00`, 2), ...usualDays(today).map((day) => hour(`${day}T00`, 4))],
      today,
      Date.parse('2026-03-20T00:15:00+08:00'),
    );
    expect([early.soFar, early.usualSoFar]).toEqual([2, 1]);
  });

  it('has no usual where nothing is known of the weeks before', () => {
    const fresh = todayArrivals(buckets, [hour(`${today}T09`, 3)], today, at);
    expect([fresh.usual[9], fresh.usualSoFar, fresh.soFar]).toEqual([null, null, 3]);
  });

  it('does not take weeks before the first arrival for quiet ones', () => {
    const young = todayArrivals(buckets, [hour('2026-03-13T09', 6), hour(`${today}T09`, 3)], today, at);
    expect(young.usual[9]).toBe(6);
  });

  it('hatches the hour that is running', () => {
    const chart = todayChart(buckets, found, at, { today: 'today', usual: 'usual' });
    expect(chart.immature.map((isMoving, place) => (isMoving ? place : -1)).filter((place) => place >= 0)).toEqual([10]);
  });
});
