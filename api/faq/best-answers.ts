// The answers of an issue that helped: near-same ones as one, ranked by a rule that anybody can check.
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { isNearSame, runsOf } from './near-same.ts';
import { plainAnswer } from './plain-answer.ts';
import type { SentAnswer } from './sent-answers.ts';

export type BestAnswer = {
  readonly language: string;
  /** The wording that was sent most often; of equals the shortest. */
  readonly text: string;
  /** How often it was sent, and how often it is known what came of it. */
  readonly sent: number;
  readonly judged: number;
  readonly settled: number;
  readonly interval: readonly [number, number] | null;
  readonly rated: number;
  readonly good: number;
  /** Where it was sent, newest first. */
  readonly conversations: readonly number[];
};

export type BestAnswers = {
  readonly answers: readonly BestAnswer[];
  /** Answers that are nothing but courtesy, or too short to help others. */
  readonly short: number;
};

/** Five Han characters say as much as twelve letters. */
const fewestLetters = 24;
const hanWeight = 2.4;
const mostShownConversations = 5;

type Group = {
  readonly language: string;
  readonly runs: ReadonlySet<string>;
  readonly sent: SentAnswer[];
  readonly wordings: Map<string, number>;
};

function weightOf(text: string): number {
  return text.length + (text.match(/[\u3040-\u9fff\uac00-\ud7af]/g)?.length ?? 0) * (hanWeight - 1);
}

function judged({ language, sent, wordings }: Group): BestAnswer {
  const known = sent.filter(({ outcome }) => outcome !== 'open');
  const settled = known.filter(({ outcome }) => outcome === 'settled').length;
  const ratings = sent.filter(({ isGood }) => isGood !== null);
  const [text = ''] = [...wordings].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  return {
    language,
    text,
    sent: sent.length,
    judged: known.length,
    settled,
    interval: wilsonInterval(settled, known.length),
    rated: ratings.length,
    good: ratings.filter(({ isGood }) => isGood === true).length,
    conversations: sent.slice(0, mostShownConversations).map(({ conversationId }) => conversationId),
  };
}

/**
 * Ranked by the lower end of the 95 % interval of the share that settled the matter, then by good ratings, then by how often they were
 * sent: an answer that helped 18 of 20 comes before one that helped 1 of 1. `names`: our agents, who never show.
 */
export function bestAnswers(answers: readonly SentAnswer[], names: RegExp | null): BestAnswers {
  const groups: Group[] = [];
  let short = 0;
  for (const answer of answers) {
    const text = plainAnswer(answer.text, names);
    if (weightOf(text) < fewestLetters) {
      short += 1;
      continue;
    }
    const runs = runsOf(text);
    const known = groups.find((group) => group.language === answer.language && (group.wordings.has(text) || isNearSame(group.runs, runs)));
    if (known === undefined) groups.push({ language: answer.language, runs, sent: [answer], wordings: new Map([[text, 1]]) });
    else {
      known.sent.push(answer);
      known.wordings.set(text, (known.wordings.get(text) ?? 0) + 1);
    }
  }
  const found = groups.map(judged);
  const worth = ({ interval }: BestAnswer) => interval?.[0] ?? -1;
  found.sort((a, b) => worth(b) - worth(a) || b.good - a.good || b.sent - a.sent || (a.text < b.text ? -1 : 1));
  return { answers: found, short };
}
