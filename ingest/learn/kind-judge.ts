// Tells of which kind a text is from numbers that are known of it: logistic regression with a weight for each number and kind.
import { minimise, type Smooth } from './minimise.ts';
import { toShares } from './shares.ts';

/** Kind by kind, a weight for each number and then an offset, in one row. */
export type KindJudge = Float64Array;

/** Writes the share of each kind in a text, all together 1. */
export function kindShares(judge: KindJudge, numbers: Float64Array, shares: Float64Array): Float64Array {
  const width = numbers.length + 1;
  for (let kind = 0, from = 0; kind < shares.length; kind += 1, from += width) {
    let sum = judge[from + width - 1] ?? 0;
    for (let at = 0; at < numbers.length; at += 1) sum += (judge[from + at] ?? 0) * (numbers[at] ?? 0);
    shares[kind] = sum;
  }
  return toShares(shares);
}

/** Of the squares of the weights, over the number of texts: a number that few texts have does not come to count for much. */
const pull = 5;

/** The judge of the least log loss over texts whose kinds are known; of each as many numbers. */
export function fitKinds(texts: readonly Float64Array[], kinds: readonly number[], kindCount: number): KindJudge {
  const width = (texts[0]?.length ?? 0) + 1;
  const share = 1 / Math.max(1, texts.length);
  const shares = new Float64Array(kindCount);
  const loss: Smooth = (judge, slope) => {
    slope.fill(0);
    let value = 0;
    texts.forEach((numbers, text) => {
      kindShares(judge, numbers, shares);
      const truth = kinds[text] ?? 0;
      value -= Math.log((shares[truth] ?? 0) + Number.MIN_VALUE) * share;
      shares[truth] = (shares[truth] ?? 0) - 1;
      for (let kind = 0, from = 0; kind < kindCount; kind += 1, from += width) {
        const error = (shares[kind] ?? 0) * share;
        for (let at = 0; at < numbers.length; at += 1) slope[from + at] = (slope[from + at] ?? 0) + error * (numbers[at] ?? 0);
        slope[from + width - 1] = (slope[from + width - 1] ?? 0) + error;
      }
    });
    for (let at = 0; at < judge.length; at += 1) {
      const weight = judge[at] ?? 0;
      slope[at] = (slope[at] ?? 0) + pull * share * weight;
      value += 0.5 * pull * share * weight * weight;
    }
    return value;
  };
  return minimise(loss, new Float64Array(kindCount * width));
}
