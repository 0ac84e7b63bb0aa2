// The scorecard in words: the mean score, how many replies pass, and what is weakest.
import type { Answer } from '../api/shapes.ts';
import type { Format } from '../format/format.ts';
import { valueOf } from '../metrics/figure.ts';
import { listOf } from '../metrics/traits.ts';
import type { ListSpec } from '../url-state/panel.ts';
import { type Sentence, say } from '../words/say.ts';
import type { Words } from '../words/words.ts';
import type { Criterion, Report } from './ask.ts';

export type QualityAnswers = { readonly score: Answer | undefined; readonly passed: Answer | undefined; readonly report: Report };

/** Fewer marks than this are no reason to call a criterion the weakest. */
const enough = 20;

/** The criterion with the lowest mean; null where none has enough marks. */
export function weakestOf({
  criteria,
  hidden,
}: Report): { readonly criterion: Criterion; readonly value: number; readonly n: number } | null {
  if (hidden) return null;
  const known = criteria.flatMap(({ criterion, value, n }) => (value === null || n < enough ? [] : [{ criterion, value, n }]));
  return known.toSorted((a, b) => a.value - b.value)[0] ?? null;
}

export function qualitySentence(
  { score, passed, report }: QualityAnswers,
  words: Words,
  format: Format,
  href: (list: ListSpec) => string,
): Sentence {
  const text = words.quality;
  const value = score === undefined ? null : valueOf(score);
  if (score === undefined || value === null) return say`${score?.suppressed === true ? text.hiddenSentence : words.chart.noData}`;
  const list = href(listOf('quality-score'));
  const mean = text.sentence({ text: format.share(value, score.n), href: list }, { text: format.count(score.n), href: list });
  const share = passed === undefined ? null : valueOf(passed);
  const pass: Sentence =
    share === null || passed === undefined
      ? []
      : text.passed(
          { text: format.share(share, passed.n), href: href({ ...listOf('quality-pass-rate'), only: 'hit' }) },
          format.share(report.terms.passMark),
        );
  const weakest = weakestOf(report);
  const low: Sentence = weakest === null ? [] : text.weakest(text.criteria[weakest.criterion], format.share(weakest.value, weakest.n));
  return say`${mean}${pass}${low}`;
}
