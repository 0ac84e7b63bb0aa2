// Peak load in words: when most comes in, how much of it outside opening hours, and who waits longest.
import type { WeekCell, WeekGrid } from '../api/shapes.ts';
import type { Format } from '../format/format.ts';
import type { ListSpec } from '../url-state/panel.ts';
import type { DayRange } from '../url-state/range.ts';
import { plainText, type Sentence, say } from '../words/say.ts';
import type { Words } from '../words/words.ts';
import { hourName } from './hour-name.ts';
import { cellList, layers, type OwnLayerId } from './layers.ts';
import { medianText } from './median-text.ts';

/** Fewer first waits than this in an hour are no pattern. */
const leastWaits = 10;

export type SentenceParts = {
  readonly words: Words;
  readonly format: Format;
  readonly range: DayRange;
  readonly href: (list: ListSpec) => string;
};

export function peakSentence(grid: WeekGrid, { words, format, range, href }: SentenceParts): Sentence {
  const busiest = highest(grid.cells, 'median');
  if (grid.n === 0 || busiest === null) return say`${words.chart.noData}`;
  const piece = (id: OwnLayerId, cell: WeekCell, text: string) => {
    const list = cellList(id, cell, { zone: grid.zone, calendar: grid.calendar.id });
    return { text, href: list === null ? null : href(list) };
  };
  const name = (cell: WeekCell) => hourName(cell.key, format.locale, words.comma);
  const most = words.peak.sentence(
    piece('median', busiest, name(busiest)),
    medianText(busiest.median, format),
    format.dayRange(range.from, range.to),
  );
  const open = grid.cells.reduce((sum, cell) => sum + cell.openN, 0);
  const outside = words.peak.outside(format.share((grid.n - open) / grid.n, grid.n));
  const slowest = highest(
    grid.cells.filter((cell) => cell.wait.n >= leastWaits),
    'wait',
  );
  if (slowest === null) return say`${most}${outside}`;
  const longest = words.peak.longest(name(slowest), piece('wait', slowest, format.duration(slowest.wait.p90)));
  return say`${most}${outside}${longest}`;
}

/** A sentence of the usual length: it keeps the place of the real one while that is on its way. */
export function usualPeakSentence(words: Words, format: Format): string {
  const text = words.peak;
  const range = format.dayRange('2026-03-02', '2026-03-29');
  return plainText(
    say`${text.sentence(text.usualHour, '7', range)}${text.outside('44 %')}${text.longest(text.usualHour, format.duration(86_400_000))}`,
  );
}

function highest(cells: readonly WeekCell[], id: OwnLayerId): WeekCell | null {
  const known = cells.filter((cell) => layers[id].value(cell) !== null);
  return known.toSorted((a, b) => (layers[id].value(b) ?? 0) - (layers[id].value(a) ?? 0))[0] ?? null;
}
