// Uplifts in words and as places on a bar: how much more than usual came in, with its interval.
import type { EventUplift, StretchUplift } from '../api/shapes.ts';
import type { ChartTable } from '../charts/chart.ts';
import type { Format } from '../format/format.ts';
import type { ListSpec } from '../url-state/panel.ts';
import type { Words } from '../words/words.ts';
import { medianText } from './median-text.ts';

type Figure = NonNullable<StretchUplift['figure']>;

/** The rows that were counted; null where no hour of the stretch is over. */
export function stretchList({ counted }: StretchUplift, category?: string): ListSpec | null {
  if (counted === null) return null;
  return { metric: 'arrivals', range: counted, ...(category === undefined ? {} : { where: { category: [category] } }) };
}

/** `+51 (+34 to +71)`. */
export function moreThanUsual(figure: Figure, format: Format): { readonly value: string; readonly interval: string } {
  const [low, high] = figure.interval;
  const round = (value: number) => format.difference(Math.round(value), 'count');
  return { value: round(figure.uplift), interval: `${round(low)} – ${round(high)}` };
}

export function timesUsual(figure: Figure, words: Words, format: Format): string {
  return figure.ratio === null ? '-' : words.peak.timesValue(format.score(figure.ratio));
}

/** True where the interval leaves out 0. */
export function isClear({ interval: [low, high] }: Figure): boolean {
  return low > 0 || high < 0;
}

/** Why there is no figure; null where there is one. */
export function withoutFigure({ state, weeks }: StretchUplift, words: Words): string | null {
  if (state === 'not-begun') return words.peak.notBegun;
  return state === 'not-enough-weeks' ? words.peak.notEnough(weeks) : null;
}

export function backToUsual({ state, afterMs }: EventUplift['decay'], words: Words, format: Format): string {
  if (state === 'back') return words.peak.backAfter(format.duration(afterMs));
  return words.peak.backNot[state];
}

/** Places on a bar from nothing to four times usual, in percent; what lies beyond ends at its edge. */
export type BarPlaces = { readonly usual: number; readonly value: number; readonly from: number; readonly to: number };
const mostTimes = 4;

export function barPlaces({ ratio, ratioInterval }: Figure): BarPlaces | null {
  if (ratio === null || ratioInterval === null) return null;
  const place = (times: number) => (Math.min(mostTimes, Math.max(0, times)) / mostTimes) * 100;
  return { usual: place(1), value: place(ratio), from: place(ratioInterval[0]), to: place(ratioInterval[1]) };
}

const bare = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

/** The events as a table for copying: one row each, the figures bare. */
export function upliftTable(events: readonly EventUplift[], words: Words, format: Format): ChartTable {
  const text = words.peak;
  const columns = [
    text.event,
    words.events.from,
    words.events.to,
    text.arrived,
    text.usual,
    text.more,
    `${text.more}: 95 %`,
    text.times,
    text.back,
  ];
  const rows = events.map(({ event, window, uplift, decay }) => {
    const { figure } = uplift;
    const more = figure === null ? null : moreThanUsual(figure, format);
    return {
      label: `${words.events.kinds[event.kind]}: ${event.label}`,
      cells: [
        { shown: format.time(window.from), bare: window.from },
        { shown: format.time(window.to), bare: window.to },
        { shown: format.count(uplift.counted === null ? null : uplift.n), bare: uplift.counted === null ? '' : String(uplift.n) },
        { shown: withoutFigure(uplift, words) ?? medianText(figure?.expected, format), bare: bare(figure?.expected) },
        { shown: more?.value ?? '-', bare: bare(figure?.uplift) },
        { shown: more?.interval ?? '-', bare: figure === null ? '' : figure.interval.join('..') },
        { shown: figure === null ? '-' : timesUsual(figure, words, format), bare: bare(figure?.ratio) },
        { shown: backToUsual(decay, words, format), bare: bare(decay.afterMs) },
      ],
    };
  });
  return { columns, rows };
}
