// The sentence at the head of the forecast: how much is expected, how sure that is, and how it was tested.
import type { Forecast } from '../api/shapes.ts';
import type { Format } from '../format/format.ts';
import { type Sentence, say } from '../words/say.ts';
import type { Words } from '../words/words.ts';

type Named = Readonly<Record<string, string>>;

/** Empty where there is no forecast: the page then says why. */
export function forecastHeadline(answer: Forecast, words: Words, format: Format): Sentence {
  const text = words.forecast;
  const [total] = answer.totals;
  if (total === undefined) return [];
  const spans: Named = text.spans;
  const horizons: Named = text.horizons;
  const span = spans[total.id] ?? total.id;
  const n = { text: format.count(total.expected), href: null };
  const interval = total.interval80;
  const expected =
    interval === null ? text.expectOpen(span, n) : text.expect(span, n, `${format.count(interval[0])}–${format.count(interval[1])}`);
  const singles = answer.backTest.filter(({ id }) => !id.startsWith('next-'));
  const naive = singles.filter(({ uses }) => uses === 'naive').map(({ id }) => horizons[id] ?? id);
  const ratio = overallRatio(answer);
  return say`${expected}${ratio === null ? '' : text.tested(format.share(ratio, 1))}${naive.length === 0 ? '' : text.naive(naive.join(words.listJoin))}`;
}

/** The model's error over all single hours or days as a part of the naive one's; null where nothing was compared. */
export function overallRatio({ backTest }: Pick<Forecast, 'backTest'>): number | null {
  let model = 0;
  let naive = 0;
  for (const { id, n, modelError, naiveError } of backTest) {
    if (id.startsWith('next-')) continue;
    model += modelError * n;
    naive += naiveError * n;
  }
  return naive === 0 ? null : model / naive;
}
