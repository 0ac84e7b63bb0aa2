// Answers of the API for the dashboard's tests, with every field that a test does not care about filled in.
import type { Answer, FigureGroup } from '../../dashboard/src/lib/api/shapes.ts';

export function answerOf(more: Partial<Answer>): Answer {
  return {
    metric: 'answered-within-promise',
    version: 1,
    unit: 'share',
    range: { from: '2026-02-19T16:00:00.000Z', to: '2026-03-19T16:00:00.000Z' },
    zone: 'Asia/Shanghai',
    clock: 'calendar',
    population: 'arrival',
    groupBy: [],
    n: 0,
    value: null,
    interval: null,
    excluded: {},
    freshness: { asOf: '2026-03-20T07:42:00.000Z', lastMessageAt: '2026-03-20T07:39:00.000Z', change: 1, behind: [] },
    groups: [],
    ...more,
  };
}

export function groupOf(key: string, n: number, more: Partial<FigureGroup> = {}): FigureGroup {
  return { key, keys: key.split(' '), n, value: n, ...more };
}
