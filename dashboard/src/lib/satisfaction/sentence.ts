// The page on satisfaction in words: how many are content, who answered, and what goes with it most.
import type { Answer, SatisfactionReport } from '../api/shapes.ts';
import type { Format } from '../format/format.ts';
import { valueOf } from '../metrics/figure.ts';
import { listOf } from '../metrics/traits.ts';
import type { ListSpec } from '../url-state/panel.ts';
import { plainText, type Sentence, say } from '../words/say.ts';
import type { Words } from '../words/words.ts';
import { driverName, strongestLever } from './charts.ts';

/** Requests for satisfaction alone: those for recommendation and effort are another number. */
const requests: ListSpec = { metric: 'survey-response-rate', part: 'satisfaction' };

export type SatisfactionAnswers = { readonly csat: Answer; readonly report: SatisfactionReport };

export function satisfactionSentence(
  { csat, report }: SatisfactionAnswers,
  words: Words,
  format: Format,
  href: (list: ListSpec) => string,
): Sentence {
  const share = valueOf(csat);
  if (share === null) return say`${words.chart.noData}`;
  const text = words.satisfaction;
  const list = href(listOf('csat'));
  const rated = text.sentence({ text: format.share(share, csat.n), href: list }, { text: format.count(csat.n), href: list });
  const { asked, answered, weighted } = report.weighting;
  const silent: Sentence =
    asked === 0 || weighted.value === null
      ? []
      : text.weighted(
          { text: format.count(asked), href: href(requests) },
          { text: format.share(answered / asked, asked), href: href({ ...requests, only: 'hit' }) },
          { text: format.share(weighted.value, weighted.n), href: null },
        );
  const lever = strongestLever(report.drivers);
  const most: Sentence =
    lever === null ? [] : text.strongest(driverName(lever, words, format), { text: format.difference(lever.effect, 'share'), href: null });
  return say`${rated}${silent}${most}`;
}

/** A sentence of the usual length: it keeps the place of the real one while that is on its way. */
export function usualSatisfactionSentence(words: Words, format: Format): string {
  const text = words.satisfaction;
  const most = text.strongest(text.driverName.nudges, format.difference(-0.2, 'share'));
  return plainText(say`${text.sentence('78.8 %', '1,234')}${text.weighted('1,234', '22.2 %', '74.4 %')}${most}`);
}
