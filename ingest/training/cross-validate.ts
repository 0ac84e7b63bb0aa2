// Cross-validation: every text is judged by a classifier that never saw it.

import type { Figures } from '../learn/figures.ts';
import { foldsOf } from '../learn/seeded.ts';
import type { Example } from './classifier.ts';
import { figuresOfSaid, type Said, sayOnSplit } from './evaluate-split.ts';

const folds = 5;
const seed = 3;

export type CrossFigures = Figures & { readonly calibrationError: number; readonly seconds: number };

/** A learner under test: what it says about `test` after it was taught with `train`. */
export type Judge = (split: { readonly train: readonly Example[]; readonly test: readonly Example[] }) => readonly Said[];

/** The texts that are tested when `rounds` of the five seeded folds are held out one after another. */
function heldOut(examples: readonly Example[], rounds: number) {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const fold = foldsOf(
    examples.map(({ label }) => labels.indexOf(label)),
    folds,
    seed,
  );
  return Array.from({ length: Math.min(rounds, folds) }, (_, out) => ({
    train: examples.filter((_, index) => fold[index] !== out),
    test: examples.filter((_, index) => fold[index] === out),
  }));
}

export type CrossOptions = { readonly judges?: Readonly<Record<string, Judge>>; readonly language?: string };

/** Figures over all held-out texts together, of the house's classifier and of each other judge over the same texts. */
export function crossValidate(examples: readonly Example[], rounds: number, { judges = {}, language }: CrossOptions = {}) {
  const began = performance.now();
  const splits = heldOut(examples, rounds);
  const tested = splits.flatMap(({ test }) => test);
  const figures = (judge: Judge) => figuresOfSaid(tested, splits.flatMap(judge));
  const own = figures((split) => sayOnSplit({ ...split, language }).said);
  const seconds = (performance.now() - began) / 1000;
  const others = Object.fromEntries(Object.entries(judges).map(([name, judge]) => [name, figures(judge)]));
  return { own: { ...own, seconds } satisfies CrossFigures, others };
}
