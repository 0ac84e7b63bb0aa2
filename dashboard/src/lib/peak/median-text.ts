// Medians of counts in words: whole ones without a digit after the point, halves with it.
import type { Format } from '../format/format.ts';

/** `3`, `4.5`, `-` for none. */
export function medianText(value: number | null | undefined, format: Format): string {
  return Number.isInteger(value) ? format.count(value) : format.score(value);
}
