// Asks a category scorer the golden messages of a language and counts what it says.
import type { CategoryScore } from '#db/model/score.ts';
import { calibrationError, figuresOf } from '#ingest/learn/figures.ts';
import type { Scorer } from '#ingest/scores/scorer.ts';
import { goldenLines } from './golden-lines.ts';

export type GoldenFigures = {
  readonly n: number;
  /** Share answered at all, share of the answers that are right, share of all that are right, macro-F1 with "cannot say" as wrong. */
  readonly coverage: number;
  readonly precision: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly calibration: number;
  readonly misses: readonly string[];
};

export function goldenFigures(scorer: Scorer<CategoryScore>, language: string): GoldenFigures {
  const lines = goldenLines(`category/golden-${language}.txt`);
  const said = lines.map(({ text }) => scorer.score({ text, language, channel: null, actor: 'customer', redactions: [] }));
  const truth = lines.map(({ label }) => label);
  const answered = said.filter(({ id }) => id !== null).length;
  const right = said.map(({ id }, index) => id === truth[index]);
  const hits = right.filter(Boolean).length;
  const sure = said.flatMap(({ id, confidence }, index) => (id === null ? [] : [{ confidence, isRight: right[index] ?? false }]));
  return {
    n: lines.length,
    coverage: answered / lines.length,
    precision: hits / Math.max(1, answered),
    accuracy: hits / lines.length,
    macroF1: figuresOf(
      truth,
      said.map(({ id }) => id ?? 'none'),
    ).macroF1,
    calibration: calibrationError(
      sure.map(({ confidence }) => confidence),
      sure.map(({ isRight }) => isRight),
    ),
    misses: lines.flatMap(({ label, text }, index) => (right[index] ? [] : [`${label} <- ${said[index]?.id ?? 'none'}: ${text}`])),
  };
}
