// The design tokens as a canvas needs them: read from the page, so that charts and text never part ways.

export type Paint = {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly hatch: string;
  readonly font: string;
  /** Place 0 is the colour of "others". */
  readonly series: readonly string[];
};

/** The tokens in force right now. Ask again after a change of theme. */
export function readPaint(): Paint {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    quiet: token('--ink-3'),
    line: token('--line'),
    surface: token('--surface'),
    hatch: token('--hatch'),
    font: style.fontFamily,
    series: ['--series-rest', '--series-1', '--series-2', '--series-3', '--series-4', '--series-5', '--series-6'].map(token),
  };
}

/** The colour of a series by its place in the palette. */
export function seriesColour(paint: Paint, place: number): string {
  return paint.series[place] ?? paint.series[0] ?? paint.quiet;
}

/** A `#rrggbb` colour, more or less transparent. */
export function withAlpha(colour: string, alpha: number): string {
  return `${colour}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
