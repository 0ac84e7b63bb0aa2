// The sentiment model of one language: experts for the kinds of text it was taught with, mixed by how much a text looks like each.
import { z } from 'zod';
import { openFeatureReader } from '../learn/classifier.ts';
import type { FeatureReader, KnownColumns } from '../learn/features.ts';
import { type Feelings, openFeelings } from '../learn/feelings.ts';
import { type Mixture, probabilitiesOf } from '../learn/mixture.ts';
import { type Packed, unpack } from '../learn/packed.ts';
import type { Counted } from '../learn/vocabulary.ts';

/** Two to the power of this many buckets: runs of Chinese characters are many, small sets have few features. */
const bitsOf: Readonly<Record<string, number>> = { zh: 20, en: 20, fr: 19, de: 19 };
export const bitsFor = (language: string): number => bitsOf[language] ?? 18;

/** Order of the planes and of all probabilities. */
export const sentimentOrder = ['neg', 'neu', 'pos'] as const;

/** The place of a label in that order; -1 for what is none. */
export function placeOf(label: string): number {
  const order: readonly string[] = sentimentOrder;
  return order.indexOf(label);
}

const mixtureShape = z.object({ scales: z.array(z.number()), offsets: z.array(z.number()), tilt: z.array(z.number()) });
const planeShape = z.object({ scale: z.number(), offset: z.number() });
export const sentimentHeader = z.object({
  language: z.string(),
  bits: z.number().int(),
  rarityScale: z.number(),
  /** First those that tell kinds of text apart, then those of the experts, one after another. */
  planes: z.array(planeShape),
  domainMixture: mixtureShape,
  experts: z.array(
    z.object({
      domain: z.string(),
      /** Labels it can give, as places in `sentimentOrder`. */
      labels: z.array(z.number().int()),
      mixture: mixtureShape,
    }),
  ),
});
export type SentimentHeader = z.infer<typeof sentimentHeader>;

export type Expert = { readonly labels: readonly number[]; readonly mixture: Mixture };
/** Who says how much a text is of each kind, and how much each expert listens to the others. */
export type Judges = { readonly domainMixture: Mixture; readonly experts: readonly Expert[] };

export type SentimentModel = Judges & {
  readonly language: string;
  readonly bits: number;
  /** The buckets that are known; those that some plane weighs come first. */
  readonly known: KnownColumns;
  /** By column. */
  readonly rarity: Float32Array;
  /** Column by column, a byte for each plane: what is asked together lies together. `width` is the number of planes, rounded up to four. */
  readonly weights: Int8Array;
  readonly width: number;
  readonly scales: Float64Array;
  readonly offsets: Float64Array;
  /** How many of the planes tell kinds of text apart. */
  readonly domainPlanes: number;
  readonly feel: Feelings | null;
};

const toMixture = ({ scales, offsets, tilt }: z.infer<typeof mixtureShape>): Mixture => ({
  scales: Float64Array.from(scales),
  offsets: Float64Array.from(offsets),
  tilt: Float64Array.from(tilt),
});

const none = new Uint8Array(0);
/** Planes that are summed up at the same time. */
const together = 4;

/** Columns for the known buckets, those with weights first: what is seldom asked lies apart. */
function toColumns(rarity: Uint8Array, kept: Uint8Array): { known: KnownColumns; weighed: number; buckets: Uint32Array } {
  const hasWeights = (bucket: number) => ((kept[bucket >> 3] ?? 0) & (1 << (bucket & 7))) !== 0;
  const columnOf = new Int32Array(rarity.length).fill(-1);
  const buckets = new Uint32Array(rarity.length);
  let size = 0;
  let weighed = 0;
  for (const isWeighed of [true, false]) {
    for (let bucket = 0; bucket < rarity.length; bucket += 1) {
      if (rarity[bucket] === 0 || hasWeights(bucket) !== isWeighed) continue;
      columnOf[bucket] = size;
      buckets[size] = bucket;
      size += 1;
    }
    if (isWeighed) weighed = size;
  }
  return { known: { columnOf, size }, weighed, buckets: buckets.slice(0, size) };
}

/** The blocks: how rare each bucket is, one bit for each that has weights, and the weights plane by plane. */
export function toSentimentModel({ header, blocks: [rarity = none, kept = none, planes = none] }: Packed): SentimentModel {
  const read = sentimentHeader.parse(header);
  const { known, weighed, buckets } = toColumns(rarity, kept);
  const width = Math.ceil(read.planes.length / together) * together;
  const weights = new Int8Array(weighed * width);
  for (let plane = 0; plane < read.planes.length; plane += 1)
    for (let column = 0; column < weighed; column += 1) weights[column * width + plane] = planes[plane * weighed + column] ?? 0;
  const expertPlanes = read.experts.reduce((sum, { labels }) => sum + labels.length, 0);
  return {
    language: read.language,
    bits: read.bits,
    known,
    rarity: Float32Array.from(buckets, (bucket) => (rarity[bucket] ?? 0) * read.rarityScale),
    weights,
    width,
    scales: Float64Array.from(read.planes, ({ scale }) => scale),
    offsets: Float64Array.from(read.planes, ({ offset }) => offset),
    domainPlanes: read.planes.length - expertPlanes,
    domainMixture: toMixture(read.domainMixture),
    experts: read.experts.map(({ labels, mixture }) => ({ labels, mixture: toMixture(mixture) })),
    feel: openFeelings(sentimentOrder, read.language),
  };
}

