// The sentiment model of one language: experts for the kinds of text it was taught with, mixed by how much a text looks like each.
import { z } from 'zod';
import { type KindJudge, kindShares } from '../learn/kind-judge.ts';
import { type Mixture, openRow, openViews, probabilitiesOfRow } from '../learn/mixture.ts';
import { type Packed, unpack } from '../learn/packed.ts';
import { kindsHeard } from '../learn/phrase-net.ts';
import { inOneGo, mostInOneGo, type Portions } from '../stages/portions.ts';
import { openPhraseModel, type PhraseModel, phraseHeader } from './phrase-model.ts';
import { sentimentOrder } from './sentiment-order.ts';
import type { TextPulls } from './sentiment-reader.ts';
import { openSentimentTable, type SentimentTable } from './sentiment-table.ts';
import { copyManner, mannerCount, openVoicesInPortions, type Voices } from './sentiment-voices.ts';

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
  /** Who judges the kind of a text (`KindJudge`). */
  kinds: z.array(z.number()),
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
export type Judges = { readonly kinds: KindJudge; readonly experts: readonly Expert[] };

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
  /** What the text at hand says; written over by the next one. */
  readonly room: Room;
};

type Room = {
  /** By plane. */
  readonly margins: Float64Array;
  /** What its kind is judged by (`kindNumbers`). */
  readonly kinds: Float64Array;
  /** All that is heard, view by view in one row: what stands below, in this order. */
  readonly row: Float64Array;
  readonly experts: readonly Float64Array[];
  readonly feelings: readonly Float64Array[];
  readonly phrases: readonly Float64Array[];
  readonly late: readonly Float64Array[];
};

function openRoom({
  voices,
  planes,
  domains,
  experts,
  phrases,
}: Record<'planes' | 'domains' | 'experts' | 'phrases', number> & { voices: Voices }): Room {
  const feelings = voices.feel('').length;
  const firstLate = experts + feelings + phrases;
  const { row, views } = openRow(firstLate + voices.lateCount, sentimentOrder.length);
  const late = views.slice(firstLate);
  return {
    margins: new Float64Array(planes),
    kinds: new Float64Array(domains + mannerCount(late)),
    row,
    experts: views.slice(0, experts),
    feelings: views.slice(experts, experts + feelings),
    phrases: views.slice(experts + feelings, firstLate),
    late,
  };
}

const toMixture = ({ scales, offsets, tilt }: z.infer<typeof mixtureShape>): Mixture => ({
  scales: Float64Array.from(scales),
  offsets: Float64Array.from(offsets),
  tilt: Float64Array.from(tilt),
});

const none = new Uint8Array(0);
/** The blocks: how rare each bucket is, one bit for each that has weights, the weights plane by plane, and those of the phrases. */
export function* toSentimentModel({ header, blocks }: Packed): Portions<SentimentModel> {
  const [rarity = none, kept = none, planes = none, phrasesKept = none, vectors = none, weights = none] = blocks;
  const read = sentimentHeader.parse(header);
  const expertPlanes = read.experts.reduce((sum, { labels }) => sum + labels.length, 0);
  const domainPlanes = read.planes.length - expertPlanes;
  const voices = yield* openVoicesInPortions(read.language);
  const phrases = read.phrases ? openPhraseModel(read.phrases, { kept: phrasesKept, vectors, weights }) : null;
  yield mostInOneGo;
  const table = yield* openSentimentTable({ rarity, kept, weights: planes, planes: read.planes.length });
  return {
    language: read.language,
    bits: read.bits,
    table,
    scales: Float64Array.from(read.planes, ({ scale }) => scale),
    offsets: Float64Array.from(read.planes, ({ offset }) => offset),
    domainPlanes,
    kinds: Float64Array.from(read.kinds),
    experts: read.experts.map(({ labels, mixture }) => ({ labels, mixture: toMixture(mixture) })),
    voices,
    phrases,
    room: openRoom({
      voices,
      planes: read.planes.length,
      domains: domainPlanes,
      experts: read.experts.length,
      phrases: phrases === null ? 0 : kindsHeard(phrases),
    }),
  };
}

/** Unpacks a model in portions: each takes some tens of milliseconds at most. */
export function* openSentimentModel(bytes: Uint8Array): Portions<SentimentModel> {
  const packed = unpack(bytes);
  yield mostInOneGo;
  return yield* toSentimentModel(packed);
}

