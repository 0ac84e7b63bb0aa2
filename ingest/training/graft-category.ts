// Learns an edited copy of the shipped taxonomy on top of the shipped model: planes of leaves that stayed are taken over as they are.
import { foldsOf } from '../learn/seeded.ts';
import { toShares } from '../learn/shares.ts';
import { pickRows, rowAt, type SparseRows, toRows } from '../learn/sparse.ts';
import { marginsOf } from '../learn/view.ts';
import { keywordsOf, type ShippedCategory } from '../scores/category.ts';
import { bucketCount } from '../scores/category-features.ts';
import { type CategoryModel, ofLabels, planeCount } from '../scores/category-model.ts';
import type { Inheritance } from '../taxonomy/inherit.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { taxonomyExamples } from './category-examples.ts';
import { bagsOf, quantise, rarityOf, rowOf, type TrainedCategory, trainPlane } from './category-trainer.ts';
import { fitNewPlanes } from './fit-new-planes.ts';

const folds = 5;

type GraftedRows = {
  readonly rows: SparseRows;
  /** By row, the plane that it belongs to. */
  readonly planes: readonly number[];
  readonly trust: readonly number[];
  /** Rows that the shipped model had not learned from. */
  readonly isFresh: readonly boolean[];
};

type Graft = {
  readonly shipped: CategoryModel;
  /** By plane: its number in the shipped model; -1 for a new one. */
  readonly origins: readonly number[];
  readonly former: CategoryModel['former'];
  readonly labels: readonly string[];
  readonly rarity: Uint8Array;
  readonly width: number;
};

function examplesOf(taxonomy: Taxonomy, { taxonomy: shipped }: ShippedCategory, { planes, former }: Inheritance) {
  const known = shipped.leaves.map((leaf) => new Set(taxonomyExamples({ ...shipped, leaves: [leaf] }).map(({ text }) => text)));
  const own = taxonomy.leaves.flatMap((leaf, plane) => {
    const seen = known[planes[plane] ?? -1];
    return taxonomyExamples({ ...taxonomy, leaves: [leaf] }).map(({ text, trust }) => ({ text, trust, plane, isFresh: !seen?.has(text) }));
  });
  const gone = former.flatMap(({ plane }, at) => {
    const leaves = shipped.leaves.slice(plane, plane + 1);
    return taxonomyExamples({ ...shipped, leaves }).map(({ text, trust }) => ({
      ...{ text, trust, plane: taxonomy.leaves.length + at, isFresh: false },
    }));
  });
  return [...own, ...gone];
}

/** Features that the shipped model does not know count from the second new text on that has them. */
function joinedRarity(shipped: Uint8Array, fresh: Uint8Array): Uint8Array {
  return shipped.map((value, bucket) => value || (fresh[bucket] ?? 0));
}

/** A plane of the shipped model with its columns where they are here; keyword columns of leaves that it does not know are 0. */
function shippedPlane({ shipped, origins, width }: Graft, origin: number): Float32Array {
  const count = planeCount(shipped);
  const step = shipped.steps[origin] ?? 0;
  const plane = new Float32Array(width + 1);
  const at = (column: number) => (shipped.weights[column * count + origin] ?? 0) * step;
  for (let bucket = 0; bucket < bucketCount; bucket += 1) plane[bucket] = at(bucket);
  origins.forEach((other, hit) => {
    plane[bucketCount + hit] = other < 0 ? 0 : at(bucketCount + other);
  });
  plane[width] = at(bucketCount + count);
  return plane;
}

/** The planes that these rows teach: new ones from all rows, kept ones that have new texts from the new rows, staying near to what they were. */
function learnPlanes(graft: Graft, { rows, planes, trust, isFresh }: GraftedRows): Map<number, Float32Array> {
  const { origins, width, labels, former } = graft;
  const labelOf = (plane: number): number => former[plane - labels.length]?.becomes ?? plane;
  const fresh = isFresh.flatMap((is, row) => (is ? [row] : []));
  const freshRows = pickRows(rows, fresh);
  const learned = new Map<number, Float32Array>();
  origins.forEach((origin, plane) => {
    const seed = plane + 1;
    if (origin < 0) {
      learned.set(
        plane,
        trainPlane(rows, (row) => labelOf(planes[row] ?? -1) === plane, { trust, width, seed }),
      );
    } else if (fresh.some((row) => planes[row] === plane && trust[row] === 1)) {
      const isIn = (at: number) => planes[fresh[at] ?? -1] === plane;
      const order = { trust: fresh.map((row) => trust[row] ?? 0), width, seed, from: shippedPlane(graft, origin) };
      learned.set(plane, trainPlane(freshRows, isIn, order));
    }
  });
  return learned;
}

