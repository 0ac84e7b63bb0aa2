// The table of `npm run evaluate`: a row for each set, figures in percent.
import type { Figures } from '../learn/figures.ts';
import type { CrossFigures } from './cross-validate.ts';
import { type EvaluationSet, umsabGoal, umsabPublished } from './evaluation-sets.ts';

export type Measured = {
  readonly set: EvaluationSet;
  readonly own: CrossFigures;
  /** Macro-F1 and the rest of every other judge on the same texts. */
  readonly others: Readonly<Record<string, Figures>>;
};

const percent = (share: number): string => (share * 100).toFixed(1);
const orDash = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(1));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** A table in Markdown; below it the average over the languages of UMSAB where all of its sets were measured. */
export function measuredTable(measured: readonly Measured[]): string {
  const judges = [...new Set(measured.flatMap(({ others }) => Object.keys(others)))];
  const head = ['set', 'language', 'tested', 'macro-F1', 'goal', 'accuracy', 'goal', 'calibration error', ...judges, 'seconds'];
  const rows = measured.map(({ set, own, others }) => [
    set.file,
    set.language,
    String(own.n),
    percent(own.macroF1),
    orDash(set.goal.macroF1),
    percent(own.accuracy),
    orDash(set.goal.accuracy),
    own.calibrationError.toFixed(3),
    ...judges.map((judge) => (others[judge] === undefined ? '-' : percent(others[judge].macroF1))),
    own.seconds.toFixed(0),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '', ...umsabLines(measured, judges), ''].join('\n');
}

function umsabLines(measured: readonly Measured[], judges: readonly string[]): string[] {
  const umsab = measured.filter(({ set }) => set.file.startsWith('sent_umsab_'));
  if (umsab.length < 8) return [];
  const others = judges.map((judge) => `${judge} ${percent(mean(umsab.map((one) => one.others[judge]?.macroF1 ?? 0)))}`);
  const published = Object.entries(umsabPublished).map(([name, value]) => `${name} ${value.toFixed(1)}`);
  return [
    `UMSAB, average macro-F1 of ${umsab.length} languages: ${percent(mean(umsab.map(({ own }) => own.macroF1)))} (goal ${umsabGoal}); ${others.join(', ')}; published: ${published.join(', ')}`,
  ];
}
