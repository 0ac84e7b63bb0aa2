// Teaches the language model: logistic planes by stochastic steps that grow smaller where a weight has moved much (AdaGrad, Duchi et al. 2011).
import { pieceLanguage, pieceWeight } from '../stages/language-latin.ts';
import { dampingOf, type LanguageFeatures, type LanguageModel, modelBuckets, openLanguageFeatures } from '../stages/language-model.ts';
import type { LanguagePieces } from '../stages/language-pieces.ts';
import { openPieceSums } from '../stages/piece-sums.ts';
import { type LanguageExample, modelLanguages } from './language-examples.ts';

const rounds = 6;
const drawsEach = 48_000;
const rate = 0.15;
const slowest = 0.3;
/** Weights count so many times in the sum: keeps them in the range in which steps of 0.15 do good. */
const stretch = 4;
const leastError = 1e-3;

type Planes = {
  readonly weights: Float32Array;
  readonly moved: Float32Array;
  readonly offsets: Float64Array;
  readonly movedOffsets: Float64Array;
};

function probabilitiesOf(planes: Planes, { buckets, size }: LanguageFeatures, votes: Float64Array): Float64Array {
  const count = planes.offsets.length;
  const damping = dampingOf(size) * stretch;
  const result = new Float64Array(count);
  for (let label = 0; label < count; label += 1) {
    let sum = 0;
    for (let at = 0; at < size; at += 1) sum += planes.weights[(buckets[at] ?? 0) * count + label] ?? 0;
    result[label] = sum * damping + (planes.offsets[label] ?? 0) + (votes[label] ?? 0);
  }
  const most = Math.max(...result);
  const total = result.reduce((sum, value) => sum + Math.exp(value - most), 0);
  return result.map((value) => Math.exp(value - most) / total);
}

function step(planes: Planes, features: LanguageFeatures, { label, error, pace }: { label: number; error: number; pace: number }): void {
  const { weights, moved, offsets, movedOffsets } = planes;
  const count = offsets.length;
  movedOffsets[label] = (movedOffsets[label] ?? 0) + error * error;
  offsets[label] = (offsets[label] ?? 0) - (0.1 * error) / Math.sqrt((movedOffsets[label] ?? 0) + 1);
  const slope = error * dampingOf(features.size) * stretch;
  for (let at = 0; at < features.size; at += 1) {
    const place = (features.buckets[at] ?? 0) * count + label;
    const distance = (moved[place] ?? 0) + slope * slope;
    moved[place] = distance;
    weights[place] = (weights[place] ?? 0) - (pace * slope) / Math.sqrt(distance + 1e-4);
  }
}

/** The same draw gives the same model. */
export function trainLanguageModel(draw: (turn: number) => LanguageExample | null, pieces: LanguagePieces, version: string): LanguageModel {
  const count = modelLanguages.length;
  const planes: Planes = {
    weights: new Float32Array(modelBuckets * count),
    moved: new Float32Array(modelBuckets * count),
    offsets: new Float64Array(count),
    movedOffsets: new Float64Array(count),
  };
  const readFeatures = openLanguageFeatures();
  const sumsOf = openPieceSums(pieces);
  const places = modelLanguages.map((language) => pieces.languages.indexOf(pieceLanguage(language)));
  for (let round = 0; round < rounds; round += 1) {
    const pace = rate * (1 - (round / rounds) * (1 - slowest));
    for (let turn = 0; turn < drawsEach * count; turn += 1) {
      const example = draw(turn);
      if (example === null) continue;
      const features = readFeatures(example.words);
      const { sums, count: pieceCount } = sumsOf(example.words);
      const scale = pieceWeight / Math.sqrt(pieceCount);
      const votes = Float64Array.from(places, (place) => scale * (sums[place] ?? 0));
      probabilitiesOf(planes, features, votes).forEach((probability, label) => {
        const error = probability - (label === example.label ? 1 : 0);
        if (Math.abs(error) >= leastError) step(planes, features, { label, error, pace });
      });
    }
  }
  return toModel(planes, version);
}

/** Weights as whole numbers from -127 to 127. */
function toModel({ weights, offsets }: Planes, version: string): LanguageModel {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const unit = most / 127;
  return {
    version,
    languages: modelLanguages,
    offsets: [...offsets].map((offset) => Math.round(offset * 1e4) / 1e4),
    step: unit * stretch,
    weights: Int8Array.from(weights, (weight) => Math.round(weight / unit)),
  };
}
