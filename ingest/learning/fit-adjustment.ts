// Learns from labelled texts how far a model's log probabilities have to be moved, and how far to believe either of the two.
import { foldsOf } from '../learn/seeded.ts';
import { marginsOf } from '../learn/view.ts';
import { type Adjustment, doubtedLog } from './adjustment.ts';
import { fitMixing, type Mixing, type Unseen } from './fit-mixing.ts';
import { type Lesson, type LessonSpace, openLessonSpace, type TaughtRows, toTaughtRows, trainPlanes } from './lesson-space.ts';

const folds = 4;
/** Rounds of work in a fit, for its progress. */
export const fitRounds = folds + 2;

type Asked = { readonly space: LessonSpace; readonly labels: number; readonly languages: readonly string[] };

function unseenMargins(taught: readonly TaughtRows[], asked: Asked, step: () => void): Unseen[] {
  const groups = [...new Set(taught.map(({ lesson }) => lesson.group))];
  const fold = foldsOf(new Array<number>(groups.length).fill(0), folds, 11);
  const foldOf = new Map(groups.map((group, at) => [group, fold[at] ?? 0]));
  const isIn = ({ lesson }: TaughtRows, out: number) => foldOf.get(lesson.group) === out;
  return Array.from({ length: folds }, (_, out) => out).flatMap((out) => {
    const planes = trainPlanes(
      taught.filter((one) => !isIn(one, out)),
      asked.space.columns,
      asked.labels,
    );
    step();
    return taught.flatMap((one) => (isIn(one, out) ? [toUnseen(one, planes, asked)] : []));
  });
}

function toUnseen({ lesson, messages }: TaughtRows, planes: readonly Float32Array[], { labels, languages }: Asked): Unseen {
  const { truth, standing } = lesson;
  return {
    truth,
    standing,
    messages: lesson.messages.map(({ probabilities, language }, at) => ({
      below: probabilities,
      logs: Float64Array.from({ length: labels }, (_, label) => doubtedLog(probabilities[label] ?? 0, labels)),
      margins: marginsOf(planes, messages[at] ?? noRow),
      language: languages.indexOf(language),
    })),
  };
}

const noRow = { columns: new Uint32Array(0), values: new Float32Array(0) };

type Fitted = {
  readonly space: LessonSpace;
  readonly languages: readonly string[];
  readonly planes: readonly Float32Array[];
  readonly mixing: Mixing;
};

function toAdjustment({ space, languages, planes, mixing }: Fitted, labels: readonly string[]): Adjustment {
  const rounded = (value: number) => Number(value.toFixed(5));
  const count = labels.length;
  const steps = planes.map(
    (plane) =>
      (mixing.share * plane.reduce((most, weight, at) => (at === space.columns ? most : Math.max(most, Math.abs(weight))), 0)) / 127 || 1,
  );
  const weights = new Int8Array(space.columns * count);
  planes.forEach((plane, label) => {
    for (let column = 0; column < space.columns; column += 1)
      weights[column * count + label] = Math.round((mixing.share * (plane[column] ?? 0)) / (steps[label] ?? 1));
  });
  return {
    labels,
    languages,
    strength: mixing.strength,
    scale: rounded(mixing.scale),
    offsets: planes.map((plane, label) => rounded((mixing.offsets[label] ?? 0) + mixing.share * (plane[space.columns] ?? 0))),
    languageOffsets: [...mixing.languageOffsets].map(rounded),
    strange: space.strange,
    rarity: space.rarity,
    steps,
    weights,
  };
}

export type FitOrder = {
  /** Below this probability nothing is said of a message: silence is not right. */
  readonly leastSure?: number;
  /** Called after each round of work. */
  readonly step?: () => void;
};

/**
 * The same lessons give the same adjustment: planes over the words of the lessons, added to the log probabilities of the model below.
 * How much either counts, and offsets by label and by language, are fitted on lessons whose writers the planes had not seen (four
 * folds), so that few labels move little and what comes out is as sure as it should be.
 */
export function fitAdjustment(lessons: readonly Lesson[], labels: readonly string[], order: FitOrder = {}): Adjustment {
  const { leastSure = 0, step = () => {} } = order;
  const space = openLessonSpace(lessons, labels.length);
  const languages = [...new Set(lessons.flatMap(({ messages }) => messages.map(({ language }) => language)))].toSorted();
  const taught = lessons.map((lesson) => toTaughtRows(space, lesson));
  const unseen = unseenMargins(taught, { space, labels: labels.length, languages }, step);
  const mixing = fitMixing(unseen, { labels: labels.length, languages: languages.length, leastSure });
  step();
  const planes = trainPlanes(taught, space.columns, labels.length);
  step();
  return toAdjustment({ space, languages, planes, mixing }, labels);
}
