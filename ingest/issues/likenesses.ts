// How alike each of many messages is to each other one.
import { conceptCount } from './concepts.ts';
import type { Point } from './message-space.ts';
import { fewestRows, type Table, writePairProducts } from './products.ts';

/** Concepts of all messages in one list; those of message n begin at `starts[n]`. */
type Named = { readonly starts: Uint32Array; readonly concepts: Uint16Array; readonly weights: Float64Array };

const side = 64;

/** The likenesses of n points, n x n and symmetric, with nothing where a point meets itself. */
export function likenessesOf(points: readonly Point[]): Float32Array {
  const n = points.length;
  const named = namedOf(points);
  const table = tableOf(points);
  const likeness = new Float32Array(n * n);
  const own = new Float64Array(Math.max(fewestRows, n));
  const after = new Float64Array(own.length);
  for (let row = 0; row < n; row += 2) {
    writePairProducts(own, after, table, row);
    writeRow({ likeness, row, products: own, named });
    if (row + 1 < n) writeRow({ likeness, row: row + 1, products: after, named });
  }
  mirror(likeness, n);
  return likeness;
}

function tableOf(points: readonly Point[]): Table {
  const width = points[0]?.learned.length ?? 0;
  const rows = new Float64Array(Math.max(fewestRows, points.length) * width);
  points.forEach(({ learned }, row) => {
    rows.set(learned, row * width);
  });
  return { rows, width, n: points.length };
}

function namedOf(points: readonly Point[]): Named {
  const starts = new Uint32Array(points.length + 1);
  points.forEach(({ concepts }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + concepts.length;
  });
  const concepts = new Uint16Array(starts.at(-1) ?? 0);
  const weights = new Float64Array(concepts.length);
  points.forEach((point, at) => {
    concepts.set(point.concepts, starts[at]);
    weights.set(point.weights, starts[at]);
  });
  return { starts, concepts, weights };
}

type Writing = { readonly likeness: Float32Array; readonly row: number; readonly products: Float64Array; readonly named: Named };

/** Adds the shared concepts to the products of a row with all rows that follow it. */
function writeRow({ likeness, row, products, named }: Writing): void {
  const { starts, concepts, weights } = named;
  const n = starts.length - 1;
  // The concepts of this message side by side, so that those of all others are looked up there.
  const own = new Float64Array(conceptCount);
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) own[concepts[at] ?? 0] = weights[at] ?? 0;
  let at = starts[row + 1] ?? 0;
  for (let column = row + 1; column < n; column += 1) {
    let sum = products[column] ?? 0;
    const end = starts[column + 1] ?? 0;
    for (; at < end; at += 1) sum += (weights[at] ?? 0) * (own[concepts[at] ?? 0] ?? 0);
    likeness[row * n + column] = sum;
  }
}

/** Copies what is right of the diagonal to the left of it, square by square: whole columns would be fetched from memory each time. */
function mirror(table: Float32Array, n: number): void {
  for (let top = 0; top < n; top += side) {
    for (let left = top; left < n; left += side) {
      for (let row = top; row < Math.min(n, top + side); row += 1)
        for (let column = Math.max(left, row + 1); column < Math.min(n, left + side); column += 1)
          table[column * n + row] = table[row * n + column] ?? 0;
    }
  }
}
