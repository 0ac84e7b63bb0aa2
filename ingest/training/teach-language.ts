// Teaches the sentiment model of one language: an expert for each kind of text, and a judge of kinds, fitted on unseen texts.
import { FeatureReader } from '../learn/features.ts';
import type { Mixture } from '../learn/mixture.ts';
import { type Packed, roundPlane } from '../learn/packed.ts';
import type { PhraseNet, VectorRows } from '../learn/phrase-net.ts';
import { openPhrases, type StepBook, StepReader } from '../learn/phrase-steps.ts';
import { droppedSteps, trainPhrases } from '../learn/phrase-trainer.ts';
import { foldsOf } from '../learn/seeded.ts';
import { marginsOf, plainView, trainView } from '../learn/view.ts';
import { type Counted, toUnitRow, type Vocabulary } from '../learn/vocabulary.ts';
import { phraseRowsFor } from '../scores/phrase-model.ts';
import { bitsFor, kindNumbers, type Mixed, type SentimentHeader, spread } from '../scores/sentiment-model.ts';
import { placeOf } from '../scores/sentiment-order.ts';
import { mannerCount, openVoices } from '../scores/sentiment-voices.ts';
import { type AsideText, asideTexts, wordsKind } from './aside-texts.ts';
import { packPhrases } from './pack-phrases.ts';
import type { TaughtText } from './sentiment-data.ts';
import { fitJudges, type Heard, unseenAnswers } from './sentiment-judges.ts';
import {
  type KnownText,
  type Lent,
  type LinearExpert,
  lentIn,
  type OurText,
  type Planes,
  teachExpert,
  vocabularyOf,
} from './teach-experts.ts';

const noStep = new Uint32Array(0);
const noSteps: StepBook = { wholes: [], starts: [0], parts: [] };
/** Few texts are taught best when most of them are; of many, two thirds teach nearly as much as all. */
const manyTexts = 40_000;
const foldsFor = (texts: number): number => (texts > manyTexts ? 3 : 5);
/** How often the network looks at texts of a kind for one look at others: at few texts among many it would hardly learn. */
const looks: Readonly<Record<string, Readonly<Record<string, number>>>> = { zh: { posts: 4, 'hotel-reviews': 2 } };
/** What a neutral text of a kind counts to the network for one of another label: where three stars of five are few, it would hardly learn them. */
const neutralShares: Readonly<Record<string, Readonly<Record<string, number>>>> = { fr: { 'app-reviews': 2 } };
const neutral = placeOf('neu');
const mostWeights = { domain: 40_000, expert: 120_000 };

type Text = KnownText & {
  readonly steps: Uint32Array;
  readonly feelings: readonly Float64Array[];
  /** The views behind all others. */
  readonly late: readonly Float64Array[];
};
type Aside = OurText & { readonly steps: Uint32Array };
type Teaching = {
  readonly language: string;
  readonly domainCount: number;
  readonly bits: number;
  readonly book: StepBook;
  /** Null where the language has no network of phrases. */
  readonly rows: VectorRows | null;
  /** What the network learns beside the labelled texts, and some experts. */
  readonly aside: readonly Aside[];
  /** By kind, how often the network looks at a text. */
  readonly looks: readonly number[];
  /** By kind, what a neutral text counts to the network. */
  readonly neutralShares: readonly number[];
  /** By kind, what its expert learns beside its texts. */
  readonly lent: readonly (Lent | undefined)[];
};
type Taught = {
  readonly vocabulary: Vocabulary;
  readonly domains: Planes;
  readonly experts: readonly LinearExpert[];
  readonly phrases: PhraseNet | null;
};

function teachPhrases(
  texts: readonly Text[],
  { language, domainCount, book, rows, aside, looks, neutralShares }: Teaching,
): PhraseNet | null {
  if (rows === null) return null;
  const again = texts.flatMap((text) => Array.from({ length: (looks[text.domain] ?? 1) - 1 }, () => text));
  const all = [...texts, ...aside, ...again];
  return trainPhrases({
    texts: all.map(({ steps }) => steps),
    labels: all.map(({ label }) => label),
    domains: all.map(({ domain }) => domain),
    shares: all.map(({ label, domain }) => (label === neutral ? (neutralShares[domain] ?? 1) : 1)),
    droppedSteps: language === 'zh' ? droppedSteps.unspaced : droppedSteps.spaced,
    domainCount: Math.max(domainCount, ...aside.map(({ domain }) => domain + 1)),
    book,
    rows,
  });
}

function teach(texts: readonly Text[], teaching: Teaching): Taught {
  const { domainCount, bits } = teaching;
  const counted = texts.map((text) => text.counted);
  const vocabulary = vocabularyOf(texts, teaching, bits);
  const domains =
    domainCount < 2
      ? []
      : trainView(plainView, vocabulary, { texts: counted, labels: texts.map((text) => text.domain), labelCount: domainCount }).planes;
  const experts = Array.from({ length: domainCount }, (_, domain) => teachExpert(domain, texts, vocabulary, teaching));
  const phrases = teachPhrases(texts, teaching);
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
        kinds: kindNumbers(rounded(over(domains, vocabulary, counted)), late, new Float64Array(domains.length + mannerCount(late))),
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
  const kinds = [...domainNames, ...[...new Set(known.map(({ kind }) => kind))].filter((kind) => !domainNames.includes(kind)).sort()];
  const aside = known.map(({ text, label, kind }) => ({
    counted: reader.read(text),
    isExpression: kind === wordsKind,
    steps: stepReader?.read(text) ?? noStep,
    label: placeOf(label),
    domain: kinds.indexOf(kind),
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
  const teaching: Teaching = {
    ...read,
    language,
    domainCount: domainNames.length,
    looks: domainNames.map((name) => looks[language]?.[name] ?? 1),
    neutralShares: domainNames.map((name) => neutralShares[language]?.[name] ?? 1),
    lent: domainNames.map((name) => lentIn[language]?.[name]),
  };
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
    kinds: roundedNumbers(judges.kinds),
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

const roundedNumbers = (values: Float64Array): number[] => Array.from(values, (value) => Number(value.toFixed(6)));

const toJson = ({ scales, offsets, tilt }: Mixture) => ({
  scales: roundedNumbers(scales),
  offsets: roundedNumbers(offsets),
  tilt: roundedNumbers(tilt),
});
