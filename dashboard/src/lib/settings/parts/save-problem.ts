// Why something could not be saved, in the words of the screen.
import { ApiProblem } from '../../api/problem.ts';
import type { Words } from '../../words/words.ts';

/** Labels of the form's fields by their names. */
export type Labels = Readonly<Record<string, string>>;

/** `url: Invalid URL; port: Too big` becomes `Address: Invalid URL; Port: Too big`; what names no field stays as it is. */
export function named(sentence: string, labels: Labels): string {
  return sentence.replaceAll(/(^|; )(?:settings\.)?(\w+)(?=: )/g, (whole, before: string, name: string) =>
    name in labels ? `${before}${labels[name]}` : whole,
  );
}

/** A sentence for people. What the server says about a field is kept, for it names the field; all else is said in the screen's language. */
export function saveProblem(problem: unknown, words: Words, labels: Labels = {}): string {
  if (!(problem instanceof ApiProblem)) return words.settings.saveFailed(words.problems.internal);
  if (problem.code === 'invalid') return words.settings.saveFailed(named(problem.message, labels));
  return words.settings.saveFailed(words.problems[problem.code]);
}

export function isConflict(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'conflict';
}
