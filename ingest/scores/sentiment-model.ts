// The sentiment model of one language: experts for the kinds of text it was taught with, mixed by how much a text looks like each.
import { z } from 'zod';
import { type Feelings, openFeelings } from '../learn/feelings.ts';
import { likeliest, probabilitiesOf } from '../learn/mixture.ts';
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

type Mixture = { readonly scales: Float64Array; readonly offsets: Float64Array; readonly tilt: Float64Array };
type Expert = { readonly labels: readonly number[]; readonly mixture: Mixture };

export type SentimentModel = {
  readonly language: string;
  readonly bits: number;
  readonly rarity: Uint8Array;
  readonly rarityScale: number;
  /** From bucket to row of weights; 0 where no plane weighs it. */
  readonly rowOf: Uint32Array;
  /** Row by row, a byte for each plane: what is asked together lies together. */
  readonly weights: Int8Array;
  readonly scales: Float64Array;
  readonly offsets: Float64Array;
  /** How many of the planes tell kinds of text apart. */
  readonly domainPlanes: number;
  readonly domainMixture: Mixture;
  readonly experts: readonly Expert[];
  readonly feel: Feelings | null;
};

const toMixture = ({ scales, offsets, tilt }: z.infer<typeof mixtureShape>): Mixture => ({
  scales: Float64Array.from(scales),
  offsets: Float64Array.from(offsets),
  tilt: Float64Array.from(tilt),
});

const none = new Uint8Array(0);

/** The blocks: how rare each bucket is, one bit for each that has weights, and the weights plane by plane. */
export function toSentimentModel({ header, blocks: [rarity = none, kept = none, planes = none] }: Packed): SentimentModel {
  const read = sentimentHeader.parse(header);
  const rowOf = new Uint32Array(1 << read.bits);
  let rows = 0;
  for (let bucket = 0; bucket < rowOf.length; bucket += 1) {
    if (((kept[bucket >> 3] ?? 0) & (1 << (bucket & 7))) === 0) continue;
    rows += 1;
    rowOf[bucket] = rows;
  }
  const width = read.planes.length;
  const weights = new Int8Array((rows + 1) * width);
  for (let plane = 0; plane < width; plane += 1)
    for (let row = 0; row < rows; row += 1) weights[(row + 1) * width + plane] = planes[plane * rows + row] ?? 0;
  const expertPlanes = read.experts.reduce((sum, { labels }) => sum + labels.length, 0);
  return {
    language: read.language,
    bits: read.bits,
    rarity,
    rarityScale: read.rarityScale,
    rowOf,
    weights,
    scales: Float64Array.from(read.planes, ({ scale }) => scale),
    offsets: Float64Array.from(read.planes, ({ offset }) => offset),
    domainPlanes: width - expertPlanes,
    domainMixture: toMixture(read.domainMixture),
    experts: read.experts.map(({ labels, mixture }) => ({ labels, mixture: toMixture(mixture) })),
    feel: openFeelings(sentimentOrder, read.language),
  };
}

export const readSentimentModel = (bytes: Uint8Array): SentimentModel => toSentimentModel(unpack(bytes));

/** A text as a row of length 1 over the buckets that the model knows. */
export type KnownRow = { readonly buckets: Uint32Array; readonly values: Float32Array; readonly size: number };

export function toKnownRow(
  { rarity, rarityScale }: Pick<SentimentModel, 'rarity' | 'rarityScale'>,
  { columns, counts }: Counted,
): KnownRow {
  const buckets = new Uint32Array(columns.length);
  const values = new Float32Array(columns.length);
  let [size, norm] = [0, 0];
  for (let at = 0; at < columns.length; at += 1) {
    const bucket = columns[at] ?? 0;
    const weight = rarity[bucket] ?? 0;
    if (weight === 0) continue;
    const count = counts[at] ?? 1;
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * weight * rarityScale;
    buckets[size] = bucket;
    values[size] = value;
    norm += value * value;
    size += 1;
  }
  const scale = norm === 0 ? 0 : 1 / Math.sqrt(norm);
  for (let at = 0; at < size; at += 1) values[at] = (values[at] ?? 0) * scale;
  return { buckets, values, size };
}

/** Margins of a row by all planes, without their offsets. */
function pullsOf({ rowOf, weights, scales }: SentimentModel, { buckets, values, size }: KnownRow): Float64Array {
  const width = scales.length;
  const sums = new Float64Array(width);
  for (let at = 0; at < size; at += 1) {
    const row = rowOf[buckets[at] ?? 0] ?? 0;
    if (row === 0) continue;
    const value = values[at] ?? 0;
    const from = row * width;
    for (let plane = 0; plane < width; plane += 1) sums[plane] = (sums[plane] ?? 0) + (weights[from + plane] ?? 0) * value;
  }
  for (let plane = 0; plane < width; plane += 1) sums[plane] = (sums[plane] ?? 0) * (scales[plane] ?? 0);
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

/** Asks every expert and weighs its answer by how much the text is of its kind. */
export function askExperts(model: SentimentModel, row: KnownRow, text: string): Mixed {
  const margins = pullsOf(model, row);
  for (let plane = 0; plane < margins.length; plane += 1) margins[plane] = (margins[plane] ?? 0) + (model.offsets[plane] ?? 0);
  const domains =
    model.domainPlanes < 2 ? Float64Array.of(1) : probabilitiesOf(model.domainMixture, [margins.subarray(0, model.domainPlanes)]);
  const views = [...spread(model.experts, margins, model.domainPlanes), ...(model.feel?.(text) ?? [])];
  const probabilities = new Float64Array(sentimentOrder.length);
  const tilted = new Float64Array(sentimentOrder.length);
  model.experts.forEach(({ labels, mixture }, domain) => {
    const share = domains[domain] ?? 0;
    const own = probabilitiesOf(mixture, heardBy(labels, views));
    labels.forEach((label, index) => {
      const said = (own[index] ?? 0) * share;
      probabilities[label] = (probabilities[label] ?? 0) + said;
      tilted[label] = (tilted[label] ?? 0) + said * Math.exp(mixture.tilt[index] ?? 0);
    });
  });
  return { probabilities, label: likeliest(tilted, new Float64Array(tilted.length)), domains };
}

/** By expert, how far a row and the words of feeling in its text pull from bad to good, offsets left aside. */
export function feltPulls(model: SentimentModel, row: KnownRow, text: string): Float64Array {
  const views = [...spread(model.experts, pullsOf(model, row), model.domainPlanes), ...(model.feel?.(text) ?? [])];
  return Float64Array.from(model.experts, ({ mixture }) =>
    views.reduce((sum, view, index) => sum + (mixture.scales[index] ?? 0) * ((view[2] ?? 0) - (view[0] ?? 0)), 0),
  );
}
