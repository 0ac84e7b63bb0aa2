// Trains a category model from labelled texts: planes by dual coordinate descent, calibrated on texts that they had not seen.
import { trainMargin } from '../learn/margin-trainer.ts';
import { fitMixture } from '../learn/mixture.ts';
import { foldsOf, seededRandom } from '../learn/seeded.ts';
import { pickRows, rowAt, type SparseRow, type SparseRows, toRows } from '../learn/sparse.ts';
import { marginsOf } from '../learn/view.ts';
import { bucketCount, openCategoryFeatures } from '../scores/category-features.ts';
import { type CategoryModel, keywordValue, mostRarity } from '../scores/category-model.ts';
import { openKeywordIndex } from '../taxonomy/keyword-index.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { readTokens } from '../taxonomy/tokens.ts';

export type CategoryExample = {
  readonly text: string;
  readonly label: string;
  /** 1 for sentences written for the leaf; less for what was mapped or labelled by rules. Calibration looks at the full ones only. */
  readonly trust: number;
};

const cost = 0.6;
const balance = 0.35;
const mostRounds = 20;
const tolerance = 0.02;
const folds = 5;

type Prepared = {
  readonly rows: SparseRows;
  readonly rarity: Uint8Array;
  readonly labels: readonly number[];
  readonly trust: readonly number[];
  readonly count: number;
};

export type Bag = { readonly buckets: readonly number[]; readonly hits: readonly number[] };

/** Features and keyword hits of texts; `keywords` by plane. */
export function bagsOf(keywords: readonly (readonly string[])[], examples: readonly Pick<CategoryExample, 'text'>[]): Bag[] {
  const features = openCategoryFeatures();
  const index = openKeywordIndex(keywords);
  return examples.map(({ text }) => {
    const tokens = readTokens(text);
    const { buckets, size } = features.read(text, tokens);
    const hits = new Array<number>(keywords.length).fill(0);
    for (const { name } of index.find(tokens)) hits[name] = (hits[name] ?? 0) + 1;
    return { buckets: [...buckets.subarray(0, size)].sort((a, b) => a - b), hits };
  });
}

/** log((texts + 1) / (texts with the bucket + 1)) + 1 in steps of a 255th of the most; 0 for buckets of a single text. */
export function rarityOf(bags: readonly Bag[], all = bags.length): Uint8Array {
  const texts = new Uint32Array(bucketCount);
  for (const { buckets } of bags) for (const bucket of buckets) texts[bucket] = (texts[bucket] ?? 0) + 1;
  return Uint8Array.from(texts, (n) => (n < 2 ? 0 : Math.round(((Math.log((all + 1) / (n + 1)) + 1) / mostRarity) * 255)));
}

/** `lengths`: what each bucket adds to the length of a text. */
export function rowOf({ buckets, hits }: Bag, rarity: Uint8Array, lengths = rarity): SparseRow {
  const known = buckets.filter((bucket) => (rarity[bucket] ?? 0) > 0);
  const norm = Math.sqrt(known.reduce((sum, bucket) => sum + (lengths[bucket] ?? 0) ** 2, 0)) || 1;
  const found = hits.flatMap((n, label) => (n > 0 ? [label] : []));
  return {
    columns: Uint32Array.from([...known, ...found.map((label) => bucketCount + label)]),
    values: Float32Array.from([
      ...known.map((bucket) => (rarity[bucket] ?? 0) / norm),
      ...found.map((label) => keywordValue(hits[label] ?? 0)),
    ]),
  };
}

function prepare(taxonomy: Taxonomy, examples: readonly CategoryExample[]): Prepared {
  const numberOf = new Map(taxonomy.leaves.map(({ id }, index) => [id, index]));
  const bags = bagsOf(
    taxonomy.leaves.map(({ keywords }) => Object.values(keywords).flat()),
    examples,
  );
  const rarity = rarityOf(bags);
  return {
    rows: toRows(bags.map((bag) => rowOf(bag, rarity))),
    rarity,
    labels: examples.map(({ label }) => numberOf.get(label) ?? 0),
    trust: examples.map(({ trust }) => trust),
    count: taxonomy.leaves.length,
  };
}

