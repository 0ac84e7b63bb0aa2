// What is known of a conversation at the instant at which its customer was asked or gave a rating.
import type { Question } from '#api/engine/question.ts';
import { type StopCheck, scan } from '#api/engine/scan.ts';
import { toneOf } from '#api/engine/tone-code.ts';
import { ratingCodes, waitCodes } from '#api/engine/traits.ts';
import type { RatingGrade, RatingTraits } from '#api/metrics/metric.ts';
import type { ReplyTone } from '#db/model/facts.ts';
import { rowsByConversation } from './conversation-rows.ts';

export type RatedCase = {
  /** Of the table of ratings. */
  readonly row: number;
  readonly conversation: number;
  readonly channel: string;
  readonly language: string;
  readonly category: string;
  /** Null for a request. */
  readonly grade: RatingGrade | null;
  readonly isAnswered: boolean;
  readonly isGood: boolean;
  /** The first answered wait, as far as it had ended by then; null without one. */
  readonly firstWaitMs: number | null;
  readonly nudges: number;
  readonly isReopened: boolean;
  readonly isOtherLanguage: boolean;
  /** What the conversation tells of, as a code: 0 where nothing is known, then from the lowest level on. */
  readonly harm: number;
  /** Of the first answer; null where it is not known, or came later. */
  readonly tone: ReplyTone | null;
  /** Moods from -1 to 1, NaN where there is none. */
  readonly opening: number;
  readonly closing: number;
};

/** A request for satisfaction, or of a kind that the source does not name. */
export const asksForSatisfaction = ({ kind }: RatingTraits): boolean => kind === null || kind === 'csat';

/** The rows of a question about ratings or requests that count, each with its circumstances; what came later does not touch them. */
export function casesOf(question: Question, checkStop: StopCheck, takes: (traits: RatingTraits) => boolean = () => true): RatedCase[] {
  const { outcomes, table, plan, code } = question;
  const { isIn } = outcomes;
  const cases: RatedCase[] = [];
  const circumstances = circumstancesOf(question);
  scan(question, checkStop, ({ rows, verdicts, count }) => {
    for (let index = 0; index < count; index += 1) {
      if (isIn[verdicts[index] ?? 0] !== 1) continue;
      const row = rows[index] ?? 0;
      const traits = ratingCodes.traitsOf(code[row] ?? 0, (table.due[row] ?? Number.NaN) < plan.asOf);
      if (traits === null || !takes(traits)) continue;
      const isGood = traits.grade === null ? traits.isAnswered && table.value[row] === 1 : traits.grade === 'high';
      cases.push({ row, grade: traits.grade, isAnswered: traits.isAnswered, isGood, ...circumstances(row) });
    }
  });
  return cases;
}

function circumstancesOf({ columns, table }: Question) {
  const waits = rowsByConversation(columns, 'wait');
  const episodes = rowsByConversation(columns, 'episode');
  const { wait, episode, profiles } = columns;
  return (row: number) => {
    const conversation = table.conversation[row] ?? 0;
    const profile = table.profile[row] ?? 0;
    const at = table.until[row] ?? Number.NaN;
    let firstWaitMs: number | null = null;
    let nudges = 0;
    let isOtherLanguage = false;
    for (const one of waits(conversation)) {
      const until = wait.until[one] ?? Number.NaN;
      const traits = waitCodes.traitsOf(wait.code[one] ?? 0, false);
      if (!(until <= at) || traits?.state !== 'answered') continue;
      if (firstWaitMs === null && traits.isFirst) firstWaitMs = Math.max(0, until - (wait.from[one] ?? 0));
      nudges += wait.nudges[one] ?? 0;
      isOtherLanguage ||= traits.languageMatch === false;
    }
    const begun = episodes(conversation).filter((one) => (episode.from[one] ?? Number.NaN) <= at).length;
    return {
      conversation,
      channel: profiles.nameOf('channel', profile),
      language: profiles.nameOf('language', profile),
      category: profiles.nameOf('category', profile),
      firstWaitMs,
      nudges,
      isReopened: begun > 1,
      isOtherLanguage,
      harm: columns.harms[conversation] ?? 0,
      tone: firstWaitMs === null ? null : toneOf(columns.tones[conversation]),
      opening: columns.openings[conversation] ?? Number.NaN,
      closing: columns.closings[conversation] ?? Number.NaN,
    };
  };
}
