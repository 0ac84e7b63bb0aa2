// Teaches the sentiment model of one language: an expert for each kind of text, and a judge of kinds, fitted on unseen texts.
import { FeatureReader } from '../learn/features.ts';
import type { Mixture } from '../learn/mixture.ts';
import { type Packed, roundPlane } from '../learn/packed.ts';
import type { PhraseNet, VectorRows } from '../learn/phrase-net.ts';
import { openPhrases, type StepBook, StepReader } from '../learn/phrase-steps.ts';
import { trainPhrases } from '../learn/phrase-trainer.ts';
import { foldsOf } from '../learn/seeded.ts';
import { marginsOf, plainView, ratioView, trainView } from '../learn/view.ts';
import { type Counted, openVocabulary, toUnitRow, type Vocabulary } from '../learn/vocabulary.ts';
import { phraseRowsFor } from '../scores/phrase-model.ts';
import { bitsFor, type Mixed, type SentimentHeader, spread } from '../scores/sentiment-model.ts';
import { placeOf } from '../scores/sentiment-order.ts';
import { openVoices } from '../scores/sentiment-voices.ts';
import { type AsideText, asideTexts } from './aside-texts.ts';
import { packPhrases } from './pack-phrases.ts';
import type { TaughtText } from './sentiment-data.ts';
import { fitJudges, type Heard, unseenAnswers } from './sentiment-judges.ts';

const noStep = new Uint32Array(0);
const noSteps: StepBook = { wholes: [], starts: [0], parts: [] };
const leastTexts = 2;
/** Few texts are taught best when most of them are; of many, two thirds teach nearly as much as all. */
const manyTexts = 40_000;
const foldsFor = (texts: number): number => (texts > manyTexts ? 3 : 5);
/** Share of the steps of a text that the network does not see at each look: of pairs of characters each says part of what the next says. */
const droppedSteps: Readonly<Record<string, number>> = { zh: 0.3 };
const usuallyDropped = 0.1;
const mostWeights = { domain: 40_000, expert: 120_000 };

type Text = {
  readonly counted: Counted;
  readonly steps: Uint32Array;
  readonly feelings: readonly Float64Array[];
  /** The views behind all others. */
  readonly late: readonly Float64Array[];
  readonly label: number;
  readonly domain: number;
};
/** A text beside the labelled sets; its kind is counted behind theirs. */
type Aside = { readonly steps: Uint32Array; readonly label: number; readonly domain: number };
type Teaching = {
  readonly language: string;
  readonly domainCount: number;
  readonly bits: number;
  readonly book: StepBook;
  /** Null where the language has no network of phrases. */
  readonly rows: VectorRows | null;
  /** What only the network learns. */
  readonly aside: readonly Aside[];
};
type Planes = readonly Float32Array[];
type Expert = { readonly labels: readonly number[]; readonly planes: Planes };
type Taught = {
  readonly vocabulary: Vocabulary;
  readonly domains: Planes;
  readonly experts: readonly Expert[];
  readonly phrases: PhraseNet | null;
};

/** The sum of two views over the same rows is one view: half of each. */
function trainPlanes(vocabulary: Vocabulary, texts: readonly Counted[], labels: readonly number[], labelCount: number): Planes {
  const labelled = { texts, labels, labelCount };
  const [plain, ratio] = [plainView, ratioView].map((kind) => trainView(kind, vocabulary, labelled).planes);
  return (plain ?? []).map((plane, label) => plane.map((weight, column) => (weight + (ratio?.[label]?.[column] ?? 0)) / 2));
}

function teachPhrases(texts: readonly Text[], { language, domainCount, book, rows, aside }: Teaching): PhraseNet | null {
  if (rows === null) return null;
  const all = [...texts, ...aside];
  return trainPhrases({
    texts: all.map(({ steps }) => steps),
    labels: all.map(({ label }) => label),
    domains: all.map(({ domain }) => domain),
    droppedSteps: droppedSteps[language] ?? usuallyDropped,
    domainCount: Math.max(domainCount, ...aside.map(({ domain }) => domain + 1)),
    book,
    rows,
  });
}

function teach(texts: readonly Text[], { domainCount, bits, ...teaching }: Teaching): Taught {
  const counted = texts.map((text) => text.counted);
  const vocabulary = openVocabulary(counted, leastTexts, bits);
  const domains =
    domainCount < 2
      ? []
      : trainView(plainView, vocabulary, { texts: counted, labels: texts.map((text) => text.domain), labelCount: domainCount }).planes;
  const experts = Array.from({ length: domainCount }, (_, domain): Expert => {
    const own = texts.filter((text) => text.domain === domain);
    const labels = [...new Set(own.map(({ label }) => label))].sort();
    const places = own.map(({ label }) => labels.indexOf(label));
    return {
      labels,
      planes: trainPlanes(
        vocabulary,
        own.map((text) => text.counted),
        places,
        labels.length,
      ),
    };
  });
  const phrases = teachPhrases(texts, { domainCount, bits, ...teaching });
  return { vocabulary, domains, experts, phrases };
}

const over = (planes: Planes, vocabulary: Vocabulary, counted: Counted): Float64Array =>
  marginsOf(planes, toUnitRow(counted, vocabulary, true));

/** To six digits: what long sums say behind them hangs on the order in which they were added. */
const rounded = (margins: Float64Array): Float64Array => margins.map((margin) => Number(margin.toPrecision(6)));

