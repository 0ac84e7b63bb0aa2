// The trainable classifier: texts with labels in, a labeller with probabilities that can be believed out.
import { textLanguages } from '../languages/index.ts';
import { FeatureReader, hashBits } from './features.ts';
import { openFeelings } from './feelings.ts';
import { fitMixture, likeliest, type Margins, type Mixture, probabilitiesOf } from './mixture.ts';
import { foldsOf } from './seeded.ts';
import { fitTilt } from './tilt.ts';
import { marginsOf, trainView, type View, viewKinds } from './view.ts';
import { type Counted, openVocabulary, toUnitRow, type Vocabulary } from './vocabulary.ts';

export type Example = { readonly text: string; readonly label: string };

export type Prediction = {
  readonly label: string;
  /** Calibrated, by label in the order of `labels`. */
  readonly probabilities: Float64Array;
};

export type Classifier = { readonly labels: readonly string[]; readonly predict: (text: string) => Prediction };

const leastTexts = 2;
/** Halves where there are many labels: each costs a plane of its own, and a mixture of so many answers needs fewer folds. */
const foldsFor = (labelCount: number): number => (labelCount > mostTilted ? 2 : 4);
/** Accuracy that may be given away for a better macro-F1. */
const mostLost = 0.004;
// With many labels each is rare, and a tilt would follow accidents.
const mostTilted = 12;

/** Reads the features that all models of the house are made of. */
export function openFeatureReader(bits = hashBits): FeatureReader {
  const negations = new Set(textLanguages.flatMap((language) => language.negations));
  return new FeatureReader({ longestPart: 5, mostWords: 3, negations, bits });
}

type Trained = { readonly vocabulary: Vocabulary; readonly views: readonly View[] };

function trainViews(texts: readonly Counted[], labels: readonly number[], labelCount: number): Trained {
  const vocabulary = openVocabulary(texts, leastTexts);
  return { vocabulary, views: viewKinds.map((kind) => trainView(kind, vocabulary, { texts, labels, labelCount })) };
}

function allMargins({ vocabulary, views }: Trained, text: Counted): Margins {
  const weighed = toUnitRow(text, vocabulary, true);
  const even = toUnitRow(text, vocabulary, false);
  return views.map((view) => marginsOf(view.planes, view.kind.isWeighed ? weighed : even));
}

/** Margins of every text by views that had not seen it. */
function unseenMargins(texts: readonly Counted[], labels: readonly number[], labelCount: number): Margins[] {
  const folds = foldsFor(labelCount);
  const fold = foldsOf(labels, folds, 11);
  const margins: Margins[] = new Array(texts.length);
  for (let out = 0; out < folds; out += 1) {
    const inside = [...fold.keys()].filter((index) => fold[index] !== out);
    const trained = trainViews(
      inside.flatMap((index) => texts[index] ?? []),
      inside.flatMap((index) => labels[index] ?? []),
      labelCount,
    );
    texts.forEach((text, index) => {
      if (fold[index] === out) margins[index] = allMargins(trained, text);
    });
  }
  return margins;
}

/**
 * Trains on examples; the same examples give the same classifier. Needs at least two labels. Where the language of the texts is given and the
 * labels are neg, neu and pos, a list of words of feeling helps.
 */
export function trainClassifier(examples: readonly Example[], language = 'und'): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numberOf = new Map(labels.map((label, index) => [label, index]));
  const truth = examples.map(({ label }) => numberOf.get(label) ?? 0);
  const reader = openFeatureReader();
  const texts = examples.map(({ text }) => reader.read(text));
  const feelings = openFeelings(labels, language) ?? (() => []);
  const unseen = unseenMargins(texts, truth, labels.length).map((margins, index) => [...margins, ...feelings(examples[index]?.text ?? '')]);
  const fitted = fitMixture(unseen, truth, labels.length);
  const probabilities = unseen.map((margins) => probabilitiesOf(fitted, margins));
  const tilt = labels.length > mostTilted ? fitted.tilt : fitTilt(probabilities, truth, { labelCount: labels.length, mostLost });
  const mixture: Mixture = { ...fitted, tilt };
  const trained = trainViews(texts, truth, labels.length);
  return {
    labels,
    predict: (text) => {
      const found = probabilitiesOf(mixture, [...allMargins(trained, reader.read(text)), ...feelings(text)]);
      return { label: labels[likeliest(found, tilt)] ?? '', probabilities: found };
    },
  };
}
