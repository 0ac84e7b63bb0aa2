// What changed, and what only looks as if it had.
import { describe, expect, it } from 'vitest';
import type { FigureGroup } from '../../../dashboard/src/lib/api/shapes.ts';
import { type Grouped, movementsOf } from '../../../dashboard/src/lib/overview/movements.ts';

const share = (key: string, value: number, half: number, n = 400): FigureGroup => ({
  key,
  keys: [key],
  n,
  value,
  interval: [value - half, value + half],
});
const kept = (now: readonly FigureGroup[], then: readonly FigureGroup[]): Grouped => ({
  metric: 'answered-within-promise',
  dimension: 'channel',
  now,
  then,
});

const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'];
const counts = (value: string, of: readonly number[]): readonly FigureGroup[] =>
  of.map((n, day) => ({ key: `${days[day]} ${value}`, keys: [days[day] ?? '', value], n, value: n }));

describe('movementsOf', () => {
  it('names what moved clearly, the surest first, and counts all it compared', () => {
    const found = movementsOf([
      kept(
        [share('email', 0.7, 0.02), share('chat', 0.8, 0.02), share('forum', 0.9, 0.05)],
        [share('email', 0.9, 0.02), share('chat', 0.9, 0.02), share('forum', 0.91, 0.05)],
      ),
    ]);
    expect([found.compared, found.clear.map(({ value, then, now }) => [value, then, now])]).toEqual([
      3,
      [
        ['email', 0.9, 0.7],
        ['chat', 0.9, 0.8],
      ],
    ]);
  });

  it('asks for more the more it compares: what is clear alone is not clear among forty', () => {
    const one = kept([share('email', 0.85, 0.03)], [share('email', 0.9, 0.03)]);
    const many = kept(
      Array.from({ length: 40 }, (_, place) => share(`c${place}`, place === 0 ? 0.85 : 0.9, 0.03)),
      Array.from({ length: 40 }, (_, place) => share(`c${place}`, 0.9, 0.03)),
    );
    expect([movementsOf([one]).clear.length, movementsOf([many]).clear.length]).toEqual([1, 0]);
  });

  it('leaves out tiny groups and groups that were not there before', () => {
    expect(movementsOf([kept([share('email', 0.1, 0.01, 9), share('new', 0.1, 0.01)], [share('email', 0.9, 0.01)])])).toEqual({
      compared: 0,
      clear: [],
    });
  });

  it('compares arrivals by pairs of days, not as if they came by pure chance', () => {
    const arrivals = (now: readonly number[], then: readonly number[]): Grouped => ({
      metric: 'arrivals',
      dimension: 'channel',
      now: counts('chat', now),
      then: counts('chat', then),
    });
    const swinging = movementsOf([arrivals([90, 10, 80, 12, 95, 9, 88], [10, 85, 9, 90, 11, 70, 12])]);
    const risen = movementsOf([arrivals([30, 33, 31, 29, 32, 30, 31], [20, 22, 21, 19, 23, 20, 21])]);
    expect([swinging.clear.length, risen.clear.map(({ now, then, difference }) => [now, then, difference])]).toEqual([0, [[216, 146, 70]]]);
  });
});
