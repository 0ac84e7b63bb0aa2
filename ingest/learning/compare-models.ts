// Two models on the same held-out conversations: how often each is right, and whether the difference is more than chance.
import type { Estimate, ModelComparison, ModelMeasure } from '#db/model/learning.ts';
import { seededRandom } from '../learn/seeded.ts';

/** One held-out conversation: what people say, and what either model says; null: nothing. */
export type Trial = {
  /** Whoever wrote it: drawn as a whole, as all texts of one are alike. */
  readonly customer: string;
  readonly language: string;
  /** One over the probability of having been drawn into the sample. */
  readonly weight: number;
  /** Shares of the labels, adding up to 1. */
  readonly truth: ReadonlyMap<string, number>;
  readonly old: string | null;
  readonly new: string | null;
};

const draws = 1000;
const outside = 0.025;

type Side = 'old' | 'new';
const sides: readonly Side[] = ['old', 'new'];

/** Weighted sums over trials: all there is to know for every figure. */
type Sums = {
  base: number;
  readonly sides: Readonly<Record<Side, { hit: number; said: number; readonly hits: Float64Array; readonly claims: Float64Array }>>;
  readonly support: Float64Array;
};

type Numbered = Trial & {
  readonly shares: readonly (readonly [label: number, share: number])[];
  readonly places: Readonly<Record<Side, number>>;
};

function numbered(trials: readonly Trial[]): { readonly rows: readonly Numbered[]; readonly labels: number } {
  const places = new Map<string, number>();
  const placeOf = (label: string) => {
    const place = places.get(label) ?? places.size;
    places.set(label, place);
    return place;
  };
  const rows = trials.map((trial) => ({
    ...trial,
    shares: [...trial.truth].map(([label, share]) => [placeOf(label), share] as const),
    places: { old: trial.old === null ? -1 : placeOf(trial.old), new: trial.new === null ? -1 : placeOf(trial.new) },
  }));
  return { rows, labels: places.size };
}

const emptySums = (labels: number): Sums => {
  const side = () => ({ hit: 0, said: 0, hits: new Float64Array(labels), claims: new Float64Array(labels) });
  return { base: 0, sides: { old: side(), new: side() }, support: new Float64Array(labels) };
};

function addTo(sums: Sums, row: Numbered, times: number): void {
  const weight = row.weight * times;
  sums.base += weight;
  for (const [label, share] of row.shares) sums.support[label] = (sums.support[label] ?? 0) + weight * share;
  for (const side of sides) {
    const place = row.places[side];
    if (place < 0) continue;
    const own = sums.sides[side];
    const hit = weight * (row.shares.find(([label]) => label === place)?.[1] ?? 0);
    own.said += weight;
    own.hit += hit;
    own.hits[place] = (own.hits[place] ?? 0) + hit;
    own.claims[place] = (own.claims[place] ?? 0) + weight;
  }
}

const share = (part: number, all: number): number | null => (all === 0 ? null : part / all);

function macroF1({ sides: both, support }: Sums, side: Side): number | null {
  let [sum, n] = [0, 0];
  support.forEach((all, label) => {
    if (all === 0) return;
    sum += (2 * (both[side].hits[label] ?? 0)) / (all + (both[side].claims[label] ?? 0));
    n += 1;
  });
  return share(sum, n);
}

/** The figures in one list, so that all are drawn at once. */
const figures: readonly ((sums: Sums) => number | null)[] = [
  ...sides.flatMap((side): ((sums: Sums) => number | null)[] => [
    (sums) => share(sums.sides[side].hit, sums.base),
    (sums) => share(sums.sides[side].hit, sums.sides[side].said),
    (sums) => macroF1(sums, side),
    (sums) => share(sums.sides[side].said, sums.base),
  ]),
  ({ base, sides: { old, new: next } }) => share(next.hit - old.hit, base),
  ({ sides: { old, new: next } }) => {
    const [before, after] = [share(old.hit, old.said), share(next.hit, next.said)];
    return before === null || after === null ? null : after - before;
  },
  ({ base, support, sides: { new: next } }) =>
    support.filter((all) => all > 0).length < 2 ? null : share(next.hit - Math.max(...support), base),
];
const gainAt = 8;

function byCustomer(rows: readonly Numbered[]): Numbered[][] {
  const groups = new Map<string, Numbered[]>();
  for (const row of rows) groups.set(row.customer, [...(groups.get(row.customer) ?? []), row]);
  return [...groups.values()];
}

/** Kish's number of equal draws: weights make a sample worth less than its size. */
function effectiveSize(trials: readonly Trial[]): number {
  const sum = trials.reduce((total, { weight }) => total + weight, 0);
  return (sum * sum) / trials.reduce((total, { weight }) => total + weight * weight, 0);
}

/**
 * Compares by the percentile bootstrap over customers (B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13),
 * 1,000 draws by a seed. Where all or none are hits every draw is alike; there the bound is Clopper and Pearson's at the effective
 * size. A gain of exactly 0 in every draw has no width: the models say the same.
 */
export function compareModels(trials: readonly Trial[]): ModelComparison {
  const { rows, labels } = numbered(trials);
  const groups = byCustomer(rows);
  const whole = emptySums(labels);
  for (const row of rows) addTo(whole, row, 1);
  const random = seededRandom(rows.length + 1);
  const found = figures.map((): number[] => []);
  for (let draw = 0; draw < draws && groups.length > 0; draw += 1) {
    const sums = emptySums(labels);
    for (let turn = 0; turn < groups.length; turn += 1)
      for (const row of groups[Math.floor(random() * groups.length)] ?? []) addTo(sums, row, 1);
    figures.forEach((figure, at) => {
      const value = figure(sums);
      if (value !== null) found[at]?.push(value);
    });
  }
  const size = effectiveSize(trials);
  const estimates = figures.map((figure, at) => estimateOf(figure(whole), found[at] ?? [], at < gainAt ? size : null));
  const measure = (from: number): ModelMeasure => ({
    right: estimates[from] ?? null,
    rightOfLabelled: estimates[from + 1] ?? null,
    macroF1: estimates[from + 2] ?? null,
    coverage: estimates[from + 3] ?? null,
  });
  return {
    n: trials.length,
    old: measure(0),
    new: measure(4),
    gain: estimates[gainAt] ?? null,
    labelledGain: estimates[gainAt + 1] ?? null,
    overConstant: estimates[gainAt + 2] ?? null,
  };
}

function estimateOf(value: number | null, drawn: readonly number[], size: number | null): Estimate | null {
  if (value === null || drawn.length === 0) return null;
  if (size !== null && (value === 0 || value === 1)) {
    const bound = 1 - outside ** (1 / size);
    return { value, interval: value === 0 ? [0, bound] : [1 - bound, 1] };
  }
  const sorted = Float64Array.from(drawn).sort();
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(part * (sorted.length - 1))))] ?? value;
  return { value, interval: [Math.min(value, at(outside)), Math.max(value, at(1 - outside))] };
}
