// Agreement of several people beyond chance: Krippendorff's alpha, with missing labels.

/** `ordinal`: labels have an order, given by their place; `nominal`: any two different labels are equally far apart. */
export type LabelDistance = 'nominal' | 'ordinal';

/**
 * Krippendorff's alpha over units, each the places (0, 1, 2, ...) of the labels it was given; units with fewer than two labels say
 * nothing. 1: complete agreement; 0: what chance would give; below 0: worse than chance. Null where no two labels can be compared,
 * or where only one label occurs at all, so that chance would agree as well.
 *
 * Source: K. Krippendorff, Content Analysis, 2nd ed. (2004), chapter 11; the reference values of the tests are those of the
 * worked example in his "Computing Krippendorff's Alpha-Reliability" (2011).
 *
 * @example krippendorffAlpha([[0, 0], [1, 1], [0, 1]], 'nominal') // 0.4444 to four places
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], distance: LabelDistance): number | null {
  const comparable = units.filter((unit) => unit.length > 1);
  const size = 1 + comparable.reduce((most, unit) => Math.max(most, ...unit), -1);
  const totals = new Float64Array(size);
  for (const unit of comparable) for (const label of unit) totals[label] = (totals[label] ?? 0) + 1;
  const n = totals.reduce((sum, one) => sum + one, 0);
  if (n === 0) return null;
  const apart = distancesOf(totals, distance);
  const observed = comparable.reduce((sum, unit) => sum + apartWithin(unit, apart, size) / (unit.length - 1), 0) / n;
  let expected = 0;
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1) expected += ((totals[a] ?? 0) * (totals[b] ?? 0) * (apart[a * size + b] ?? 0)) / (n * (n - 1));
  return expected === 0 ? null : 1 - observed / expected;
}

/** Squared distance of each pair of labels; on an ordinal scale it counts the labels that lie between, ends by half. */
function distancesOf(totals: Float64Array, distance: LabelDistance): Float64Array {
  const size = totals.length;
  const apart = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    let between = (totals[a] ?? 0) / 2;
    for (let b = a + 1; b < size; b += 1) {
      const far = distance === 'nominal' ? 1 : between + (totals[b] ?? 0) / 2;
      apart[a * size + b] = far * far;
      apart[b * size + a] = far * far;
      between += totals[b] ?? 0;
    }
  }
  return apart;
}

function apartWithin(unit: readonly number[], apart: Float64Array, size: number): number {
  let sum = 0;
  for (const a of unit) for (const b of unit) sum += apart[a * size + b] ?? 0;
  return sum;
}