/** Margins of all rows: of new texts by planes that had not seen them. */
function marginsOfRows(graft: Graft, all: GraftedRows): Float64Array[] {
  const shipped = graft.origins.map((origin) => (origin < 0 ? new Float32Array(graft.width + 1) : shippedPlane(graft, origin)));
  const fold = foldsOf(all.planes, folds, 5);
  const margins = new Array<Float64Array>(all.planes.length);
  for (let out = 0; out < folds; out += 1) {
    const inside = all.planes.flatMap((_, row) => (fold[row] === out ? [] : [row]));
    const pick = <Value>(list: readonly Value[]): Value[] => inside.flatMap((row) => list[row] ?? []);
    const part = { rows: pickRows(all.rows, inside), planes: pick(all.planes), trust: pick(all.trust) };
    const learned = learnPlanes(graft, { ...part, isFresh: inside.map((row) => all.isFresh[row] ?? false) });
    const planes = shipped.map((plane, at) => learned.get(at) ?? plane);
    all.planes.forEach((_, row) => {
      if (fold[row] === out) margins[row] = marginsOf(planes, rowAt(all.rows, row));
    });
  }
  return margins;
}

function formerOf({ taxonomy }: ShippedCategory, { former }: Inheritance): CategoryModel['former'] {
  return former.map(({ plane, becomes }) => {
    const leaf = taxonomy.leaves[plane];
    return { id: leaf?.id ?? '', becomes, keywords: Object.values(leaf?.keywords ?? {}).flat() };
  });
}

/**
 * What the shipped model says of texts stays as it is, but for what new leaves take and removed ones give; how much a new leaf takes
 * is fitted on texts that its plane had not seen. `unseen` are the new texts alone.
 */
export function graftCategoryModel(taxonomy: Taxonomy, shipped: ShippedCategory, inheritance: Inheritance): TrainedCategory {
  const examples = examplesOf(taxonomy, shipped, inheritance);
  const former = formerOf(shipped, inheritance);
  const bags = bagsOf(keywordsOf(taxonomy, { former }), examples);
  const freshRarity = rarityOf(
    bags.filter((_, at) => examples[at]?.isFresh),
    bags.length,
  );
  const origins = [...inheritance.planes, ...inheritance.former.map(({ plane }) => plane)];
  const graft: Graft = {
    ...{ shipped: shipped.model, origins, former, labels: taxonomy.leaves.map(({ id }) => id) },
    rarity: joinedRarity(shipped.model.rarity, freshRarity),
    width: bucketCount + origins.length,
  };
  const all: GraftedRows = {
    rows: toRows(bags.map((bag) => rowOf(bag, graft.rarity, shipped.model.rarity))),
    planes: examples.map(({ plane }) => plane),
    trust: examples.map(({ trust }) => trust),
    isFresh: examples.map(({ isFresh }) => isFresh),
  };
  const margins = marginsOfRows(graft, all);
  const odds = fitNewPlanes(margins, { ...all, ...graft });
  const learned = learnPlanes(graft, all);
  const whole = graft.origins.map((origin, plane) => learned.get(plane) ?? shippedPlane(graft, origin));
  const { weights, steps } = quantise(whole, whole.length);
  const { version, sharpness } = shipped.model;
  const model: CategoryModel = {
    ...{ version, base: version, labels: graft.labels, former: graft.former, sharpness, weights },
    rarity: graft.rarity,
    lengths: shipped.model.rarity,
    offsets: odds.offsets.map((offset) => Number(offset.toFixed(4))),
    steps: steps.map((step, plane) => step * ((odds.scales[plane] ?? sharpness) / sharpness)),
  };
  return { model, unseen: unseenOf(graft, all, { margins, ...odds }) };
}

type Fitted = { readonly margins: readonly Float64Array[]; readonly scales: readonly number[]; readonly offsets: readonly number[] };

function unseenOf(graft: Graft, { planes, trust, isFresh }: GraftedRows, { margins, scales, offsets }: Fitted): TrainedCategory['unseen'] {
  return margins.flatMap((row, at) => {
    if (!isFresh[at] || trust[at] !== 1) return [];
    const odds = row.map((margin, plane) => margin * (scales[plane] ?? 0) + (offsets[plane] ?? 0));
    const shares = ofLabels(graft, toShares(odds));
    const said = shares.indexOf(Math.max(...shares));
    return [{ truth: graft.labels[planes[at] ?? 0] ?? '', said: graft.labels[said] ?? '' }];
  });
}
