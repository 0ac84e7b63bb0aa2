// Linear learner without training rounds: how much likelier a feature is with a label than with all others (complement naive Bayes, Rennie et al., ICML 2003).
import type { SparseRows } from './sparse.ts';

/** Added to every sum: a feature never seen with a label is rare there, not impossible. */
const smoothing = { inside: 0.03, outside: 0.3 };

/** A plane for each label; the offset, last, is 0. Margins are a third of the sum of logarithms, so that they are of the size of other learners'. */
export function trainBayes(
  rows: SparseRows,
  width: number,
  { labels, labelCount }: { labels: readonly number[]; labelCount: number },
): Float32Array[] {
  const inside = Array.from({ length: labelCount }, () => new Float64Array(width));
  const sums = new Float64Array(labelCount);
  const all = new Float64Array(width);
  for (let row = 0; row < rows.count; row += 1) {
    const label = labels[row] ?? 0;
    const own = inside[label];
    if (own === undefined) continue;
    for (let at = rows.start[row] ?? 0; at < (rows.start[row + 1] ?? 0); at += 1) {
      const [column, value] = [rows.columns[at] ?? 0, rows.values[at] ?? 0];
      own[column] = (own[column] ?? 0) + value;
      all[column] = (all[column] ?? 0) + value;
      sums[label] = (sums[label] ?? 0) + value;
    }
  }
  const total = sums.reduce((sum, value) => sum + value, 0);
  return inside.map((own, label) => {
    const [insideSum, outsideSum] = [sums[label] ?? 0, total - (sums[label] ?? 0)];
    const ratio = (column: number): number =>
      Math.log(((own[column] ?? 0) + smoothing.inside) / (insideSum + smoothing.inside * width)) -
      Math.log(((all[column] ?? 0) - (own[column] ?? 0) + smoothing.outside) / (outsideSum + smoothing.outside * width));
    return Float32Array.from({ length: width + 1 }, (_, column) => (column === width ? 0 : ratio(column) / 3));
  });
}
