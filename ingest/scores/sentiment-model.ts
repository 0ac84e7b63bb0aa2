// The sentiment model of one language: experts for the kinds of text it was taught with, mixed by how much a text looks like each.
import { z } from 'zod';
import { likeliest, probabilitiesOf } from '../learn/mixture.ts';
import { type Packed, type PackedPlane, unpack } from '../learn/packed.ts';
import type { Counted } from '../learn/vocabulary.ts';

export const sentimentBits = 18;
/** Order of the planes and of all probabilities. */
export const sentimentOrder = ['neg', 'neu', 'pos'] as const;

/** The place of a label in that order; -1 for what is none. */
export function placeOf(label: string): number {
  const order: readonly string[] = sentimentOrder;
  return order.indexOf(label);
}

const mixtureShape = z.object({ scales: z.array(z.number()), offsets: z.array(z.number()), tilt: z.array(z.number()) });
const planeShape = z.object({ scale: z.number(), offset: z.number() });
const expertShape = z.object({
  domain: z.string(),
  /** Labels it can give, as places in `sentimentOrder`. */
  labels: z.array(z.number().int()),
  planes: z.array(planeShape),
  mixture: mixtureShape,
});
export const sentimentHeader = z.object({
  language: z.string(),
  rarityScale: z.number(),
  domains: z.array(planeShape),
  domainMixture: mixtureShape,
  experts: z.array(expertShape),
});
export type SentimentHeader = z.infer<typeof sentimentHeader>;

type Mixture = { readonly scales: Float64Array; readonly offsets: Float64Array; readonly tilt: Float64Array };
type Expert = { readonly labels: readonly number[]; readonly planes: readonly PackedPlane[]; readonly mixture: Mixture };

export type SentimentModel = {
  readonly rarity: Uint8Array;
  readonly rarityScale: number;
  readonly domains: readonly PackedPlane[];
  readonly domainMixture: Mixture;
  readonly experts: readonly Expert[];
};

const toMixture = ({ scales, offsets, tilt }: z.infer<typeof mixtureShape>): Mixture => ({
  scales: Float64Array.from(scales),
  offsets: Float64Array.from(offsets),
  tilt: Float64Array.from(tilt),
});

/** The blocks in the order in which the header names their planes: rarity, domains, then expert by expert. */
export function toSentimentModel({ header, blocks }: Packed): SentimentModel {
  const read = sentimentHeader.parse(header);
  let next = 1;
  const plane = ({ scale, offset }: z.infer<typeof planeShape>): PackedPlane => {
    const block = blocks[next++] ?? new Uint8Array(0);
    return { weights: new Int8Array(block.buffer, block.byteOffset, block.byteLength), scale, offset };
  };
  return {
    rarity: blocks[0] ?? new Uint8Array(0),
    rarityScale: read.rarityScale,
    domains: read.domains.map(plane),
    domainMixture: toMixture(read.domainMixture),
    experts: read.experts.map(({ labels, planes, mixture }) => ({ labels, planes: planes.map(plane), mixture: toMixture(mixture) })),
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

export function marginOf({ weights, scale, offset }: PackedPlane, { buckets, values, size }: KnownRow): number {
  let sum = 0;
  for (let at = 0; at < size; at += 1) sum += (weights[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum * scale + offset;
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
export function askExperts(model: SentimentModel, row: KnownRow): Mixed {
  const domains =
    model.domains.length < 2
      ? Float64Array.of(1)
      : probabilitiesOf(model.domainMixture, [Float64Array.from(model.domains, (plane) => marginOf(plane, row))]);
  const probabilities = new Float64Array(sentimentOrder.length);
  const tilted = new Float64Array(sentimentOrder.length);
  model.experts.forEach(({ labels, planes, mixture }, domain) => {
    const share = domains[domain] ?? 0;
    const own = probabilitiesOf(mixture, [Float64Array.from(planes, (plane) => marginOf(plane, row))]);
    labels.forEach((label, index) => {
      const said = (own[index] ?? 0) * share;
      probabilities[label] = (probabilities[label] ?? 0) + said;
      tilted[label] = (tilted[label] ?? 0) + said * Math.exp(mixture.tilt[index] ?? 0);
    });
  });
  return { probabilities, label: likeliest(tilted, new Float64Array(tilted.length)), domains };
}

/** By expert, positive minus negative weight of a row, without offsets: what its features pull by themselves. */
export function pullsOf({ experts }: SentimentModel, row: KnownRow): Float64Array {
  return Float64Array.from(experts, ({ labels, planes, mixture }) => {
    let pull = 0;
    labels.forEach((label, index) => {
      const plane = planes[index];
      if (plane !== undefined && label !== 1) pull += (label === 2 ? 1 : -1) * (marginOf(plane, row) - plane.offset);
    });
    return pull * (mixture.scales[0] ?? 1);
  });
}