/** The same at once. */
export const readSentimentModel = (bytes: Uint8Array): SentimentModel => inOneGo(openSentimentModel(bytes));

type Labelled = Pick<Expert, 'labels'>;

/** By expert, its margins for the three labels, 0 for a label that it cannot give; into those of an earlier text where they are given. */
export function spread(
  experts: readonly Labelled[],
  margins: ArrayLike<number>,
  from: number,
  into: readonly Float64Array[] = openViews(experts.length, sentimentOrder.length),
): readonly Float64Array[] {
  let next = from;
  for (let expert = 0; expert < experts.length; expert += 1) {
    const [labels, view] = [experts[expert]?.labels ?? [], into[expert]];
    for (let at = 0; at < labels.length; at += 1, next += 1) if (view !== undefined) view[labels[at] ?? 0] = margins[next] ?? 0;
  }
  return into;
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

/**
 * Weighs the answer of each expert by how much the text is of its kind, given what this is judged by (`kindNumbers`) and all that is heard,
 * view by view in one row.
 */
export function mixExperts({ kinds, experts }: Judges, numbers: Float64Array, row: Float64Array): Mixed {
  const domains = kindShares(kinds, numbers, new Float64Array(experts.length));
  const probabilities = new Float64Array(sentimentOrder.length);
  const tilted = new Float64Array(sentimentOrder.length);
  for (let domain = 0; domain < experts.length; domain += 1) {
    const [expert, share] = [experts[domain], domains[domain] ?? 0];
    if (expert === undefined || share < leastShare) continue;
    const { labels, mixture } = expert;
    const own = probabilitiesOfRow(mixture, row, labels);
    for (let at = 0; at < own.length; at += 1) {
      const [label, said] = [labels[at] ?? 0, (own[at] ?? 0) * share];
      probabilities[label] = (probabilities[label] ?? 0) + said;
      tilted[label] = (tilted[label] ?? 0) + said * Math.exp(mixture.tilt[at] ?? 0);
    }
  }
  let [total, label] = [0, 0];
  for (let at = 0; at < tilted.length; at += 1) {
    total += probabilities[at] ?? 0;
    if ((tilted[at] ?? 0) > (tilted[label] ?? 0)) label = at;
  }
  for (let at = 0; at < probabilities.length; at += 1) probabilities[at] = (probabilities[at] ?? 0) / total;
  return { probabilities, label, domains };
}

/** What the kind of a text is judged by: the margins of its kinds, which come first of all, and its manner, as the late views say it. */
export function kindNumbers(margins: Float64Array, late: readonly Float64Array[], into: Float64Array): Float64Array {
  const kinds = into.length - mannerCount(late);
  for (let kind = 0; kind < kinds; kind += 1) into[kind] = margins[kind] ?? 0;
  copyManner(late, into, kinds);
  return into;
}

/** Asks the experts about the text that was read last: how its features pull at each plane, and what its phrases lean to. */
export function askExperts(model: SentimentModel, { pulls }: TextPulls, text: string): Mixed {
  const { margins, kinds, row, experts, feelings, late } = model.room;
  for (let plane = 0; plane < margins.length; plane += 1) margins[plane] = (pulls[plane] ?? 0) + (model.offsets[plane] ?? 0);
  spread(model.experts, margins, model.domainPlanes, experts);
  model.voices.feel(text, feelings);
  model.voices.late(text, late);
  kindNumbers(margins, late, kinds);
  return mixExperts(model, kinds, row);
}

/** By expert, how far a text and the words of feeling in it pull from bad to good, offsets left aside. */
export function feltPulls(model: SentimentModel, { pulls, phrases }: TextPulls, text: string): Float64Array {
  const { feel, felt } = model.voices;
  const early = [...spread(model.experts, pulls, model.domainPlanes), ...feel(text)];
  const late = felt(text);
  const firstLate = early.length + phrases.length;
  const sumOf = (views: readonly Float64Array[], scales: Float64Array, from: number): number =>
    views.reduce((sum, view, index) => sum + (scales[from + index] ?? 0) * ((view[2] ?? 0) - (view[0] ?? 0)), 0);
  return Float64Array.from(model.experts, ({ mixture }) => sumOf(early, mixture.scales, 0) + sumOf(late, mixture.scales, firstLate));
}
