// The curves "answered by t" as Chart.js wants them: steps over a log time axis, with their bands.
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Format } from '../format/format.ts';
import { tickFont } from './axes.ts';
import type { CurveChart } from './chart.ts';
import { type Paint, seriesColour, withAlpha } from './paint.ts';
import { promisePlugin } from './plugins.ts';
import { drawnSteps } from './step-curve.ts';
import { logDurationTicks } from './ticks.ts';

type Point = { x: number; y: number };

/** `focused`: the one curve that stands out; null for all alike. Only then its band is drawn: seven bands at once say nothing. */
export function curveConfig(
  chart: CurveChart,
  focused: string | null,
  paint: Paint,
  format: Format,
  width: number,
): ChartConfiguration<'line', Point[]> {
  const isFocused = (key: string) => focused === null || focused === key;
  const ticks = logDurationTicks(chart.fromMs, chart.toMs, width < 500 ? 5 : 9);
  const datasets = chart.series.flatMap((series): ChartDataset<'line', Point[]>[] => {
    const steps = drawnSteps(series.points, chart.fromMs, chart.toMs);
    const colour = seriesColour(paint, series.colour);
    const line: ChartDataset<'line', Point[]> = {
      label: series.label,
      data: steps.map((point) => ({ x: point.ms, y: point.share })),
      borderColor: isFocused(series.key) ? colour : withAlpha(colour, 0.22),
      borderWidth: focused === series.key ? 2.25 : 1.75,
      stepped: 'before',
      pointRadius: 0,
      order: focused === series.key ? 0 : 1,
    };
    if (focused !== series.key && chart.series.length > 1) return [line];
    const edge = { borderWidth: 0, pointRadius: 0, stepped: 'before' as const, order: 2 };
    return [
      line,
      { ...edge, label: 'low', data: steps.map((point) => ({ x: point.ms, y: point.low })) },
      {
        ...edge,
        label: 'high',
        data: steps.map((point) => ({ x: point.ms, y: point.high })),
        fill: '-1',
        backgroundColor: withAlpha(colour, 0.16),
      },
    ];
  });
  return {
    type: 'line',
    data: { datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      events: [],
      layout: { padding: { top: 8, right: 8 } },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: {
        x: {
          type: 'logarithmic',
          min: chart.fromMs,
          max: chart.toMs,
          border: { color: paint.line },
          grid: { color: paint.line, drawTicks: false },
          ticks: {
            color: paint.quiet,
            font: tickFont(paint),
            padding: 6,
            maxRotation: 0,
            autoSkip: false,
            callback: (value) => format.duration(Number(value)),
          },
          afterBuildTicks: (axis) => {
            axis.ticks = ticks.map((value) => ({ value }));
          },
        },
        y: {
          type: 'linear',
          min: 0,
          max: 1,
          border: { display: false },
          grid: { color: paint.line, drawTicks: false },
          ticks: {
            color: paint.quiet,
            font: tickFont(paint),
            padding: 6,
            stepSize: 0.25,
            callback: (value) => format.share(Number(value), 1),
          },
        },
      },
    },
    plugins: [promisePlugin(chart, paint, isFocused)],
  };
}
