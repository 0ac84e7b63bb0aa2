// How many of each rung came from below, as estimates side by side.
import type { IntervalChart } from '../charts/interval.ts';
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import type { ComplaintLadder } from './shapes.ts';

export function ladderChart(ladder: ComplaintLadder, words: Words, format: Format, hrefOf: (rung: string) => string): IntervalChart {
  return {
    unit: 'share',
    rowName: words.complaints.column.rung,
    rows: ladder.rungs
      .filter(({ rung }) => rung !== 'ticket')
      .map(({ rung, n, share, interval }) => ({
        key: rung,
        label: format.rung(rung),
        value: share,
        low: interval?.[0] ?? null,
        high: interval?.[1] ?? null,
        n,
        href: n === 0 ? null : hrefOf(rung),
      })),
  };
}
