// How much a model below and planes beside it count, and offsets by label and language, fitted on texts whose writers the planes had not seen.
import { minimise } from '../learn/minimise.ts';
import { toShares } from '../learn/shares.ts';
import { partOfTheWay } from './adjustment.ts';
import type { Lesson } from './lesson-space.ts';

/** How dearly it is paid to move away from the model below, where nothing was learned: scale 1, share 0, offsets 0. */
const pull = { scale: 4, share: 1, offsets: 1, languages: 4 } as const;

/** A message with what planes say of it that had not seen whoever wrote it. */
type UnseenMessage = {
  readonly below: ArrayLike<number>;
  readonly logs: Float64Array;
  readonly margins: Float64Array;
  readonly language: number;
};
export type Unseen = Pick<Lesson, 'truth' | 'standing'> & { readonly messages: readonly UnseenMessage[] };

export type Mixing = {
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

/**
 * Adds the slope of one conversation and gives its loss: the cross entropy of the mean over its messages, as its label is made, where
 * a label of people is wrong with probability `error` and then any (Natarajan et al., Learning with noisy labels, NIPS 2013): else
 * slips of annotators would make the model unsure of what is plain.
 */
function addLesson(point: Float64Array, slope: Float64Array, { truth, standing, messages, error }: Unseen & { error: number }): number {
  const said = messages.map((message) => toShares(oddsAt(point, message)));
  let loss = 0;
  for (const [label, share] of truth) {
    const sum = said.reduce((all, shares) => all + (shares[label] ?? 0), 0) || Number.MIN_VALUE;
    const labels = said[0]?.length ?? 1;
    const seen = ((1 - error) * sum) / messages.length + error / labels;
    loss -= standing * share * Math.log(seen);
    // Each message answers for the label as far as it is what says so.
    messages.forEach((message, at) => {
      const shares = said[at] ?? new Float64Array(0);
      const part = (standing * share * (1 - error) * (shares[label] ?? 0)) / (messages.length * seen);
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

type Way = { readonly point: Float64Array; readonly strength: number; readonly leastSure: number };

/** How many are right, by the likeliest label of the mean over the messages that say something, part of the way from the model below to a point. */
function rightAt({ point, strength, leastSure }: Way, unseen: readonly Unseen[]): number {
  return unseen.reduce((right, { truth, standing, messages }) => {
    const mean = new Float64Array(messages[0]?.logs.length ?? 0);
    for (const message of messages) {
      const odds = oddsAt(point, message).map((learned, label) => partOfTheWay(strength, message.below[label] ?? 0, learned));
      const shares = toShares(odds);
      if (Math.max(...shares) < leastSure) continue;
      shares.forEach((value, label) => {
        mean[label] = (mean[label] ?? 0) + value;
      });
    }
    const most = Math.max(...mean);
    const said = most > 0 ? mean.indexOf(most) : -1;
    return right + standing * (truth.find(([label]) => label === said)?.[1] ?? 0);
  }, 0);
}

/** The least step away from the model below after which most are right: what is surer of itself in the mean need not be right more often. */
function strengthOf(point: Float64Array, leastSure: number, unseen: readonly Unseen[]): number {
  const right = strengths.map((strength) => rightAt({ point, strength, leastSure }, unseen));
  return strengths[right.indexOf(Math.max(...right))] ?? 0;
}

/** How often people may be wrong; the one under which their labels are likeliest is taken. */
const errors = [0, 0.05, 0.1, 0.2, 0.3];

type MixingOrder = { readonly labels: number; readonly languages: number; readonly leastSure: number };

function leastLoss(unseen: readonly Unseen[], { labels, languages }: MixingOrder, error: number) {
  const begin = new Float64Array(fixed + labels + languages * labels);
  begin[0] = 1;
  const lossAt = (at: Float64Array, slope: Float64Array): number => {
    slope.fill(0);
    return unseen.reduce((loss, one) => loss + addLesson(at, slope, { ...one, error }), addPull(at, slope, labels));
  };
  const point = minimise(lossAt, begin);
  return { point, loss: lossAt(point, new Float64Array(point.length)) };
}

/** The least cross entropy on conversations that were not seen, each part pulled towards leaving the model below alone. */
export function fitMixing(unseen: readonly Unseen[], order: MixingOrder): Mixing {
  const { labels, leastSure } = order;
  const fits = errors.map((error) => leastLoss(unseen, order, error));
  const { point } = fits.reduce((best, fit) => (fit.loss < best.loss ? fit : best));
  const offsets = point.slice(fixed, fixed + labels);
  // Planes that point the wrong way have learned nothing: the model below is then left to itself.
  return {
    strength: strengthOf(point, leastSure, unseen),
    scale: Math.max(0, point[0] ?? 1),
    share: Math.max(0, point[1] ?? 0),
    offsets,
    languageOffsets: point.slice(fixed + labels),
  };
}
