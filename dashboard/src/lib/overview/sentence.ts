// The overview in words: kept promises, change, what is overdue, who was never answered.
import type { Answer } from '../api/shapes.ts';
import type { Format } from '../format/format.ts';
import { changeTone, intervalOf, valueOf } from '../metrics/figure.ts';
import { listOf } from '../metrics/traits.ts';
import type { ListSpec } from '../url-state/panel.ts';
import { type Piece, plainText, type Sentence, say } from '../words/say.ts';
import type { Words } from '../words/words.ts';

export type OverviewAnswers = { readonly attainment: Answer; readonly overdue: Answer; readonly never: Answer };

/** `range` is how the range is called; `href` makes the address of a list. */
export function overviewSentence(
  answers: OverviewAnswers,
  range: string,
  words: Words,
  format: Format,
  href: (list: ListSpec) => string,
): Sentence {
  const text = words.overview;
  const { attainment, overdue, never } = answers;
  const share = valueOf(attainment);
  const opening =
    share === null
      ? text.noneDue(range)
      : say`${text.attainment(range, { text: format.share(share, attainment.n), href: href(listOf('answered-within-promise')) })}${changeWords(attainment, words, format)}`;

  const late = overdue.n;
  const lateWords =
    late === 0
      ? text.noneOverdue()
      : text.overdue({ text: format.count(late), href: href(listOf('overdue')) }, late === 1, mostOverdue(overdue, words, format, href));

  const neverShare = valueOf(never);
  const neverWords: Sentence =
    neverShare === null || neverShare === 0
      ? []
      : text.never({ text: format.share(neverShare, never.n), href: href(listOf('never-answered')) });
  return say`${opening}${lateWords}${neverWords}`;
}

/** A sentence of the usual length: it keeps the place of the real one while that is on its way. */
export function usualOverviewSentence(range: string, words: Words, format: Format): string {
  const text = words.overview;
  const than = format.dayRange(format.today(), format.tomorrow());
  return plainText(
    say`${text.attainment(range, '88.8 %')}${text.better(words.points('8.8'), than)}${text.overdue('88', false, text.overdueMost('88', format.language('zh-Hans')))}${text.never('8.8 %')}`,
  );
}

/** The half of the first sentence that compares; a full stop alone where nothing was compared. */
function changeWords(answer: Answer, words: Words, format: Format): Sentence {
  const comparison = answer.comparison;
  if (comparison === undefined) return words.overview.alone();
  const than = format.instantRange(comparison.range.from, comparison.range.to);
  const tone = changeTone(comparison, 'higher');
  if (tone !== 'better' && tone !== 'worse') return words.overview.unclear(than);
  const size = format.difference(Math.abs(comparison.difference ?? 0), 'share').replace('+', '');
  return tone === 'better' ? words.overview.better(size, than) : words.overview.worse(size, than);
}

/** The language that holds the most of what is overdue, where it is not a handful and stands out: at least three, and two fifths. */
function mostOverdue(overdue: Answer, words: Words, format: Format, href: (list: ListSpec) => string): Sentence {
  const [most] = [...overdue.groups].sort((a, b) => b.n - a.n);
  if (most === undefined || most.n < 3 || most.n === overdue.n || most.n / overdue.n < 0.4) return [];
  const language = most.keys[0] ?? most.key;
  const figure: Piece = { text: format.count(most.n), href: href(listOf('overdue', { where: { language: [language] } })) };
  return words.overview.overdueMost(figure, format.language(language));
}

/** The interval of an answer as hover text; empty without one. */
export function intervalHint(answer: Answer, words: Words, format: Format): string {
  const interval = intervalOf(answer);
  return interval === null ? '' : words.interval95(format.interval(interval, answer.unit, answer.n));
}
