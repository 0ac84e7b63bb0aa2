// Trains on some examples, tests on others, and says how good and how fast it came out.
import { performance } from 'node:perf_hooks';
import { calibrationError, type Figures, figuresOf } from '../learn/figures.ts';
import { type Example, trainClassifier } from './classifier.ts';

export type SplitFigures = Figures & {
  readonly trainedOn: number;
  /** How far the confidence in the likeliest label is from how often that label is right. */
  readonly calibrationError: number;
  readonly trainedPerSecond: number;
  readonly predictedPerSecond: number;
};

/** Of each test text: the label that was said, how sure the likeliest label was, and whether that one was right. */
export type Said = { readonly label: string; readonly sure: number; readonly isRight: boolean };

export type Split = { readonly train: readonly Example[]; readonly test: readonly Example[]; readonly language?: string };

/** What a classifier taught with `train` says about `test`, and how long both took in milliseconds. */
export function sayOnSplit({ train, test, language }: Split): {
  readonly said: Said[];
  readonly trainMs: number;
  readonly predictMs: number;
} {
  const began = performance.now();
  const classifier = trainClassifier(train, language);
  const trained = performance.now();
  const predictions = test.map(({ text }) => classifier.predict(text));
  const done = performance.now();
  const said = predictions.map(({ label, probabilities }, index) => {
    const sure = Math.max(...probabilities);
    return { label, sure, isRight: classifier.labels[probabilities.indexOf(sure)] === test[index]?.label };
  });
  return { said, trainMs: trained - began, predictMs: done - trained };
}

/** Accuracy, F1 of every label and calibration of what was said about texts of known labels. */
export function figuresOfSaid(test: readonly Example[], said: readonly Said[]): Figures & { readonly calibrationError: number } {
  return {
    ...figuresOf(
      test.map(({ label }) => label),
      said.map(({ label }) => label),
    ),
    calibrationError: calibrationError(
      said.map(({ sure }) => sure),
      said.map(({ isRight }) => isRight),
    ),
  };
}

export function evaluateSplit(split: Split): SplitFigures {
  const { said, trainMs, predictMs } = sayOnSplit(split);
  return {
    trainedOn: split.train.length,
    ...figuresOfSaid(split.test, said),
    trainedPerSecond: Math.round((split.train.length * 1000) / Math.max(1, trainMs)),
    predictedPerSecond: Math.round((split.test.length * 1000) / Math.max(1, predictMs)),
  };
}
