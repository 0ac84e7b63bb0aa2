// Teaches the sentiment model of one language: an expert for each kind of text, and a judge of kinds, fitted on unseen texts.
import { openFeatureReader } from '../learn/classifier.ts';
import { fitMixture, type Mixture, probabilitiesOf } from '../learn/mixture.ts';
import { type Packed, type PackedPlane, packPlane } from '../learn/packed.ts';
import { foldsOf } from '../learn/seeded.ts';
import { fitTilt } from '../learn/tilt.ts';
import { marginsOf, plainView, ratioView, trainView } from '../learn/view.ts';
import { type Counted, openVocabulary, toUnitRow, type Vocabulary } from '../learn/vocabulary.ts';
import { placeOf, type SentimentHeader, sentimentBits } from '../scores/sentiment-model.ts';
import type { TaughtText } from './sentiment-data.ts';

const leastTexts = 2;
const folds = 4;
const mostLost = 0.004;
const mostWeights = { domain: 25_000, expert: 70_000 };

type Text = { readonly counted: Counted; readonly label: number; readonly domain: number };
type Planes = readonly Float32Array[];
type Expert = { readonly labels: readonly number[]; readonly planes: Planes };
type Taught = { readonly vocabulary: Vocabulary; readonly domains: Planes; readonly experts: readonly Expert[] };

/** The sum of two views over the same rows is one view: half of each. */
function trainPlanes(vocabulary: Vocabulary, texts: readonly Counted[], labels: readonly number[], labelCount: number): Planes {
  const labelled = { texts, labels, labelCount };
  const [plain, ratio] = [plainView, ratioView].map((kind) => trainView(kind, vocabulary, labelled).planes);
  return (plain ?? []).map((plane, label) => plane.map((weight, column) => (weight + (ratio?.[label]?.[column] ?? 0)) / 2));
}

function teach(texts: readonly Text[], domainCount: number): Taught {
  const counted = texts.map((text) => text.counted);
  const vocabulary = openVocabulary(counted, leastTexts, sentimentBits);
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
  return { vocabulary, domains, experts };
}

const over = (planes: Planes, vocabulary: Vocabulary, counted: Counted): Float64Array =>
  marginsOf(planes, toUnitRow(counted, vocabulary, true));

/** Margins of every text by experts and judges that had not seen it. */
function unseen(texts: readonly Text[], domainCount: number) {
  const fold = foldsOf(
    texts.map(({ label, domain }) => domain * 3 + label),
    folds,
    29,
  );
  const domain: Float64Array[] = new Array(texts.length);
  const expert: Float64Array[] = new Array(texts.length);
  for (let out = 0; out < folds; out += 1) {
    const taught = teach(
      texts.filter((_, index) => fold[index] !== out),
      domainCount,
    );
    texts.forEach((text, index) => {
      if (fold[index] !== out) return;
      domain[index] = over(taught.domains, taught.vocabulary, text.counted);
      expert[index] = over(taught.experts[text.domain]?.planes ?? [], taught.vocabulary, text.counted);
    });
  }
  return { domain, expert };
}

/** The packed model of a language; the same texts give the same bytes. */
export function teachLanguage(language: string, taughtTexts: readonly TaughtText[]): Packed {
  const reader = openFeatureReader(sentimentBits);
  const domainNames = [...new Set(taughtTexts.map(({ domain }) => domain))].sort();
  const texts = taughtTexts.map(({ text, label, domain }): Text => {
    const place = placeOf(label);
    return { counted: reader.read(text), label: place, domain: domainNames.indexOf(domain) };
  });
  const margins = unseen(texts, domainNames.length);
  const domainLabels = texts.map(({ domain }) => domain);
  const domainMixture = fitMixture(
    margins.domain.map((one) => [one]),
    domainLabels,
    domainNames.length,
  );
  const taught = teach(texts, domainNames.length);
  const blocks: Uint8Array[] = [];
  const keep = (plane: Float32Array, most: number) => {
    const { weights, scale, offset }: PackedPlane = packPlane(plane, taught.vocabulary.columnOf, most);
    blocks.push(new Uint8Array(weights.buffer));
    return { scale, offset };
  };
  const { rarity, rarityScale } = packRarity(taught.vocabulary);
  blocks.push(rarity);
  const domains = taught.domains.map((plane) => keep(plane, mostWeights.domain));
  const experts = taught.experts.map(({ labels, planes }, domain) => {
    const own = [...texts.keys()].filter((index) => texts[index]?.domain === domain);
    const mixture = fitExpert(
      own.map((index) => [margins.expert[index] ?? new Float64Array(0)]),
      own.map((index) => labels.indexOf(texts[index]?.label ?? 0)),
      labels.length,
    );
    return {
      domain: domainNames[domain] ?? '',
      labels: [...labels],
      planes: planes.map((plane) => keep(plane, mostWeights.expert)),
      mixture: toJson(mixture),
    };
  });
  const header: SentimentHeader = { language, rarityScale, domains, domainMixture: toJson(domainMixture), experts };
  return { header, blocks };
}

function fitExpert(margins: readonly (readonly Float64Array[])[], labels: readonly number[], labelCount: number): Mixture {
  const fitted = fitMixture(margins, labels, labelCount);
  const probabilities = margins.map((one) => probabilitiesOf(fitted, one));
  return { ...fitted, tilt: fitTilt(probabilities, labels, { labelCount, mostLost }) };
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
