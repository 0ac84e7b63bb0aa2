// A view: one linear model over the features of a text, a plane for each label.
import { trainBayes } from './bayes-trainer.ts';
import { type Hidden, hiddenRow, type NetShape, trainHidden } from './hidden-trainer.ts';
import { trainMargin } from './margin-trainer.ts';
import { seededRandom } from './seeded.ts';
import { type SparseRow, type SparseRows, toRows } from './sparse.ts';
import { type Counted, toUnitRow, type Vocabulary } from './vocabulary.ts';

export type ViewKind = {
  readonly name: string;
  /** `parts`: words and parts of words; `runs`: runs of characters across everything. */
  readonly reads: 'parts' | 'runs';
  /**
   * `margin`: features as they are. `ratio`: scaled by how much more often they occur with the label than without it (Wang and Manning, ACL
   * 2012). `bayes`: that share alone. `hidden`: a network that learns features for all labels together.
   */
  readonly learner: 'margin' | 'ratio' | 'bayes' | 'hidden';
  readonly isWeighed: boolean;
  readonly cost: number;
  readonly balance: number;
  /** Of a `hidden` one. */
  readonly net?: NetShape;
};

export const plainView: ViewKind = { name: 'plain', reads: 'parts', learner: 'margin', isWeighed: true, cost: 0.7, balance: 0.5 };
export const evenView: ViewKind = { name: 'even', reads: 'parts', learner: 'margin', isWeighed: false, cost: 0.3, balance: 0.5 };
export const ratioView: ViewKind = { name: 'ratio', reads: 'parts', learner: 'ratio', isWeighed: true, cost: 2, balance: 0.3 };
export const bayesView: ViewKind = { name: 'bayes', reads: 'parts', learner: 'bayes', isWeighed: true, cost: 0, balance: 0 };
const hiddenView = (isWeighed: boolean, net: NetShape): ViewKind => ({
  name: `hidden ${net.seed}`,
  reads: 'parts',
  learner: 'hidden',
  isWeighed,
  cost: 0,
  balance: 0,
  net,
});
/**
 * Networks that err differently: to two of them rare features count more, and the last looks longer. Most of a text is hidden from each look
 * at it: that does more than more units.
 */
export const hiddenViews: readonly ViewKind[] = [
  hiddenView(false, { size: 64, rounds: 30, dropped: 0.8, seed: 7 }),
  hiddenView(true, { size: 64, rounds: 30, dropped: 0.8, seed: 8 }),
  hiddenView(false, { size: 64, rounds: 30, dropped: 0.8, seed: 9 }),
  hiddenView(true, { size: 64, rounds: 30, dropped: 0.8, seed: 10 }),
  hiddenView(false, { size: 96, rounds: 60, dropped: 0.85, seed: 12 }),
];
export const runsView: ViewKind = { ...plainView, name: 'runs', reads: 'runs' };

export type View = {
  readonly kind: ViewKind;
  /** One row of weights a label, the offset last; the scale of a `ratio` is worked into them. */
  readonly planes: readonly Float32Array[];
  /** Where the planes lie over hidden units instead of features. */
  readonly hidden?: Hidden;
};

const mostRounds = 15;
const tolerance = 0.02;
const smoothing = 1;

/** |log of the ratio of a feature's share in texts with the label to its share in those without|, by column. */
function ratios(rows: SparseRows, width: number, isIn: (row: number) => boolean, shareOf: (row: number) => number): Float32Array {
  const inside = new Float64Array(width).fill(smoothing);
  const outside = new Float64Array(width).fill(smoothing);
  let [insideSum, outsideSum] = [smoothing * width, smoothing * width];
  for (let row = 0; row < rows.count; row += 1) {
    const is = isIn(row);
    const side = is ? inside : outside;
    const share = shareOf(row);
    for (let at = rows.start[row] ?? 0; at < (rows.start[row + 1] ?? 0); at += 1) {
      const column = rows.columns[at] ?? 0;
      const value = (rows.values[at] ?? 0) * share;
      side[column] = (side[column] ?? 0) + value;
      if (is) insideSum += value;
      else outsideSum += value;
    }
  }
  return Float32Array.from(inside, (value, column) => Math.abs(Math.log(value / insideSum / ((outside[column] ?? 1) / outsideSum))));
}

export type Labelled = {
  readonly texts: readonly Counted[];
  readonly labels: readonly number[];
  readonly labelCount: number;
  /** What each text counts for a usual one, to `margin` and `ratio`; all the same where none are given. */
  readonly shares?: readonly number[];
};

export function trainView(kind: ViewKind, vocabulary: Vocabulary, { texts, labels, labelCount, shares }: Labelled): View {
  const width = vocabulary.size;
  const rows = toRows(texts.map((text) => toUnitRow(text, vocabulary, kind.isWeighed)));
  if (kind.learner === 'bayes') return { kind, planes: trainBayes(rows, width, { labels, labelCount }) };
  if (kind.net !== undefined) return { kind, ...trainHidden(rows, width, { labels, labelCount, net: kind.net }) };
  const shareOf = (row: number): number => shares?.[row] ?? 1;
  const planeOf = (label: number): Float32Array => {
    const isIn = (row: number) => labels[row] === label;
    const sum = (which: (row: number) => boolean) => labels.reduce((count, _, row) => count + (which(row) ? shareOf(row) : 0), 0);
    const n = sum(isIn);
    const dearer = n === 0 ? 1 : (sum((row) => !isIn(row)) / n) ** kind.balance;
    const scale = kind.learner === 'ratio' ? ratios(rows, width, isIn, shareOf) : null;
    const scaled = scale === null ? rows : { ...rows, values: rows.values.map((value, at) => value * (scale[rows.columns[at] ?? 0] ?? 0)) };
    const cost = (row: number) => kind.cost * shareOf(row) * (isIn(row) ? dearer : 1);
    const plane = trainMargin(scaled, width, isIn, { cost, mostRounds, tolerance, random: seededRandom(label + 1) });
    return scale === null ? plane : plane.map((weight, column) => (column === width ? weight : weight * (scale[column] ?? 0)));
  };
  // What parts one of two labels from the other parts the other from it.
  const first = planeOf(0);
  if (labelCount === 2) return { kind, planes: [first, first.map((weight) => -weight)] };
  return { kind, planes: [first, ...Array.from({ length: labelCount - 1 }, (_, at) => planeOf(at + 1))] };
}

/** How far a text lies on the side of each label. */
export function marginsOf(planes: View['planes'], { columns, values }: SparseRow): Float64Array {
  return Float64Array.from(planes, (plane) => {
    let sum = plane[plane.length - 1] ?? 0;
    for (let at = 0; at < columns.length; at += 1) sum += (plane[columns[at] ?? 0] ?? 0) * (values[at] ?? 0);
    return sum;
  });
}

/** The margins of a view, through its hidden units where it has such. */
export const viewMargins = ({ planes, hidden }: View, row: SparseRow): Float64Array =>
  marginsOf(planes, hidden === undefined ? row : hiddenRow(hidden, row));