/** Every text as it is heard by judges and experts that had not seen it. */
function hearUnseen(texts: readonly Text[], teaching: Teaching): Heard[] {
  const folds = foldsFor(texts.length);
  const fold = foldsOf(
    texts.map(({ label, domain }) => domain * 3 + label),
    folds,
    29,
  );
  const heard: Heard[] = new Array(texts.length);
  for (let out = 0; out < folds; out += 1) {
    const inside = texts.filter((_, index) => fold[index] !== out);
    const { vocabulary, domains, experts, phrases } = teach(inside, teaching);
    const hear = phrases === null ? () => [] : openPhrases(phrases, teaching.book);
    const planes = experts.flatMap((expert) => expert.planes);
    texts.forEach(({ counted, steps, feelings, late, label, domain }, index) => {
      if (fold[index] !== out) return;
      const [own, heardPhrases] = [spread(experts, over(planes, vocabulary, counted), 0).map(rounded), hear(steps).map(rounded)];
      heard[index] = {
        label,
        domain,
        kinds: rounded(over(domains, vocabulary, counted)),
        views: [...own, ...feelings, ...heardPhrases, ...late],
      };
    });
  }
  return heard;
}

export type TaughtLanguage = {
  readonly packed: Packed;
  /** Text by text, what is said of it by experts and judges that had not seen it. */
  readonly unseen: readonly Mixed[];
};

type Given = { readonly taughtTexts: readonly TaughtText[]; readonly known: readonly AsideText[]; readonly domainNames: readonly string[] };

function readTexts(language: string, { taughtTexts, known, domainNames }: Given) {
  const bits = bitsFor(language);
  const reader = new FeatureReader(bits);
  const rows = phraseRowsFor(language, bits);
  const stepReader = rows === null ? null : new StepReader(rows);
  const voices = openVoices(language);
  const texts = taughtTexts.map(
    ({ text, label, domain }): Text => ({
      counted: reader.read(text),
      steps: stepReader?.read(text) ?? noStep,
      feelings: voices.feel(text),
      late: voices.late(text),
      label: placeOf(label),
      domain: domainNames.indexOf(domain),
    }),
  );
  const kinds = [...new Set(known.map(({ kind }) => kind))].sort();
  const aside = known.map(({ text, label, kind }) => ({
    steps: stepReader?.read(text) ?? noStep,
    label: placeOf(label),
    domain: domainNames.length + kinds.indexOf(kind),
  }));
  return { texts, aside, bits, rows, book: stepReader?.book ?? noSteps, late: voices.lateCount };
}

/** The packed model of a language; the same texts give the same bytes. `known`: what its network of phrases, where it has one, learns beside them. */
export function teachLanguage(
  language: string,
  taughtTexts: readonly TaughtText[],
  known: readonly AsideText[] = asideTexts(language),
): TaughtLanguage {
  const domainNames = [...new Set(taughtTexts.map(({ domain }) => domain))].sort();
  const { texts, late, ...read } = readTexts(language, { taughtTexts, known, domainNames });
  const teaching: Teaching = { ...read, language, domainCount: domainNames.length };
  const heard = hearUnseen(texts, teaching);
  const taught = teach(texts, teaching);
  const labelsOf = taught.experts.map(({ labels }) => labels);
  const panel = { labelsOf, late };
  const judges = fitJudges(heard, panel);
  const { rarity, rarityScale } = packRarity(taught.vocabulary);
  const { planes, blocks } = packPlanes(taught);
  const phrases = taught.phrases === null || read.rows === null ? null : packPhrases(taught.phrases, read.rows);
  const header: SentimentHeader = {
    language,
    bits: read.bits,
    ...(phrases === null ? {} : { phrases: phrases.header }),
    rarityScale,
    planes,
    domainMixture: toJson(judges.domainMixture),
    experts: judges.experts.map(({ labels, mixture }, domain) => ({
      domain: domainNames[domain] ?? '',
      labels: [...labels],
      mixture: toJson(mixture),
    })),
  };
  return { packed: { header, blocks: [rarity, ...blocks, ...(phrases?.blocks ?? [])] }, unseen: unseenAnswers(heard, panel) };
}

/** One bit for each bucket that some plane weighs, then the weights of these buckets, plane by plane. */
function packPlanes({ vocabulary, domains, experts }: Taught) {
  const rounded = [
    ...domains.map((plane) => roundPlane(plane, mostWeights.domain)),
    ...experts.flatMap(({ planes }) => planes.map((plane) => roundPlane(plane, mostWeights.expert))),
  ];
  const kept = new Uint8Array(vocabulary.columnOf.length >> 3);
  const columns: number[] = [];
  vocabulary.columnOf.forEach((column, bucket) => {
    if (column < 0 || rounded.every(({ weights }) => weights[column] === 0)) return;
    kept[bucket >> 3] = (kept[bucket >> 3] ?? 0) | (1 << (bucket & 7));
    columns.push(column);
  });
  const weights = new Int8Array(rounded.length * columns.length);
  rounded.forEach((plane, index) => {
    columns.forEach((column, row) => {
      weights[index * columns.length + row] = plane.weights[column] ?? 0;
    });
  });
  return { planes: rounded.map(({ scale, offset }) => ({ scale, offset })), blocks: [kept, new Uint8Array(weights.buffer)] };
}

/** Rarity as bytes; 0 stands for a bucket that is not known. */
function packRarity({ columnOf, rarity }: Vocabulary): { rarity: Uint8Array; rarityScale: number } {
  const rarityScale = rarity.reduce((most, one) => Math.max(most, one), 1) / 255;
  return {
    rarityScale,
    rarity: Uint8Array.from(columnOf, (column) => (column < 0 ? 0 : Math.max(1, Math.round((rarity[column] ?? 0) / rarityScale)))),
  };
}

function toJson({ scales, offsets, tilt }: Mixture) {
  const rounded = (values: Float64Array) => Array.from(values, (value) => Number(value.toFixed(6)));
  return { scales: rounded(scales), offsets: rounded(offsets), tilt: rounded(tilt) };
}
