// Which colour a value has: the same on every page, whatever else is shown beside it.

/** Colours beside "others". */
export const paletteSize = 6;

/**
 * The place in the palette, 1 to 6, by how frequent a value is in the whole workspace, so that filters never repaint it;
 * 0, the colour of "others", from the seventh on and for unknown values.
 */
export function colourOf(value: string, byFrequency: readonly string[]): number {
  const place = byFrequency.indexOf(value);
  return place >= 0 && place < paletteSize ? place + 1 : 0;
}

/** Place of peaks in the palette, where they lie over a chart. */
export const peakColour = 4;
