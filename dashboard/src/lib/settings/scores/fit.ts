// How much of what came in lately fits no category: the leaf `other`, and what the scorer could not place.
import type { Answer } from '../../api/shapes.ts';
import { dayIn } from '../../format/date.ts';
import type { Question } from '../../url-state/question.ts';
import { defaultRange, resolveRange } from '../../url-state/range.ts';

const misfits = ['other', 'none'] as const;

/** Both together, then each: three questions about the days that every view begins with. */
export function fitQuestions(zone: string, now: number): Question[] {
  const range = resolveRange(defaultRange, dayIn(zone, now));
  return [[...misfits], ...misfits.map((one) => [one])].map((category) => ({ ...range, category }));
}

export type Fit = { readonly share: number | null; readonly other: number | null; readonly without: number | null; readonly n: number };

/** The answers to `fitQuestions`. */
export function toFit(answers: readonly Answer[]): Fit {
  const [both, other, without] = answers.map(({ value }) => value ?? null);
  return { share: both ?? null, other: other ?? null, without: without ?? null, n: answers[0]?.n ?? 0 };
}