export const readSentimentModel = (bytes: Uint8Array): SentimentModel => toSentimentModel(unpack(bytes));

/** Reads texts into the columns of a model. */
export const openModelReader = ({ bits, known }: SentimentModel): FeatureReader => openFeatureReader(bits, known);

/** A text as a row of length 1 over the columns of a model. */
export type KnownRow = { readonly columns: Uint32Array; readonly values: Float32Array };

export function toKnownRow({ rarity }: Pick<SentimentModel, 'rarity'>, { columns, counts }: Counted): KnownRow {
  const values = new Float32Array(columns.length);
  let norm = 0;
  for (let at = 0; at < columns.length; at += 1) {
    const count = counts[at] ?? 1;
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * (rarity[columns[at] ?? 0] ?? 0);
    values[at] = value;
    norm += value * value;
  }
  const scale = norm === 0 ? 0 : 1 / Math.sqrt(norm);
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) * scale;
  return { columns, values };
}

/** Margins of a row by all planes, without their offsets. Four planes at a time: sums held in variables are twice as fast as those in a list. */
function pullsOf({ weights, scales, width }: SentimentModel, { columns, values }: KnownRow): Float64Array {
  const sums = new Float64Array(scales.length);
  for (let plane = 0; plane < width; plane += together) {
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let at = 0; at < columns.length; at += 1) {
      const from = (columns[at] ?? 0) * width + plane;
      if (from >= weights.length) continue;
      const value = values[at] ?? 0;
      first += (weights[from] ?? 0) * value;
      second += (weights[from + 1] ?? 0) * value;
      third += (weights[from + 2] ?? 0) * value;
      fourth += (weights[from + 3] ?? 0) * value;
    }
    sums[plane] = first;
    sums[plane + 1] = second;
    sums[plane + 2] = third;
    sums[plane + 3] = fourth;
  }
  for (let plane = 0; plane < sums.length; plane += 1) sums[plane] = (sums[plane] ?? 0) * (scales[plane] ?? 0);
  return sums;
}

/** By expert, its margins for the three labels; 0 for a label that it cannot give. */
export function spread(experts: readonly Pick<Expert, 'labels'>[], margins: ArrayLike<number>, from: number): Float64Array[] {
  let next = from;
  return experts.map(({ labels }) => {
    const all = new Float64Array(sentimentOrder.length);
    for (const label of labels) all[label] = margins[next++] ?? 0;
    return all;
  });
}

/** What an expert hears, for the labels that it can give: itself, the other experts, and the words of feeling. */
export function heardBy(labels: readonly number[], views: readonly Float64Array[]): readonly Float64Array[] {
  if (labels.length === sentimentOrder.length) return views;
  return views.map((view) => Float64Array.from(labels, (label) => view[label] ?? 0));
}

export type Mixed = {
  /** Calibrated, in the order of `sentimentOrder`. */
  readonly probabilities: Float64Array;
  /** The label to be named: as the experts weigh it, a rare label preferred where that serves all labels alike. */
  readonly label: number;
  /** How much each expert had to say. */
  readonly domains: Float64Array;
};

/** An expert for a kind of text that this one hardly is need not be asked. */
const leastShare = 0.002;

/** Weighs the answer of each expert by how much the text is of its kind, given the margins of kinds and all that can be heard. */
export function mixExperts({ domainMixture, experts }: Judges, kinds: Float64Array, views: readonly Float64Array[]): Mixed {
  const domains = kinds.length < 2 ? Float64Array.of(1) : probabilitiesOf(domainMixture, [kinds]);
  const probabilities = new Float64Array(sentimentOrder.length);
  const tilted = new Float64Array(sentimentOrder.length);
  experts.forEach(({ labels, mixture }, domain) => {
    const share = domains[domain] ?? 0;
    if (share < leastShare) return;
    const own = probabilitiesOf(mixture, heardBy(labels, views));
    labels.forEach((label, index) => {
      const said = (own[index] ?? 0) * share;
      probabilities[label] = (probabilities[label] ?? 0) + said;
      tilted[label] = (tilted[label] ?? 0) + said * Math.exp(mixture.tilt[index] ?? 0);
    });
  });
  const total = probabilities.reduce((sum, value) => sum + value, 0);
  return { probabilities: probabilities.map((value) => value / total), label: tilted.indexOf(Math.max(...tilted)), domains };
}

/** Asks the experts about a text. */
export function askExperts(model: SentimentModel, row: KnownRow, text: string): Mixed {
  const margins = pullsOf(model, row);
  for (let plane = 0; plane < margins.length; plane += 1) margins[plane] = (margins[plane] ?? 0) + (model.offsets[plane] ?? 0);
  const views = [...spread(model.experts, margins, model.domainPlanes), ...(model.feel?.(text) ?? [])];
  return mixExperts(model, margins.subarray(0, model.domainPlanes), views);
}

/** By expert, how far a row and the words of feeling in its text pull from bad to good, offsets left aside. */
export function feltPulls(model: SentimentModel, row: KnownRow, text: string): Float64Array {
  const views = [...spread(model.experts, pullsOf(model, row), model.domainPlanes), ...(model.feel?.(text) ?? [])];
  return Float64Array.from(model.experts, ({ mixture }) =>
    views.reduce((sum, view, index) => sum + (mixture.scales[index] ?? 0) * ((view[2] ?? 0) - (view[0] ?? 0)), 0),
  );
}
