// The trainable classifier: texts with labels in, a labeller with probabilities that can be believed out.
import { withConcepts } from '../learn/concept-features.ts';
import { FeatureReader } from '../learn/features.ts';
import { fitMixture, likeliest, type Margins, type Mixture, probabilitiesOf } from '../learn/mixture.ts';
import { isMostlyUnspaced, readRuns } from '../learn/run-features.ts';
import { foldsOf } from '../learn/seeded.ts';
import type { SparseRow } from '../learn/sparse.ts';
import { fitTilt } from '../learn/tilt.ts';
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
} from '../learn/view.ts';
import { type Counted, openVocabulary, toUnitRow, type Vocabulary } from '../learn/vocabulary.ts';
import { type Hearing, openSentimentVoices, type SentimentVoices } from './classifier-voices.ts';

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
const mostLost = 0.01;
// With many labels each is rare, and a tilt would follow accidents.
const mostTilted = 12;

/** A text in each way in which it was read. */
type ReadText = { readonly text: string; readonly counted: Readonly<Partial<Record<ViewKind['reads'], Counted>>> };
const nothing: Counted = { columns: new Uint32Array(0), counts: new Float32Array(0) };

/** What is taught: linear and hidden views, and what hears sentiment where the labels are that. */
type Teaching = { readonly kinds: readonly ViewKind[]; readonly voices: SentimentVoices | null };
type Truth = Omit<Labelled, 'texts'>;
type Trained = {
  readonly vocabularies: ReadonlyMap<ViewKind['reads'], Vocabulary>;
  readonly views: readonly View[];
  readonly hear: Hearing;
};

function trainViews({ kinds, voices }: Teaching, texts: readonly ReadText[], { labels, labelCount }: Truth): Trained {
  const countedOf = (reads: ViewKind['reads']) => texts.map(({ counted }) => counted[reads] ?? nothing);
  const vocabularies = new Map(
    [...new Set(kinds.map(({ reads }) => reads))].map((reads) => [reads, openVocabulary(countedOf(reads), leastTexts)]),
  );
  const views = kinds.flatMap((kind) => {
    const vocabulary = vocabularies.get(kind.reads);
    return vocabulary === undefined ? [] : [trainView(kind, vocabulary, { texts: countedOf(kind.reads), labels, labelCount })];
  });
  const written = texts.map(({ text }) => text);
  return { vocabularies, views, hear: voices?.teach(written, labels) ?? (() => []) };
}

/** Margins by all views, those that are heard late (`fitMixture`) apart. */
type AllMargins = { readonly early: Margins; readonly late: Margins };

function allMargins({ vocabularies, views, hear }: Trained, { text, counted }: ReadText, { voices }: Teaching): AllMargins {
  const rows = new Map<string, SparseRow>();
  const own = views.flatMap((view) => {
    const { kind } = view;
    const vocabulary = vocabularies.get(kind.reads);
    if (vocabulary === undefined) return [];
    const name = `${kind.reads} ${kind.isWeighed}`;
    const row = rows.get(name) ?? toUnitRow(counted[kind.reads] ?? nothing, vocabulary, kind.isWeighed);
    rows.set(name, row);
    return [viewMargins(view, row)];
  });
  const early = [...own, ...hear(text), ...(voices?.felt(text) ?? [])];
  return { early, late: voices?.late(text, early) ?? [] };
}

const inOneRow = ({ early, late }: AllMargins): Margins => [...early, ...late];

/** Margins of every text by views that had not seen it. */
function unseenMargins(teaching: Teaching, texts: readonly ReadText[], { labels, labelCount }: Truth): AllMargins[] {
  const folds = foldsFor(labelCount);
  const fold = foldsOf(labels, folds, 11);
  const margins: AllMargins[] = new Array(texts.length);
  for (let out = 0; out < folds; out += 1) {
    const inside = [...fold.keys()].filter((index) => fold[index] !== out);
    const own = inside.flatMap((index) => texts[index] ?? []);
    const trained = trainViews(teaching, own, { labels: inside.flatMap((index) => labels[index] ?? []), labelCount });
    texts.forEach((text, index) => {
      if (fold[index] === out) margins[index] = allMargins(trained, text, teaching);
    });
  }
  return margins;
}

/**
 * Trains on examples; the same examples give the same classifier. Needs at least two labels. Where the labels are neg, neu and pos (or their
 * whole names) networks of phrases help, and where the language is given also our lists of words of feeling and what we wrote in it.
 */
export function trainClassifier(examples: readonly Example[], language = 'und'): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numberOf = new Map(labels.map((label, index) => [label, index]));
  const truth = { labels: examples.map(({ label }) => numberOf.get(label) ?? 0), labelCount: labels.length };
  const isUnspaced = isMostlyUnspaced(examples.map(({ text }) => text));
  // With few labels a hidden layer finds nothing that they share; with many it does what the weighed planes do, and better.
  const isMany = labels.length > mostTilted;
  const teaching: Teaching = {
    kinds: [...(isMany ? hiddenViews : [plainView]), evenView, ratioView, bayesView, ...(isUnspaced ? [runsView] : [])],
    voices: openSentimentVoices(labels, language, isUnspaced),
  };
  const reader = new FeatureReader();
  // Few labels have texts enough to learn what means the same; with many, each has few, and what other words say is worth more.
  const readParts = (text: string): Counted => (isMany ? withConcepts(reader.read(text), text) : reader.read(text));
  const read = (text: string): ReadText => ({ text, counted: { parts: readParts(text), ...(isUnspaced ? { runs: readRuns(text) } : {}) } });
  const texts = examples.map(({ text }) => read(text));
  const unseen = unseenMargins(teaching, texts, truth);
  const heard = unseen.map(inOneRow);
  const fitted = fitMixture(heard, truth.labels, labels.length, unseen[0]?.late.length);
  const probabilities = heard.map((margins) => probabilitiesOf(fitted, margins));
  const tilt = isMany ? fitted.tilt : fitTilt(probabilities, mostLost);
  const mixture: Mixture = { ...fitted, tilt };
  const trained = trainViews(teaching, texts, truth);
  return {
    labels,
    predict: (text) => {
      const found = probabilitiesOf(mixture, inOneRow(allMargins(trained, read(text), teaching)));
      return { label: labels[likeliest(found, tilt)] ?? '', probabilities: found };
    },
  };
}
