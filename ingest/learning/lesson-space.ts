// Labelled texts as rows over the features that several of them share, and planes that tell their labels apart.
import { trainMargin } from '../learn/margin-trainer.ts';
import { seededRandom } from '../learn/seeded.ts';
import { type SparseRow, toRows } from '../learn/sparse.ts';
import { bucketCount, type Features } from '../scores/category-features.ts';
import { columnsOf, lengthScale } from './adjustment.ts';

/** A message of a customer, with what the model below says of it. */
export type LessonMessage = {
  /** Without script or country. */
  readonly language: string;
  readonly probabilities: ArrayLike<number>;
  readonly buckets: Uint32Array;
};

/** One conversation that people labelled. */
export type Lesson = {
  /** Places of the labels with their shares, adding up to 1. */
  readonly truth: readonly (readonly [label: number, share: number])[];
  /** How much it teaches. */
  readonly weight: number;
  /** How much of what comes in it stands for: what is to be said of all is weighed by it. */
  readonly standing: number;
  /** Whoever wrote it: all texts of one are seen together or not at all. */
  readonly group: number;
  readonly messages: readonly LessonMessage[];
};

/** All features of a conversation, each once. */
const bucketsOf = ({ messages: [first, ...rest] }: Lesson): Uint32Array =>
  first === undefined
    ? new Uint32Array(0)
    : rest.length === 0
      ? first.buckets
      : Uint32Array.from(new Set([first, ...rest].flatMap(({ buckets }) => [...buckets])));

export type LessonSpace = {
  readonly rarity: Uint8Array;
  /** How rare a feature of a single text is. */
  readonly strange: number;
  readonly columnOf: Int32Array;
  readonly columns: number;
};

/** More features than this, times labels, would take more memory than a server should give. */
const mostWeights = 2_500_000;
const mostRarity = 12;
const cost = 0.6;
const balance = 0.35;
const mostRounds = 20;
const tolerance = 0.02;

const toStep = (rarity: number): number => Math.max(1, Math.min(255, Math.round((rarity / mostRarity) * 255)));

/** log((texts + 1) / (texts with the feature + 1)) + 1; features of a single text are unknown, and the most frequent come first where there are too many. */
export function openLessonSpace(lessons: readonly Lesson[], labels: number): LessonSpace {
  const texts = new Uint32Array(bucketCount);
  for (const lesson of lessons) for (const bucket of bucketsOf(lesson)) texts[bucket] = (texts[bucket] ?? 0) + 1;
  const known = [...texts.keys()].filter((bucket) => (texts[bucket] ?? 0) > 1);
  const most = Math.floor(mostWeights / labels);
  const kept = known.length <= most ? known : known.toSorted((a, b) => (texts[b] ?? 0) - (texts[a] ?? 0) || a - b).slice(0, most);
  const rarity = new Uint8Array(bucketCount);
  for (const bucket of kept) rarity[bucket] = toStep(Math.log((lessons.length + 1) / ((texts[bucket] ?? 0) + 1)) + 1);
  const strange = toStep(Math.log((lessons.length + 1) / 2) + 1);
  return { rarity, strange, columnOf: columnsOf(rarity), columns: kept.length };
}

function toLessonRow(space: LessonSpace, buckets: Uint32Array): SparseRow {
  const features: Features = { buckets, tokens: new Int32Array(0), size: buckets.length };
  const scale = lengthScale(space, features);
  const known = buckets.filter((bucket) => (space.columnOf[bucket] ?? -1) >= 0);
  return {
    columns: known.map((bucket) => space.columnOf[bucket] ?? 0),
    values: Float32Array.from(known, (bucket) => (space.rarity[bucket] ?? 0) * scale),
  };
}

/** A conversation as one row, which planes learn from, and each of its messages, which they are asked about. */
export type TaughtRows = { readonly lesson: Lesson; readonly row: SparseRow; readonly messages: readonly SparseRow[] };

export const toTaughtRows = (space: LessonSpace, lesson: Lesson): TaughtRows => ({
  lesson,
  row: toLessonRow(space, bucketsOf(lesson)),
  messages: lesson.messages.map(({ buckets }) => toLessonRow(space, buckets)),
});

/**
 * A plane for each label, its offset last. A lesson of two labels stands on the side of each with its share. A label without lessons
 * gets the mean of the others: nobody said anything of it, so nothing is said against it.
 */
export function trainPlanes(taught: readonly TaughtRows[], width: number, labels: number): Float32Array[] {
  const parts = taught.flatMap(({ lesson, row }) => lesson.truth.map(([label, share]) => ({ row, label, weight: lesson.weight * share })));
  const rows = toRows(parts.map(({ row }) => row));
  const planes = Array.from({ length: labels }, (_, label) => {
    const n = parts.filter((part) => part.label === label).length;
    if (n === 0) return null;
    const dearer = ((parts.length - n) / n) ** balance;
    const isIn = (at: number) => parts[at]?.label === label;
    return trainMargin(rows, width, isIn, {
      cost: (at) => cost * (parts[at]?.weight ?? 1) * (isIn(at) ? dearer || 1 : 1),
      mostRounds,
      tolerance,
      random: seededRandom(label + 1),
    });
  });
  const known = planes.filter((plane) => plane !== null);
  const mean = new Float32Array(width + 1);
  for (const plane of known) for (let at = 0; at <= width; at += 1) mean[at] = (mean[at] ?? 0) + (plane[at] ?? 0) / known.length;
  return planes.map((plane) => plane ?? mean);
}
