// The trainable classifier: texts with labels in, a labeller with probabilities that can be believed out.
import { withConcepts } from './concept-features.ts';
import { FeatureReader } from './features.ts';
import { openFeelings } from './feelings.ts';
import { fitMixture, likeliest, type Margins, type Mixture, probabilitiesOf } from './mixture.ts';
import { isMostlyUnspaced, readRuns } from './run-features.ts';
import { foldsOf } from './seeded.ts';
import type { SparseRow } from './sparse.ts';
import { fitTilt } from './tilt.ts';
import {
  bayesView,
  evenView,
  hiddenViews,
  type Labelled,
  plainView,
  ratioView,
  runsView,
  trainView,
  type View,
  type ViewKind,
  viewMargins,
} from './view.ts';
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

/** A text in each way in which it was read. */
type ReadText = Readonly<Partial<Record<ViewKind['reads'], Counted>>>;
const nothing: Counted = { columns: new Uint32Array(0), counts: new Float32Array(0) };

type Trained = { readonly vocabularies: ReadonlyMap<ViewKind['reads'], Vocabulary>; readonly views: readonly View[] };

function trainViews(kinds: readonly ViewKind[], texts: readonly ReadText[], { labels, labelCount }: Omit<Labelled, 'texts'>): Trained {
  const vocabularies = new Map(
    [...new Set(kinds.map(({ reads }) => reads))].map((reads) => [
      reads,
      openVocabulary(
        texts.map((text) => text[reads] ?? nothing),
        leastTexts,
      ),
    ]),
  );
  const views = kinds.flatMap((kind) => {
    const vocabulary = vocabularies.get(kind.reads);
    const own = texts.map((text) => text[kind.reads] ?? nothing);
    return vocabulary === undefined ? [] : [trainView(kind, vocabulary, { texts: own, labels, labelCount })];
  });
  return { vocabularies, views };
}

function allMargins({ vocabularies, views }: Trained, text: ReadText): Float64Array[] {
  const rows = new Map<string, SparseRow>();
  return views.flatMap((view) => {
    const { kind } = view;
    const vocabulary = vocabularies.get(kind.reads);
    if (vocabulary === undefined) return [];
    const name = `${kind.reads} ${kind.isWeighed}`;
    const row = rows.get(name) ?? toUnitRow(text[kind.reads] ?? nothing, vocabulary, kind.isWeighed);
    rows.set(name, row);
    return [viewMargins(view, row)];
  });
}

/** Margins of every text by views that had not seen it. */
function unseenMargins(kinds: readonly ViewKind[], texts: readonly ReadText[], { labels, labelCount }: Omit<Labelled, 'texts'>): Margins[] {
  const folds = foldsFor(labelCount);
  const fold = foldsOf(labels, folds, 11);
  const margins: Margins[] = new Array(texts.length);
  for (let out = 0; out < folds; out += 1) {
    const inside = [...fold.keys()].filter((index) => fold[index] !== out);
    const own = inside.flatMap((index) => texts[index] ?? []);
    const trained = trainViews(kinds, own, { labels: inside.flatMap((index) => labels[index] ?? []), labelCount });
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
  const truth = { labels: examples.map(({ label }) => numberOf.get(label) ?? 0), labelCount: labels.length };
  const isUnspaced = isMostlyUnspaced(examples.map(({ text }) => text));
  // With few labels a hidden layer finds nothing that they share; with many it does what the weighed planes do, and better.
  const isMany = labels.length > mostTilted;
  const kinds = [...(isMany ? hiddenViews : [plainView]), evenView, ratioView, bayesView, ...(isUnspaced ? [runsView] : [])];
  const reader = new FeatureReader();
  // Few labels have texts enough to learn what means the same; with many, each has few, and what other words say is worth more.
  const readParts = (text: string): Counted => (isMany ? withConcepts(reader.read(text), text) : reader.read(text));
  const read = (text: string): ReadText => ({ parts: readParts(text), ...(isUnspaced ? { runs: readRuns(text) } : {}) });
  const texts = examples.map(({ text }) => read(text));
  const feelings = openFeelings(labels, language) ?? (() => []);
  const unseen = unseenMargins(kinds, texts, truth).map((margins, index) => [...margins, ...feelings(examples[index]?.text ?? '')]);
  const fitted = fitMixture(unseen, truth.labels, labels.length);
  const probabilities = unseen.map((margins) => probabilitiesOf(fitted, margins));
  const tilt = isMany ? fitted.tilt : fitTilt(probabilities, mostLost);
  const mixture: Mixture = { ...fitted, tilt };
  const trained = trainViews(kinds, texts, truth);
  return {
    labels,
    predict: (text) => {
      const found = probabilitiesOf(mixture, [...allMargins(trained, read(text)), ...feelings(text)]);
      return { label: labels[likeliest(found, tilt)] ?? '', probabilities: found };
    },
  };
}
