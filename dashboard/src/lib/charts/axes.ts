// The axes that all charts share: hairlines across, no frame, few round ticks.
import type { ScaleOptionsByType } from 'chart.js';
import type { Format } from '../format/format.ts';
import type { ChartUnit } from './chart.ts';
import type { Paint } from './paint.ts';
import { linearDurationTicks, logDurationTicks, shareCeiling } from './ticks.ts';

type Linear = ScaleOptionsByType<'linear'>;
type Log = ScaleOptionsByType<'logarithmic'>;
type DeepPartial<T> = { [Key in keyof T]?: T[Key] extends (...args: never[]) => unknown ? T[Key] : DeepPartial<T[Key]> };

export const tickFont = (paint: Paint) => ({ family: paint.font, size: 12 });

/** The value axis for a unit; durations go log where a linear axis would hide the small ones. */
export function valueAxis(
  asked: { unit: ChartUnit; isLog: boolean; max: number; min: number; isStacked: boolean },
  paint: Paint,
  format: Format,
) {
  const ticks = { color: paint.quiet, font: tickFont(paint), padding: 6, maxTicksLimit: 5 };
  const grid = { color: paint.line, drawTicks: false, lineWidth: 1 };
  if (asked.unit === 'ms') {
    const values = asked.isLog ? logDurationTicks(asked.min / 1.3, asked.max * 1.3, 5) : linearDurationTicks(asked.max, 4);
    return {
      type: asked.isLog ? ('logarithmic' as const) : ('linear' as const),
      min: asked.isLog ? asked.min / 1.3 : 0,
      max: asked.isLog ? asked.max * 1.3 : (values.at(-1) ?? asked.max),
      border: { display: false },
      grid,
      ticks: { ...ticks, callback: (value: string | number) => format.duration(Number(value)) },
      afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
        axis.ticks = values.map((value) => ({ value }));
      },
    } satisfies DeepPartial<Linear> | DeepPartial<Log>;
  }
  const isShare = asked.unit === 'share';
  return {
    type: 'linear' as const,
    beginAtZero: true,
    stacked: asked.isStacked,
    ...(isShare ? { min: 0, max: shareCeiling(asked.max) } : {}),
    ...(asked.unit === 'grade' ? { min: 1, max: 7 } : {}),
    border: { display: false },
    grid,
    ticks: {
      ...ticks,
      ...(asked.unit === 'count' ? { precision: 0 } : {}),
      callback: (value: string | number) => (isShare ? format.share(Number(value), 1) : plainTick(Number(value), format)),
    },
  };
}

/** A tick between two whole numbers is told as it is: halves rounded would show one number twice. */
function plainTick(value: number, format: Format): string {
  return Number.isInteger(value) ? format.count(value) : format.score(value);
}
