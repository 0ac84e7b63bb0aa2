// Finds the centre that a message is most like among many: nearly all are ruled out by a part of their product, which bounds the rest.
import type { Centre } from './centres.ts';
import { conceptCount } from './concepts.ts';
import type { Point } from './message-space.ts';
import { writeProducts } from './products.ts';

export type Nearest = { readonly index: number; readonly likeness: number };
export type CentreIndex = {
  /** Null where no centre is as like as `least`; of two as like the first counts. `isOut`: centres that do not count for this message. */
  readonly nearest: (point: Point, least: number, isOut?: (index: number) => boolean) => Nearest | null;
};

/** So many numbers are multiplied before the bound is looked at again. Of 160 a centre has 33 multiplied on average. */
const stride = 16;
/** Bounds are worked out more coarsely than likenesses. */
const slack = 1e-4;
const ruledOut = Number.NEGATIVE_INFINITY;

/** Writes how long a vector still is from each multiple of `stride` on: a product is never more than that of two lengths. */
function writeRests(rests: Float64Array, at: number, vector: Float32Array, size: number): void {
  let sum = 0;
  for (let d = size - 1; d >= 0; d -= 1) {
    sum += (vector[d] ?? 0) * (vector[d] ?? 0);
    if (d % stride === 0) rests[at + d / stride] = Math.sqrt(sum);
  }
}

/** Concepts are laid out one after the other over all centres: a message names few of them, and only these are read. */
export function indexCentres(centres: readonly Centre[], size: number): CentreIndex {
  const n = centres.length;
  const steps = Math.ceil(size / stride);
  const heads = { rows: new Float64Array(n * Math.min(stride, size)), width: Math.min(stride, size), n };
  const rows = new Float64Array(n * size);
  const rests = new Float64Array(n * steps);
  const byConcept = new Float32Array(n * conceptCount);
  centres.forEach((centre, index) => {
    heads.rows.set(centre.subarray(0, heads.width), index * heads.width);
    rows.set(centre.subarray(0, size), index * size);
    writeRests(rests, index * steps, centre, size);
    for (let concept = 0; concept < conceptCount; concept += 1) byConcept[concept * n + index] = centre[size + concept] ?? 0;
  });
  const begun = new Float64Array(n);
  const named = new Float64Array(n);
  const ownRests = new Float64Array(steps + 1);

  const begin = ({ learned, concepts, weights }: Point): void => {
    writeProducts(begun, heads, learned);
    writeRests(ownRests, 0, learned, size);
    named.fill(slack);
    for (let at = 0; at < concepts.length; at += 1) {
      const from = (concepts[at] ?? 0) * n;
      const weight = weights[at] ?? 0;
      for (let index = 0; index < n; index += 1) named[index] = (named[index] ?? 0) + weight * (byConcept[from + index] ?? 0);
    }
  };
  const bound = (index: number, sum: number, step: number): number =>
    sum + (named[index] ?? 0) + (ownRests[step] ?? 0) * (rests[index * steps + step] ?? 0);

  /** How alike they are, or ruled out where that is certainly less than `least`. The product is summed up in the order of its columns. */
  const likenessAt = ({ learned, concepts, weights }: Point, index: number, least: number): number => {
    let product = begun[index] ?? 0;
    for (let step = 1; step < steps; step += 1) {
      if (bound(index, product, step) < least) return ruledOut;
      const end = Math.min(size, (step + 1) * stride);
      for (let d = step * stride; d < end; d += 1) product += (learned[d] ?? 0) * (rows[index * size + d] ?? 0);
    }
    let likeness = Math.fround(product);
    for (let at = 0; at < concepts.length; at += 1)
      likeness = Math.fround(likeness + (weights[at] ?? 0) * (byConcept[(concepts[at] ?? 0) * n + index] ?? 0));
    return likeness;
  };
  /** The one that may be nearest; -1 where all are out. Looked at first, it rules out most others. */
  const promising = (isOut: (index: number) => boolean): number => {
    let best = -1;
    let most = ruledOut;
    for (let index = 0; index < n; index += 1) {
      const value = bound(index, begun[index] ?? 0, 1);
      if (value <= most || isOut(index)) continue;
      most = value;
      best = index;
    }
    return best;
  };
  return {
    nearest: (point, least, isOut = () => false) => {
      begin(point);
      let best = promising(isOut);
      if (best < 0) return null;
      let likeness = likenessAt(point, best, least);
      for (let index = 0; index < n; index += 1) {
        const value = likenessAt(point, index, Math.max(least, likeness));
        if (value < likeness || (value === likeness && index >= best) || isOut(index)) continue;
        best = index;
        likeness = value;
      }
      return likeness < least ? null : { index: best, likeness };
    },
  };
}
