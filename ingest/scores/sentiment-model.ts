// The sentiment model of one language: experts for the kinds of text it was taught with, mixed by how much a text looks like each.
import { z } from 'zod';
import { type Mixture, probabilitiesOf } from '../learn/mixture.ts';
import { type Packed, unpack } from '../learn/packed.ts';
import { toShares } from '../learn/shares.ts';
import { openPhraseModel, type PhraseModel, phraseHeader } from './phrase-model.ts';
import { sentimentOrder } from './sentiment-order.ts';
import type { TextPulls } from './sentiment-reader.ts';
import { openSentimentTable, type SentimentTable } from './sentiment-table.ts';
import { openVoices, type Voices } from './sentiment-voices.ts';

/** Two to the power of this many buckets: runs of Chinese characters are many, small sets have few features. */
const bitsOf: Readonly<Record<string, number>> = { zh: 20, en: 20, fr: 19, de: 19 };
export const bitsFor = (language: string): number => bitsOf[language] ?? 18;

const mixtureShape = z.object({ scales: z.array(z.number()), offsets: z.array(z.number()), tilt: z.array(z.number()) });
const planeShape = z.object({ scale: z.number(), offset: z.number() });
export const sentimentHeader = z.object({
  language: z.string(),
  bits: z.number().int(),
  rarityScale: z.number(),
  /** First those that tell kinds of text apart, then those of the experts, one after another. */
  planes: z.array(planeShape),
  domainMixture: mixtureShape,
  /** Languages with few texts have none. */
  phrases: phraseHeader.nullish(),
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
  readonly table: SentimentTable;
  readonly scales: Float64Array;
  readonly offsets: Float64Array;
  /** How many of the planes tell kinds of text apart. */
  readonly domainPlanes: number;
  readonly voices: Voices;
  readonly phrases: PhraseModel | null;
};

const toMixture = ({ scales, offsets, tilt }: z.infer<typeof mixtureShape>): Mixture => ({
  scales: Float64Array.from(scales),
  offsets: Float64Array.from(offsets),
  tilt: Float64Array.from(tilt),
});

const none = new Uint8Array(0);
/** The blocks: how rare each bucket is, one bit for each that has weights, the weights plane by plane, and those of the phrases. */
export function toSentimentModel({ header, blocks }: Packed): SentimentModel {
  const [rarity = none, kept = none, planes = none, phrasesKept = none, vectors = none, weights = none] = blocks;
  const read = sentimentHeader.parse(header);
  const expertPlanes = read.experts.reduce((sum, { labels }) => sum + labels.length, 0);
  return {
    language: read.language,
    bits: read.bits,
    table: openSentimentTable({ rarity, kept, weights: planes, planes: read.planes.length }),
    scales: Float64Array.from(read.planes, ({ scale }) => scale),
    offsets: Float64Array.from(read.planes, ({ offset }) => offset),
    domainPlanes: read.planes.length - expertPlanes,
    domainMixture: toMixture(read.domainMixture),
    experts: read.experts.map(({ labels, mixture }) => ({ labels, mixture: toMixture(mixture) })),
    voices: openVoices(read.language),
    phrases: read.phrases ? openPhraseModel(read.phrases, { kept: phrasesKept, vectors, weights }) : null,
  };
}

export const readSentimentModel = (bytes: Uint8Array): SentimentModel => toSentimentModel(unpack(bytes));

/** By expert, its margins for the three labels; 0 for a label that it cannot give. */
export function spread(experts: readonly Pick<Expert, 'labels'>[], margins: ArrayLike<number>, from: number): Float64Array[] {
  let next = from;
  return experts.map(({ labels }) => {
    const all = new Float64Array(sentimentOrder.length);
    for (const label of labels) all[label] = margins[next++] ?? 0;
    return all;
  });
}

/** What an expert makes of all that is heard: a probability for each label that it can give. */
export function saidBy({ labels, mixture }: Expert, views: readonly Float64Array[]): Float64Array {
  const sums = mixture.offsets.slice();
  for (let view = 0; view < views.length; view += 1) {
    const [scale, margins] = [mixture.scales[view] ?? 0, views[view]];
    if (margins === undefined || scale === 0) continue;
    for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + scale * (margins[labels[index] ?? 0] ?? 0);
  }
  return toShares(sums);
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
  experts.forEach((expert, domain) => {
    const { labels, mixture } = expert;
    const share = domains[domain] ?? 0;
    if (share < leastShare) return;
    const own = saidBy(expert, views);
    labels.forEach((label, index) => {
      const said = (own[index] ?? 0) * share;
      probabilities[label] = (probabilities[label] ?? 0) + said;
      tilted[label] = (tilted[label] ?? 0) + said * Math.exp(mixture.tilt[index] ?? 0);
    });
  });
  const total = probabilities.reduce((sum, value) => sum + value, 0);
  return { probabilities: probabilities.map((value) => value / total), label: tilted.indexOf(Math.max(...tilted)), domains };
}

/** Asks the experts about a text, given how its features pull at each plane and what its phrases lean to. */
export function askExperts(model: SentimentModel, { pulls, phrases }: TextPulls, text: string): Mixed {
  const margins = pulls.slice();
  for (let plane = 0; plane < margins.length; plane += 1) margins[plane] = (margins[plane] ?? 0) + (model.offsets[plane] ?? 0);
  const { feel, felt, manner } = model.voices;
  const views = [...spread(model.experts, margins, model.domainPlanes), ...feel(text), ...phrases, ...felt(text), ...manner(text)];
  return mixExperts(model, margins.subarray(0, model.domainPlanes), views);
}

const silent = new Float64Array(sentimentOrder.length);

/** By expert, how far a text and the words of feeling in it pull from bad to good, offsets left aside. */
export function feltPulls(model: SentimentModel, { pulls, phrases }: TextPulls, text: string): Float64Array {
  const { feel, felt } = model.voices;
  const own = spread(model.experts, pulls, model.domainPlanes);
  const views = [...own, ...feel(text), ...phrases.map(() => silent), ...felt(text)];
  return Float64Array.from(model.experts, ({ mixture }) =>
    views.reduce((sum, view, index) => sum + (mixture.scales[index] ?? 0) * ((view[2] ?? 0) - (view[0] ?? 0)), 0),
  );
}
