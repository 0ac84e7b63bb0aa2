// How much the margins of new planes count beside those of a model that stays as it is.
import { minimise, type Smooth } from '../learn/minimise.ts';
import { toShares } from '../learn/shares.ts';
import type { CategoryModel } from '../scores/category-model.ts';

type Given = {
  readonly shipped: CategoryModel;
  readonly origins: readonly number[];
  /** By row. */
  readonly planes: readonly number[];
  readonly trust: readonly number[];
};

const pull = 1e-3;

/** Scale and offset of each plane: those of the shipped model where it has them, else of the least mean log loss. */
export function fitNewPlanes(
  margins: readonly Float64Array[],
  { shipped, origins, planes, trust }: Given,
): { readonly scales: readonly number[]; readonly offsets: readonly number[] } {
  const { sharpness } = shipped;
  const fresh = origins.flatMap((origin, plane) => (origin < 0 ? [plane] : []));
  const at = (point: Float64Array) => ({
    scales: origins.map((origin) => (origin < 0 ? (point[0] ?? sharpness) : sharpness)),
    offsets: origins.map((origin, plane) => (origin < 0 ? (point[1 + fresh.indexOf(plane)] ?? 0) : (shipped.offsets[origin] ?? 0))),
  });
  if (fresh.length === 0) return at(new Float64Array(0));
  const start = new Float64Array(1 + fresh.length).fill(shipped.offsets.reduce((sum, one) => sum + one, 0) / shipped.offsets.length);
  start[0] = sharpness;
  const whole = trust.reduce((sum, one) => sum + one, 0);
  const loss: Smooth = (point, slope) => {
    const { scales, offsets } = at(point);
    slope.fill(0);
    let value = 0;
    margins.forEach((row, index) => {
      const weight = (trust[index] ?? 0) / whole;
      const shares = toShares(row.map((margin, plane) => margin * (scales[plane] ?? 0) + (offsets[plane] ?? 0)));
      const truth = planes[index] ?? 0;
      value -= weight * Math.log(Math.max(1e-12, shares[truth] ?? 0));
      fresh.forEach((plane, order) => {
        const error = weight * ((shares[plane] ?? 0) - (plane === truth ? 1 : 0));
        slope[0] = (slope[0] ?? 0) + error * (row[plane] ?? 0);
        slope[1 + order] = (slope[1 + order] ?? 0) + error;
      });
    });
    point.forEach((one, index) => {
      const away = one - (start[index] ?? 0);
      slope[index] = (slope[index] ?? 0) + pull * away;
      value += 0.5 * pull * away * away;
    });
    return value;
  };
  return at(minimise(loss, start));
}
