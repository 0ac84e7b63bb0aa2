// Learns from labelled texts how far a model's log probabilities have to be moved, and how far to believe either of the two.
import { minimise } from '../learn/minimise.ts';
import { foldsOf } from '../learn/seeded.ts';
import { marginsOf } from '../learn/view.ts';
import { type Adjustment, doubtedLog, partOfTheWay, toShares } from './adjustment.ts';
import { type Lesson, type LessonSpace, openLessonSpace, type TaughtRows, toTaughtRows, trainPlanes } from './lesson-space.ts';

/** How dearly it is paid to move away from the model below, where nothing was learned: scale 1, share 0, offsets 0. */
const pull = { scale: 4, share: 1, offsets: 1, languages: 4 } as const;
const folds = 4;
/** Rounds of work in a fit, for its progress. */
export const fitRounds = folds + 2;

/** A message with what planes say of it that had not seen whoever wrote it. */
type UnseenMessage = {
  readonly below: ArrayLike<number>;
  readonly logs: Float64Array;
  readonly margins: Float64Array;
  readonly language: number;
};
type Unseen = Pick<Lesson, 'truth' | 'standing'> & { readonly messages: readonly UnseenMessage[] };

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

type Mixing = {
  readonly strength: number;
  readonly scale: number;
  readonly share: number;
  readonly offsets: Float64Array;
  readonly languageOffsets: Float64Array;
};

const fixed = 2;

/** Odds of a message at a point: scale, share, offsets by label, offsets by language and label. */
function oddsAt(point: Float64Array, { logs, margins, language }: UnseenMessage): Float64Array {
  const labels = logs.length;
  const own = fixed + labels + language * labels;
  return logs.map(
    (log, label) =>
      (point[0] ?? 1) * log + (point[1] ?? 0) * (margins[label] ?? 0) + (point[fixed + label] ?? 0) + (point[own + label] ?? 0),
  );
}

function addPull(point: Float64Array, slope: Float64Array, labels: number): number {
  let price = 0;
  for (let at = 0; at < point.length; at += 1) {
    const cost = at === 0 ? pull.scale : at === 1 ? pull.share : at < fixed + labels ? pull.offsets : pull.languages;
    const off = (point[at] ?? 0) - (at === 0 ? 1 : 0);
    price += 0.5 * cost * off * off;
    slope[at] = (slope[at] ?? 0) + cost * off;
  }
  return price;
}

/** Adds the slope of one conversation and gives its loss: the cross entropy of the mean over its messages, as its label is made. */
function addLesson(point: Float64Array, slope: Float64Array, { truth, standing, messages }: Unseen): number {
  const said = messages.map((message) => toShares(oddsAt(point, message)));
  let loss = 0;
  for (const [label, share] of truth) {
    const sum = said.reduce((all, shares) => all + (shares[label] ?? 0), 0) || Number.MIN_VALUE;
    loss -= standing * share * Math.log(sum / messages.length);
    // Each message answers for the label as far as it is what says so.
    messages.forEach((message, at) => {
      const shares = said[at] ?? new Float64Array(0);
      const part = (standing * share * (shares[label] ?? 0)) / sum;
      const labels = shares.length;
      const own = fixed + labels + message.language * labels;
      for (let other = 0; other < labels; other += 1) {
        const by = part * ((shares[other] ?? 0) - (other === label ? 1 : 0));
        slope[0] = (slope[0] ?? 0) + by * (message.logs[other] ?? 0);
        slope[1] = (slope[1] ?? 0) + by * (message.margins[other] ?? 0);
        slope[fixed + other] = (slope[fixed + other] ?? 0) + by;
        slope[own + other] = (slope[own + other] ?? 0) + by;
      }
    });
  }
  return loss;
}

const strengths = [0, 0.25, 0.5, 1];

/** How many are right, by the likeliest label of the mean over their messages, part of the way from the model below to a point. */
function rightAt(point: Float64Array, strength: number, unseen: readonly Unseen[]): number {
  return unseen.reduce((right, { truth, standing, messages }) => {
    const mean = new Float64Array(messages[0]?.logs.length ?? 0);
    for (const message of messages) {
      const odds = oddsAt(point, message).map((learned, label) => partOfTheWay(strength, message.below[label] ?? 0, learned));
      toShares(odds).forEach((value, label) => {
        mean[label] = (mean[label] ?? 0) + value;
      });
    }
    const said = mean.indexOf(Math.max(...mean));
    return right + standing * (truth.find(([label]) => label === said)?.[1] ?? 0);
  }, 0);
}

/** The least step away from the model below after which most are right: what is surer of itself in the mean need not be right more often. */
function strengthOf(point: Float64Array, unseen: readonly Unseen[]): number {
  const right = strengths.map((strength) => rightAt(point, strength, unseen));
  return strengths[right.indexOf(Math.max(...right))] ?? 0;
}

/** The least cross entropy on conversations that were not seen, each part pulled towards leaving the model below alone. */
function fitMixing(unseen: readonly Unseen[], labels: number, languages: number): Mixing {
  const begin = new Float64Array(fixed + labels + languages * labels);
  begin[0] = 1;
  const point = minimise((at, slope) => {
    slope.fill(0);
    return unseen.reduce((loss, one) => loss + addLesson(at, slope, one), addPull(at, slope, labels));
  }, begin);
  const offsets = point.slice(fixed, fixed + labels);
  // Planes that point the wrong way have learned nothing: the model below is then left to itself.
  return {
    strength: strengthOf(point, unseen),
    scale: Math.max(0, point[0] ?? 1),
    share: Math.max(0, point[1] ?? 0),
    offsets,
    languageOffsets: point.slice(fixed + labels),
  };
}

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

/**
 * The same lessons give the same adjustment: planes over the words of the lessons, added to the log probabilities of the model below.
 * How much either counts, and offsets by label and by language, are fitted on lessons whose writers the planes had not seen (four
 * folds), so that few labels move little and what comes out is as sure as it should be.
 */
export function fitAdjustment(lessons: readonly Lesson[], labels: readonly string[], step: () => void = () => {}): Adjustment {
  const space = openLessonSpace(lessons, labels.length);
  const languages = [...new Set(lessons.flatMap(({ messages }) => messages.map(({ language }) => language)))].toSorted();
  const taught = lessons.map((lesson) => toTaughtRows(space, lesson));
  const unseen = unseenMargins(taught, { space, labels: labels.length, languages }, step);
  const mixing = fitMixing(unseen, labels.length, languages.length);
  step();
  const planes = trainPlanes(taught, space.columns, labels.length);
  step();
  return toAdjustment({ space, languages, planes, mixing }, labels);
}
