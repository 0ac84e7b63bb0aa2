// Mixes the margins of several views into one set of probabilities, fitted on texts that the views had not seen.
import { minimise, type Smooth } from './minimise.ts';
import { toShares } from './shares.ts';

export type Mixture = {
  /** How much a margin of each view counts. */
  readonly scales: Float64Array;
  /** By label, added before the exponent: what is common is likelier. */
  readonly offsets: Float64Array;
  /** By label, added to the logarithm of its probability before the likeliest is named; probabilities stay as they are. */
  readonly tilt: Float64Array;
};

/** Margins of one text: by view, then by label. */
export type Margins = readonly Float64Array[];

/** Views that say nothing yet. */
export const openViews = (count: number, labels: number): readonly Float64Array[] =>
  Array.from({ length: count }, () => new Float64Array(labels));

/** The same where the views stand one behind another in one row, which they share. */
export function openRow(count: number, labels: number): { readonly row: Float64Array; readonly views: readonly Float64Array[] } {
  const row = new Float64Array(count * labels);
  return { row, views: Array.from({ length: count }, (_, view) => row.subarray(view * labels, (view + 1) * labels)) };
}

/** Views as one row. */
export function toRow(views: Margins): Float64Array {
  const width = views[0]?.length ?? 0;
  const row = new Float64Array(views.length * width);
  views.forEach((view, at) => {
    row.set(view, at * width);
  });
  return row;
}

/** `places`: where the labels of the mixture stand among those of the margins, where these are told of more. */
export function probabilitiesOf(
  { scales, offsets }: Pick<Mixture, 'scales' | 'offsets'>,
  margins: Margins,
  places: ArrayLike<number> | null = null,
): Float64Array {
  const sums = offsets.slice();
  const labels = sums.length;
  for (let label = 0; label < labels; label += 1) {
    const place = places === null ? label : (places[label] ?? 0);
    let sum = sums[label] ?? 0;
    for (let view = 0; view < margins.length; view += 1) sum += (scales[view] ?? 0) * (margins[view]?.[place] ?? 0);
    sums[label] = sum;
  }
  return toShares(sums);
}

/**
 * The same from views in a row, each of three labels: as the experts on sentiment are asked, who hear some eighty views each. `places`: where
 * the labels of the mixture, two or three, stand among the three.
 */
export function probabilitiesOfRow(
  { scales, offsets }: Pick<Mixture, 'scales' | 'offsets'>,
  row: Float64Array,
  places: readonly number[],
): Float64Array {
  const [first = 0, second = 0, third = 0] = places;
  let [one, two, three] = [offsets[0] ?? 0, offsets[1] ?? 0, offsets[2] ?? 0];
  // The labels side by side: none of the sums waits for another.
  for (let view = 0, from = 0; from < row.length; view += 1, from += 3) {
    const scale = scales[view] ?? 0;
    one += scale * (row[from + first] ?? 0);
    two += scale * (row[from + second] ?? 0);
    three += scale * (row[from + third] ?? 0);
  }
  return toShares(places.length > 2 ? Float64Array.of(one, two, three) : Float64Array.of(one, two));
}

/** The label to be named: the likeliest after the tilt. */
export function likeliest(probabilities: Float64Array, tilt: Float64Array): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < probabilities.length; label += 1) {
    const value = Math.log((probabilities[label] ?? 0) + 1e-12) + (tilt[label] ?? 0);
    if (value > most) [best, most] = [label, value];
  }
  return best;
}

const pull = 1e-3;
/** Of a late view: divided by the number of texts, so that few texts give it little weight. */
const latePull = 50;

/** Mean log loss of a mixture over all texts, and its slope; the scales first, then the offsets. */
function lossOf(margins: Float64Array, labels: readonly number[], { views, labelCount }: { views: number; labelCount: number }): Smooth {
  const sums = new Float64Array(labelCount);
  return (point, slope) => {
    slope.fill(0);
    let loss = 0;
    for (let row = 0; row < labels.length; row += 1) {
      const from = row * views * labelCount;
      let most = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < labelCount; label += 1) {
        let sum = point[views + label] ?? 0;
        for (let view = 0; view < views; view += 1) sum += (point[view] ?? 0) * (margins[from + view * labelCount + label] ?? 0);
        sums[label] = sum;
        if (sum > most) most = sum;
      }
      let total = 0;
      for (let label = 0; label < labelCount; label += 1) {
        sums[label] = Math.exp((sums[label] ?? 0) - most);
        total += sums[label] ?? 0;
      }
      const truth = labels[row] ?? 0;
      loss -= Math.log((sums[truth] ?? 0) / total);
      for (let label = 0; label < labelCount; label += 1) {
        const error = (sums[label] ?? 0) / total - (label === truth ? 1 : 0);
        slope[views + label] = (slope[views + label] ?? 0) + error;
        for (let view = 0; view < views; view += 1)
          slope[view] = (slope[view] ?? 0) + error * (margins[from + view * labelCount + label] ?? 0);
      }
    }
    return loss;
  };
}

/**
 * Scales and offsets of the least log loss; a slight pull keeps small sets sane. The last `late` views count nothing until texts show that
 * they should: they are many, and each says little.
 */
export function fitMixture(margins: readonly Margins[], labels: readonly number[], labelCount: number, late = 0): Mixture {
  const views = margins[0]?.length ?? 0;
  const rows = new Float64Array(margins.length * views * labelCount);
  margins.forEach((one, row) => {
    one.forEach((values, view) => {
      rows.set(values, (row * views + view) * labelCount);
    });
  });
  const early = views - late;
  const start = new Float64Array(views + labelCount).fill(1 / Math.max(1, early), 0, early);
  const pulls = new Float64Array(views + labelCount).fill(pull).fill(latePull / Math.max(1, labels.length), early, views);
  const loss = lossOf(rows, labels, { views, labelCount });
  const pulled: Smooth = (point, slope) => {
    let value = loss(point, slope) / labels.length;
    for (let at = 0; at < point.length; at += 1) {
      const away = (point[at] ?? 0) - (start[at] ?? 0);
      const own = pulls[at] ?? 0;
      slope[at] = (slope[at] ?? 0) / labels.length + own * away;
      value += 0.5 * own * away * away;
    }
    return value;
  };
  const point = minimise(pulled, start);
  return { scales: point.slice(0, views), offsets: point.slice(views), tilt: new Float64Array(labelCount) };
}
