// Why a source cannot be reached or set up, in words that name the fields as the form does.
import { ApiProblem } from '../api/problem.ts';
import { type Labels, named } from '../settings/parts/save-problem.ts';
import type { Words } from '../words/words.ts';

/** What a test of the connection ran into: what the other side said is the point, so the server's own sentence is kept. */
export function testProblem(problem: unknown, words: Words, labels: Labels): string {
  if (!(problem instanceof ApiProblem)) return words.sources.notFound(words.problems.internal);
  const { code } = problem;
  if (code === 'offline' || code === 'unauthorized' || code === 'internal') return words.sources.notFound(words.problems[code]);
  return words.sources.notFound(named(problem.message, labels));
}

/** Instants in a sentence of the server, written as everywhere on the screen. */
export function withTimes(sentence: string, toText: (at: string) => string): string {
  return sentence.replaceAll(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, toText);
}

/** Minutes between two runs as the server takes them. A field for numbers gives a number once it was typed in, and null where it is empty. */
export function isInterval(minutes: string | number | null): boolean {
  const n = Number(minutes);
  return Number.isInteger(n) && n >= 1 && n <= 43_200;
}
