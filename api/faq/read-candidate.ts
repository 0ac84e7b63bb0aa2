// All that the FAQ says of one issue: how it is asked, what helped, and what people wrote of it.

import type { FaqText } from '#db/model/issue-outcome.ts';
import type { Db } from '#db/open.ts';
import { findFaqTexts } from '#db/store/faq.ts';
import { findFaqQuestions, findFaqThreads } from '#db/store/faq-threads.ts';
import { findStaff } from '#db/store/staff.ts';
import { type BestAnswer, bestAnswers } from './best-answers.ts';
import { type AskedIn, customerQuestions } from './customer-questions.ts';
import { namePattern } from './plain-answer.ts';
import { sentAnswers } from './sent-answers.ts';

/** The newest conversations of an issue that are read for its answers: what helped two years ago may be wrong by now. */
export const mostRead = 400;
const mostAnswers = 3;

export type FaqDraft = Pick<FaqText, 'language' | 'question' | 'answer'> & {
  readonly kept: Pick<FaqText, 'updatedAt' | 'updatedBy'> | null;
};

export type FaqCandidate = {
  readonly questions: readonly AskedIn[];
  /** At most three a language, best first. */
  readonly answers: readonly BestAnswer[];
  /** Question and answer by language: what a person kept, else what is proposed. */
  readonly drafts: readonly FaqDraft[];
  readonly read: number;
  /** Answers that were left out as courtesy. */
  readonly short: number;
};

function draftsOf(questions: readonly AskedIn[], answers: readonly BestAnswer[], kept: readonly FaqText[]): FaqDraft[] {
  const own = new Map(kept.map((text) => [text.language, text]));
  const languages = [...new Set([...questions.map(({ language }) => language), ...own.keys()])];
  return languages.map((language) => {
    const text = own.get(language);
    if (text !== undefined) {
      const { question, answer, updatedAt, updatedBy } = text;
      return { language, question, answer, kept: { updatedAt, updatedBy } };
    }
    const question = questions.find((one) => one.language === language)?.proposed ?? '';
    const best = answers.find((one) => one.language === language && one.settled > 0);
    return { language, question, answer: best?.text ?? '', kept: null };
  });
}

/** Reads the newest 400 conversations of an issue. */
export async function readFaqCandidate(db: Db, issueId: string): Promise<FaqCandidate> {
  const [threads, asked, kept, staff] = await Promise.all([
    findFaqThreads(db, issueId, mostRead),
    findFaqQuestions(db, issueId, mostRead),
    findFaqTexts(db, issueId),
    findStaff(db),
  ]);
  const questions = customerQuestions(asked);
  const { answers, short } = bestAnswers(threads.flatMap(sentAnswers), namePattern(staff.map(({ name }) => name)));
  const shown = questions.flatMap(({ language }) => answers.filter((one) => one.language === language).slice(0, mostAnswers));
  return { questions, answers: shown, drafts: draftsOf(questions, shown, kept), read: threads.length, short };
}
