// The head of the notice's page in words: whether customers are told anything, and whether it came true.
import type { Format } from '../format/format.ts';
import { type Sentence, say } from '../words/say.ts';
import type { Words } from '../words/words.ts';
import type { NoticeGrades } from './ask.ts';

type Head = { readonly isOn: boolean; readonly grades: NoticeGrades; readonly days: number; readonly href: string };

/** Share, aim and verdict; channels that are not to be trusted are named. */
export function noticeSentence({ isOn, grades, days, href }: Head, words: Words, format: Format): Sentence {
  const { all, channels } = grades;
  if (!isOn) return [words.notice.off];
  if (all.verdict === 'ungraded') return [words.notice.ungraded];
  const share = { text: format.share(all.coverage, all.n), href };
  const graded = words.notice.graded(share, format.count(all.n), days);
  const broken = channels.filter(({ verdict }) => verdict === 'broken').map(({ channel }) => format.channel(channel));
  return say`${graded}${words.notice[all.verdict]}${broken.length === 0 ? '' : words.notice.falls(broken.join(words.listJoin))}`;
}
