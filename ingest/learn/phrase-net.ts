// A small network that hears phrases: vectors of words, filters over one to three of them in a row, and what each kind of text makes of that.

import { openViews } from './mixture.ts';

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
  // Sixteen numbers by name stay in registers; read anew for each of the filters they take three times as long.
  const [a, b, c, d] = [steps[vector] ?? 0, steps[vector + 1] ?? 0, steps[vector + 2] ?? 0, steps[vector + 3] ?? 0];
  const [e, f, g, h] = [steps[vector + 4] ?? 0, steps[vector + 5] ?? 0, steps[vector + 6] ?? 0, steps[vector + 7] ?? 0];
  const [i, j, k, l] = [steps[vector + 8] ?? 0, steps[vector + 9] ?? 0, steps[vector + 10] ?? 0, steps[vector + 11] ?? 0];
  const [m, n, o, p] = [steps[vector + 12] ?? 0, steps[vector + 13] ?? 0, steps[vector + 14] ?? 0, steps[vector + 15] ?? 0];
  for (let row = 0, at = 0; row < weighedSteps * filterCount; row += 1, at += vectorSize) {
    let sum = 0 + (filters[at] ?? 0) * a + (filters[at + 1] ?? 0) * b + (filters[at + 2] ?? 0) * c + (filters[at + 3] ?? 0) * d;
    sum = sum + (filters[at + 4] ?? 0) * e + (filters[at + 5] ?? 0) * f + (filters[at + 6] ?? 0) * g + (filters[at + 7] ?? 0) * h;
    sum = sum + (filters[at + 8] ?? 0) * i + (filters[at + 9] ?? 0) * j + (filters[at + 10] ?? 0) * k + (filters[at + 11] ?? 0) * l;
    sum = sum + (filters[at + 12] ?? 0) * m + (filters[at + 13] ?? 0) * n + (filters[at + 14] ?? 0) * o + (filters[at + 15] ?? 0) * p;
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

/** Room for a text as it is heard. */
export type Heard = { readonly most: Float32Array; readonly heard: Float32Array };

export const openHeard = (): Heard => ({ most: new Float32Array(stepsInRow.length * filterCount), heard: new Float32Array(textSize) });

/** Looks for the peaks of a text. */
export function findPeaks({ steps, places, count }: StepList, { most, places: found }: Peaks): void {
  const [two, three] = [filterCount, 2 * filterCount];
  for (let filter = 0; filter < filterCount; filter += 1) {
    let [one, pair, row] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    let [oneAt, pairAt, rowAt] = [0, 0, 0];
    // What the steps before have begun: of a pair its first, of three in a row the first, and the first two.
    let [pairFirst, rowFirst, rowTwo] = [0, 0, 0];
    for (let step = 0; step < count; step += 1) {
      const at = (places[step] ?? 0) + filter;
      const alone = steps[at] ?? 0;
      if (alone > one) [one, oneAt] = [alone, step];
      const paired = pairFirst + (steps[at + 2 * filterCount] ?? 0);
      // Rounded as they are kept: of two that are the same then, the first counts.
      if (step > 0 && paired > pair) [pair, pairAt] = [Math.fround(paired), step - 1];
      const ended = rowTwo + (steps[at + 5 * filterCount] ?? 0);
      if (step > 1 && ended > row) [row, rowAt] = [Math.fround(ended), step - 2];
      rowTwo = rowFirst + (steps[at + 4 * filterCount] ?? 0);
      rowFirst = steps[at + 3 * filterCount] ?? 0;
      pairFirst = steps[at + filterCount] ?? 0;
    }
    [most[filter], most[two + filter], most[three + filter]] = [one, pair, row];
    [found[filter], found[two + filter], found[three + filter]] = [oneAt, pairAt, rowAt];
  }
}

/**
 * The peaks of a text without their places, which only who learns has to know; two filters side by side, since neither waits for the other.
 * Rounded once at the end: of what is rounded as it grows the largest is the same.
 */
export function findMost({ steps, places, count }: StepList, most: Float32Array): void {
  const [two, three] = [filterCount, 2 * filterCount];
  const low = Number.NEGATIVE_INFINITY;
  for (let filter = 0; filter < filterCount; filter += 2) {
    let [one, pair, row, pairFirst, rowFirst, rowTwo] = [low, low, low, low, low, low];
    let [otherOne, otherPair, otherRow, otherPairFirst, otherRowFirst, otherRowTwo] = [low, low, low, low, low, low];
    for (let step = 0; step < count; step += 1) {
      const at = (places[step] ?? 0) + filter;
      const alone = steps[at] ?? 0;
      if (alone > one) one = alone;
      const otherAlone = steps[at + 1] ?? 0;
      if (otherAlone > otherOne) otherOne = otherAlone;
      const paired = pairFirst + (steps[at + 2 * filterCount] ?? 0);
      if (paired > pair) pair = paired;
      const otherPaired = otherPairFirst + (steps[at + 2 * filterCount + 1] ?? 0);
      if (otherPaired > otherPair) otherPair = otherPaired;
      const ended = rowTwo + (steps[at + 5 * filterCount] ?? 0);
      if (ended > row) row = ended;
      const otherEnded = otherRowTwo + (steps[at + 5 * filterCount + 1] ?? 0);
      if (otherEnded > otherRow) otherRow = otherEnded;
      rowTwo = rowFirst + (steps[at + 4 * filterCount] ?? 0);
      otherRowTwo = otherRowFirst + (steps[at + 4 * filterCount + 1] ?? 0);
      rowFirst = steps[at + 3 * filterCount] ?? 0;
      otherRowFirst = steps[at + 3 * filterCount + 1] ?? 0;
      pairFirst = steps[at + filterCount] ?? 0;
      otherPairFirst = steps[at + filterCount + 1] ?? 0;
    }
    [most[filter], most[two + filter], most[three + filter]] = [one, pair, row];
    [most[filter + 1], most[two + filter + 1], most[three + filter + 1]] = [otherOne, otherPair, otherRow];
  }
}

/** The text as its heads hear it: its peaks above 0, and the mean of the vectors by the root of their number. */
export function hearText({ offsets }: PhraseFilters, { steps, places, count }: StepList, { most, heard }: Heard): void {
  const filters = most.length;
  for (let filter = 0; filter < filters; filter += 1) heard[filter] = Math.max(0, (most[filter] ?? 0) + (offsets[filter] ?? 0));
  heard.fill(0, filters);
  for (let step = 0; step < count; step += 1) {
    const from = (places[step] ?? 0) + weighedSteps * filterCount;
    for (let at = 0; at < vectorSize; at += 1) heard[filters + at] = (heard[filters + at] ?? 0) + (steps[from + at] ?? 0);
  }
  const share = 1 / Math.sqrt(count);
  for (let at = filters; at < textSize; at += 1) heard[at] = (heard[at] ?? 0) * share;
}

/** How many kinds of text have a head. */
export const kindsHeard = ({ heads }: PhraseFilters): number => heads.length / (phraseLabels * (textSize + 1));

/** By kind of text, how far a text leans to each label; into what an earlier text left where it is given. */
export function leanings(
  filters: PhraseFilters,
  heard: Float32Array,
  into = openViews(kindsHeard(filters), phraseLabels),
): readonly Float64Array[] {
  const { heads } = filters;
  const length = textSize + 1;
  for (let from = 0, kind = 0; from < heads.length; from += phraseLabels * length, kind += 1) {
    // The three labels side by side: none of the sums waits for another.
    const [second, third] = [from + length, from + 2 * length];
    let [neg, neu, pos] = [heads[from + textSize] ?? 0, heads[second + textSize] ?? 0, heads[third + textSize] ?? 0];
    for (let at = 0; at < textSize; at += 1) {
      const value = heard[at] ?? 0;
      neg += (heads[from + at] ?? 0) * value;
      neu += (heads[second + at] ?? 0) * value;
      pos += (heads[third + at] ?? 0) * value;
    }
    const said = into[kind];
    if (said !== undefined) [said[0], said[1], said[2]] = [neg, neu, pos];
  }
  return into;
}
