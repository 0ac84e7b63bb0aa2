// Figures as charts, and what their comparisons say.
import { describe, expect, it } from 'vitest';
import { bucketsOf } from '../../../dashboard/src/lib/charts/bucket.ts';
import { changeTone, intervalOf, valueOf } from '../../../dashboard/src/lib/metrics/figure.ts';
import { eventsOver, figureChart } from '../../../dashboard/src/lib/metrics/figure-chart.ts';
import { listOf, metricNamed } from '../../../dashboard/src/lib/metrics/traits.ts';
import { answerOf, groupOf } from '../answers.ts';

const buckets = bucketsOf({ from: '2026-03-16', to: '2026-03-18' }, 'day', 'Asia/Shanghai');
const labels = { value: 'value', p50: 'P50', p90: 'P90' };

describe('figureChart', () => {
  it('draws half and nine tenths of a duration with their bands, gaps where a quantile was not reached', () => {
    const chart = figureChart(
      answerOf({
        unit: 'ms',
        groups: [
          groupOf('2026-03-17', 8, {
            quantiles: { p50: 100, p90: null, p95: null },
            interval: { p50: [80, 120], p90: [200, null], p95: [null, null] },
            immature: true,
          }),
        ],
      }),
      buckets,
      'day',
      labels,
    );
    expect(chart).toEqual({
      unit: 'ms',
      size: 'day',
      buckets,
      series: [
        {
          key: 'p50',
          label: 'P50',
          colour: 1,
          shape: 'line',
          values: [null, 100, null],
          low: [null, 80, null],
          high: [null, 120, null],
          n: [null, 8, null],
        },
        {
          key: 'p90',
          label: 'P90',
          colour: 4,
          shape: 'line',
          values: [null, null, null],
          low: [null, 200, null],
          high: [null, null, null],
          n: [null, 8, null],
        },
      ],
      immature: [false, true, false],
      events: [],
    });
  });

  it('draws counts as bars without a band', () => {
    const chart = figureChart(answerOf({ unit: 'count', groups: [groupOf('2026-03-16', 3)] }), buckets, 'day', labels);
    expect(chart.series).toEqual([{ key: 'value', label: 'value', colour: 1, shape: 'bar', values: [3, null, null] }]);
  });
});

describe('eventsOver', () => {
  const event = (from: string, to: string) => ({
    id: 'e',
    kind: 'market' as const,
    label: 'swing',
    from,
    to,
    magnitude: null,
    source: null,
    sourceLabel: null,
  });

  it('lays an event over the days of the zone that it touches', () => {
    const shown = eventsOver(
      buckets,
      'day',
      [
        event('2026-03-15T15:00:00Z', '2026-03-16T17:00:00Z'),
        event('2026-03-17T16:30:00Z', '2026-03-17T16:30:00Z'),
        event('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'),
      ],
      'Asia/Shanghai',
    );
    expect(shown).toEqual([
      { first: 0, last: 1, label: 'swing' },
      { first: 2, last: 2, label: 'swing' },
    ]);
  });
});

describe('figures', () => {
  it('are a value or a quantile, with the interval that belongs to it', () => {
    const duration = {
      n: 3,
      quantiles: { p50: 1, p90: 2, p95: null },
      interval: { p50: [0, 2] as const, p90: [1, 3] as const, p95: [null, null] as const },
    };
    expect([
      valueOf(duration),
      valueOf(duration, 'p90'),
      valueOf(duration, 'p95'),
      intervalOf(duration, 'p90'),
      valueOf({ n: 0 }),
      intervalOf({ n: 2, value: 1, interval: [0, 1] }),
    ]).toEqual([1, 2, null, [1, 3], null, [0, 1]]);
  });

  it('change for better or worse by the direction of the metric, and only clearly', () => {
    const change = (difference: number | null, clear: boolean) => ({
      range: { from: '', to: '' },
      figure: { n: 1 },
      difference,
      interval: null,
      clear,
    });
    expect([
      changeTone(change(1, true), 'higher'),
      changeTone(change(1, true), 'lower'),
      changeTone(change(1, true), 'neutral'),
      changeTone(change(1, false), 'higher'),
      changeTone(change(null, true), 'higher'),
    ]).toEqual(['better', 'worse', 'changed', 'unclear', 'unclear']);
  });
});

describe('listOf', () => {
  it('has no range where the figure has none', () => {
    expect([listOf('overdue', { where: { channel: ['chat'] } }), listOf('csat')]).toEqual([
      { metric: 'overdue', range: 'all', where: { channel: ['chat'] } },
      { metric: 'csat' },
    ]);
  });

  it('knows metrics by name and nothing else', () => {
    expect([metricNamed('csat'), metricNamed('toString'), metricNamed('x')]).toEqual(['csat', null, null]);
  });
});
