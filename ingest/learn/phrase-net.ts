// A small network that hears phrases: vectors of words, filters over one to three of them in a row, and what each kind of text makes of that.

/** Of the filters over one, two and three steps in a row: what they make of each step, laid out filter by filter. */
export const stepsInRow = [1, 2, 3] as const;
export const weighedSteps = 6;
export const phraseLabels = 3;
/** Of a longer text the rest is not heard. */
export const mostSteps = 200;
export const vectorSize = 16;
export const filterCount = 16;
/** What is kept of a step: its answers at the filters, then its vector. */
export const stepSize = weighedSteps * filterCount + vectorSize;
/** What is kept of a text: the largest answer of each filter, then the mean of the vectors. */
export const textSize = stepsInRow.length * filterCount + vectorSize;

/** Rows of vectors: 2 to the power of `wholeBits` for words and pairs of Han characters, then of `partBits` for what they consist of. */
export type VectorRows = { readonly wholeBits: number; readonly partBits: number };

export type PhraseFilters = {
  /** `weighedSteps * filterCount` rows of `vectorSize`. */
  readonly filters: Float32Array;
  readonly offsets: Float32Array;
  /** By kind of text, then label, `textSize` weights and an offset. */
  readonly heads: Float32Array;
};

export type PhraseNet = PhraseFilters & { readonly vectors: Float32Array };

/** Writes a step from its vector, which stands at its end: what each filter makes of it. */
export function fillStep(filters: Float32Array, steps: Float32Array, from: number): void {
  const vector = from + weighedSteps * filterCount;
  for (let row = 0, weight = 0; row < weighedSteps * filterCount; row += 1) {
    let sum = 0;
    for (let at = 0; at < vectorSize; at += 1, weight += 1) sum += (filters[weight] ?? 0) * (steps[vector + at] ?? 0);
    steps[from + row] = sum;
  }
}

/** Where the steps of a text begin in a block of steps; a silent one goes before and behind them. */
export type StepList = { readonly steps: Float32Array; readonly places: Uint32Array; readonly count: number };

/** The largest answers of the filters before they are cut off below 0, and where they were found. */
export type Peaks = { readonly most: Float32Array; readonly places: Uint32Array };

export const openPeaks = (): Peaks => ({
  most: new Float32Array(stepsInRow.length * filterCount),
  places: new Uint32Array(stepsInRow.length * filterCount),
});

/** Looks for the peaks of a text. */
export function findPeaks({ steps, places, count }: StepList, { most, places: found }: Peaks): void {
  const [two, three] = [filterCount, 2 * filterCount];
  most.fill(Number.NEGATIVE_INFINITY);
  for (let step = 0; step < count; step += 1) {
    const first = places[step] ?? 0;
    const second = (places[Math.min(step + 1, count - 1)] ?? 0) + two;
    const third = (places[Math.min(step + 2, count - 1)] ?? 0) + two;
    for (let filter = 0; filter < filterCount; filter += 1) {
      const one = steps[first + filter] ?? 0;
      if (one > (most[filter] ?? 0)) [most[filter], found[filter]] = [one, step];
      if (step + 1 >= count) continue;
      const pair = (steps[first + two + filter] ?? 0) + (steps[second + two + filter] ?? 0);
      if (pair > (most[two + filter] ?? 0)) [most[two + filter], found[two + filter]] = [pair, step];
      if (step + 2 >= count) continue;
      const row = (steps[first + 3 * two + filter] ?? 0) + (steps[second + 3 * two + filter] ?? 0) + (steps[third + 4 * two + filter] ?? 0);
      if (row > (most[three + filter] ?? 0)) [most[three + filter], found[three + filter]] = [row, step];
    }
  }
}

/** The text as its heads hear it: peaks above 0, and the mean of the vectors by the root of their number. */
export function heardText({ offsets }: PhraseFilters, list: StepList, { peaks, heard }: { peaks: Peaks; heard: Float32Array }): void {
  findPeaks(list, peaks);
  const filters = peaks.most.length;
  for (let filter = 0; filter < filters; filter += 1) heard[filter] = Math.max(0, (peaks.most[filter] ?? 0) + (offsets[filter] ?? 0));
  heard.fill(0, filters);
  for (let step = 0; step < list.count; step += 1) {
    const from = (list.places[step] ?? 0) + weighedSteps * filterCount;
    for (let at = 0; at < vectorSize; at += 1) heard[filters + at] = (heard[filters + at] ?? 0) + (list.steps[from + at] ?? 0);
  }
  const share = 1 / Math.sqrt(list.count);
  for (let at = filters; at < textSize; at += 1) heard[at] = (heard[at] ?? 0) * share;
}

/** By kind of text, how far a text leans to each label. */
export function leanings({ heads }: PhraseFilters, heard: Float32Array): Float64Array[] {
  const kinds = heads.length / (phraseLabels * (textSize + 1));
  return Array.from({ length: kinds }, (_, kind) =>
    Float64Array.from({ length: phraseLabels }, (_, label) => {
      const from = (kind * phraseLabels + label) * (textSize + 1);
      let sum = heads[from + textSize] ?? 0;
      for (let at = 0; at < textSize; at += 1) sum += (heads[from + at] ?? 0) * (heard[at] ?? 0);
      return sum;
    }),
  );
}
