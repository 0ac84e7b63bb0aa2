// "The same but for the last digits", for whole lists of figures.
import { expect } from 'vitest';

/** Matches numbers that agree to about 9 digits; null matches null. */
export function nearly(values: readonly (number | null)[], digits = 9): unknown[] {
  return values.map((value) => {
    if (value === null || value === 0) return value;
    return expect.closeTo(value, Math.max(0, digits - Math.ceil(Math.log10(Math.abs(value)))));
  });
}
