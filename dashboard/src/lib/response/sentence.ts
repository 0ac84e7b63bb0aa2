// The page on response times in words: kept, still possible, how fast, where weakest.
import type { Answer, FigureGroup } from '../api/shapes.ts';
import type { Format } from '../format/format.ts';
import { valueOf } from '../metrics/figure.ts';
import { listOf } from '../metrics/traits.ts';
import type { ListSpec } from '../url-state/panel.ts';
import { plainText, type Sentence, say } from '../words/say.ts';
import type { Words } from '../words/words.ts';

export type ResponseAnswers = { readonly byChannel: Answer; readonly speed: Answer };

/** A channel must have this many to be called the weakest: a single late reply is no weakness. */
const leastN = 20;

export function responseSentence(answers: ResponseAnswers, words: Words, format: Format, href: (list: ListSpec) => string): Sentence {
  const { byChannel, speed } = answers;
  const share = valueOf(byChannel);
  if (share === null) return say`${words.chart.noData}`;
  const kept = words.response.sentence({ text: format.share(share, byChannel.n), href: href(listOf('answered-within-promise')) });
  const open = byChannel.stillPossible ?? 0;
  const openWords: Sentence =
    open === 0
      ? []
      : words.response.still({ text: format.count(open), href: href(listOf('answered-within-promise', { part: 'open' })) }, open === 1);
  const weakest = weakestOf(byChannel.groups);
  const weakWords: Sentence =
    weakest === null
      ? []
      : words.response.weakest(format.channel(weakest.keys[0] ?? weakest.key), {
          text: format.share(valueOf(weakest), weakest.n),
          href: href(listOf('answered-within-promise', { where: { channel: [weakest.keys[0] ?? weakest.key] } })),
        });
  return say`${kept}${openWords}${speedWords(speed, words, format, href)}${weakWords}`;
}

/** A sentence of the usual length: it keeps the place of the real one while that is on its way. */
export function usualResponseSentence(words: Words, format: Format): string {
  const text = words.response;
  const [p50, p90] = [format.duration(7_200_000), format.duration(86_400_000)];
  return plainText(
    say`${text.sentence('88.8 %')}${text.still('8', true)}${text.speed(p50, p90)}${text.weakest(format.channel('web_form'), '88 %')}`,
  );
}

function speedWords(speed: Answer, words: Words, format: Format, href: (list: ListSpec) => string): Sentence {
  const [p50, p90] = [valueOf(speed), valueOf(speed, 'p90')];
  if (p50 === null) return [];
  if (p90 === null) return words.response.speedOpen(format.duration(p50));
  return words.response.speed(format.duration(p50), { text: format.duration(p90), href: href(listOf('first-response-time')) });
}

/** The channel with the lowest share, where more than one is large enough to be compared. */
function weakestOf(groups: readonly FigureGroup[]): FigureGroup | null {
  const large = groups.filter((group) => group.n >= leastN && valueOf(group) !== null);
  if (large.length < 2) return null;
  return [...large].sort((a, b) => (valueOf(a) ?? 0) - (valueOf(b) ?? 0))[0] ?? null;
}
