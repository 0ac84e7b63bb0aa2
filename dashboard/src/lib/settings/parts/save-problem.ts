// Why something could not be saved, in the words of the screen.
import { ApiProblem } from '../../api/problem.ts';
import type { Words } from '../../words/words.ts';

/** A sentence for people. What the server says about a field is kept, for it names the field; all else is said in the screen's language. */
export function saveProblem(problem: unknown, words: Words): string {
  if (!(problem instanceof ApiProblem)) return words.settings.saveFailed(words.problems.internal);
  if (problem.code === 'invalid') return words.settings.saveFailed(problem.message);
  return words.settings.saveFailed(words.problems[problem.code]);
}

export function isConflict(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'conflict';
}