type PlaneOrder = {
  readonly trust: readonly number[];
  /** Buckets and keyword columns. */
  readonly width: number;
  readonly seed: number;
  /** A plane to stay near to. */
  readonly from?: Float32Array;
};

/** One plane: rows that are in against all the others; the rarer side is the dearer one. */
export function trainPlane(rows: SparseRows, isIn: (row: number) => boolean, { trust, width, seed, from }: PlaneOrder): Float32Array {
  const n = Math.max(1, trust.filter((_, row) => isIn(row)).length);
  const dearer = (Math.max(1, trust.length - n) / n) ** balance;
  const order = { cost: (row: number) => cost * (trust[row] ?? 1) * (isIn(row) ? dearer : 1), mostRounds, tolerance };
  return trainMargin(rows, width, isIn, { ...order, random: seededRandom(seed), ...(from === undefined ? {} : { from }) });
}

function trainPlanes({ rows, count }: Prepared, labels: readonly number[], trust: readonly number[]): Float32Array[] {
  return Array.from({ length: count }, (_, label) =>
    trainPlane(rows, (row) => labels[row] === label, { trust, width: bucketCount + count, seed: label + 1 }),
  );
}

export type Unseen = { readonly index: number; readonly margins: Float64Array };

/** Margins of the fully trusted examples by planes that had not seen them. */
function unseenMargins(prepared: Prepared): Unseen[] {
  const fold = foldsOf(prepared.labels, folds, 5);
  const unseen: Unseen[] = [];
  for (let out = 0; out < folds; out += 1) {
    const inside = prepared.labels.flatMap((_, index) => (fold[index] === out ? [] : [index]));
    const pick = <Value>(list: readonly Value[]): Value[] => inside.flatMap((index) => list[index] ?? []);
    const part = { ...prepared, rows: pickRows(prepared.rows, inside) };
    const planes = trainPlanes(part, pick(prepared.labels), pick(prepared.trust));
    prepared.trust.forEach((trust, index) => {
      if (fold[index] === out && trust === 1) unseen.push({ index, margins: marginsOf(planes, rowAt(prepared.rows, index)) });
    });
  }
  return unseen;
}

export function quantise(planes: readonly Float32Array[], count: number): Pick<CategoryModel, 'weights' | 'steps'> {
  const columns = bucketCount + count + 1;
  const steps = planes.map((plane) => plane.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1);
  const weights = new Int8Array(columns * count);
  planes.forEach((plane, label) => {
    for (let column = 0; column < columns; column += 1)
      weights[column * count + label] = Math.round((plane[column] ?? 0) / (steps[label] ?? 1));
  });
  return { weights, steps };
}

export type TrainedCategory = {
  readonly model: CategoryModel;
  readonly unseen: readonly { readonly truth: string; readonly said: string }[];
};

/** The same examples give the same model. `unseen` says what was answered for the trusted examples by models that had not seen them. */
export function trainCategoryModel(taxonomy: Taxonomy, examples: readonly CategoryExample[], version: string): TrainedCategory {
  const prepared = prepare(taxonomy, examples);
  const { count, labels } = prepared;
  const names = taxonomy.leaves.map(({ id }) => id);
  const unseen = unseenMargins(prepared);
  const truth = unseen.map(({ index }) => labels[index] ?? 0);
  const fitted = fitMixture(
    unseen.map(({ margins }) => [margins]),
    truth,
    count,
  );
  const sharpness = fitted.scales[0] ?? 1;
  const model: CategoryModel = {
    version,
    base: null,
    labels: names,
    former: [],
    sharpness,
    offsets: [...fitted.offsets].map((offset) => Number(offset.toFixed(4))),
    rarity: prepared.rarity,
    lengths: prepared.rarity,
    ...quantise(trainPlanes(prepared, labels, prepared.trust), count),
  };
  const said = unseen.map(({ margins }) => {
    const odds = margins.map((margin, label) => margin * sharpness + (fitted.offsets[label] ?? 0));
    return odds.indexOf(Math.max(...odds));
  });
  return { model, unseen: truth.map((label, at) => ({ truth: names[label] ?? '', said: names[said[at] ?? 0] ?? '' })) };
}
