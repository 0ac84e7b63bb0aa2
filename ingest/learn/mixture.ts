// Mixes the margins of several views into one set of probabilities, fitted on texts that the views had not seen.

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

export function probabilitiesOf({ scales, offsets }: Pick<Mixture, 'scales' | 'offsets'>, margins: Margins): Float64Array {
  const sums = Float64Array.from(offsets);
  margins.forEach((one, view) => {
    for (let label = 0; label < sums.length; label += 1) sums[label] = (sums[label] ?? 0) + (scales[view] ?? 0) * (one[label] ?? 0);
  });
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
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

const rounds = 300;
const pull = 1e-3;

/** Scales and offsets of the least log loss, by gradient descent with momentum; a slight pull keeps small sets sane. */
export function fitMixture(margins: readonly Margins[], labels: readonly number[], labelCount: number): Mixture {
  const views = margins[0]?.length ?? 0;
  const scales = new Float64Array(views).fill(2 / Math.max(1, views));
  const offsets = new Float64Array(labelCount);
  const pace = { scales: new Float64Array(views), offsets: new Float64Array(labelCount) };
  for (let round = 0; round < rounds; round += 1) {
    const slope = { scales: new Float64Array(views), offsets: new Float64Array(labelCount) };
    margins.forEach((one, index) => {
      const probabilities = probabilitiesOf({ scales, offsets }, one);
      for (let label = 0; label < labelCount; label += 1) {
        const error = (probabilities[label] ?? 0) - (labels[index] === label ? 1 : 0);
        slope.offsets[label] = (slope.offsets[label] ?? 0) + error;
        for (let view = 0; view < views; view += 1) slope.scales[view] = (slope.scales[view] ?? 0) + error * (one[view]?.[label] ?? 0);
      }
    });
    const rate = 0.6;
    for (const name of ['scales', 'offsets'] as const) {
      const values = name === 'scales' ? scales : offsets;
      for (let at = 0; at < values.length; at += 1) {
        const gradient = (slope[name][at] ?? 0) / margins.length + pull * (values[at] ?? 0);
        pace[name][at] = 0.9 * (pace[name][at] ?? 0) - rate * gradient;
        values[at] = (values[at] ?? 0) + (pace[name][at] ?? 0);
      }
    }
  }
  return { scales, offsets, tilt: new Float64Array(labelCount) };
}
