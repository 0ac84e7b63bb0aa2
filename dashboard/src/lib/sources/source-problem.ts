// Why a source cannot be reached or set up, in words that name the fields as the form does.
import { ApiProblem } from '../api/problem.ts';
import { type Labels, named, saveProblem } from '../settings/parts/save-problem.ts';
import type { SourceWords } from '../words/source-words.ts';
import type { Words } from '../words/words.ts';
import { type ReasonText, reasonText } from './reason-text.ts';
import type { SettingField } from './shapes.ts';

export type Reader = {
  readonly words: Words;
  readonly reasons: SourceWords['reasons'];
  readonly format: Parameters<typeof reasonText>[2];
};

/** What the form calls its fields, by their names. */
export const labelsOf = (fields: readonly SettingField[], say: (label: SettingField['label']) => string): Labels =>
  Object.fromEntries(fields.map(({ name, label }) => [name, say(label)]));

/** What a test of the connection ran into: what the other side said is the point, so the server's own sentence is not lost. */
export function testProblem(problem: unknown, reader: Reader, labels: Labels): ReasonText {
  const told = reasonOf(problem, reader, labels);
  return { ...told, text: reader.words.sources.notFound(told.text) };
}

/** Why a source was not added or changed. A conflict and the like are said in the words of all forms. */
export function changeProblem(problem: unknown, reader: Reader, labels: Labels): ReasonText {
  const isOfField = problem instanceof ApiProblem && (problem.code === 'invalid' || problem.why !== null);
  if (!isOfField) return { text: saveProblem(problem, reader.words), isOwn: true, quote: null };
  const told = reasonOf(problem, reader, labels);
  return { ...told, text: reader.words.settings.saveFailed(told.text) };
}

function reasonOf(problem: unknown, { words, reasons, format }: Reader, labels: Labels): ReasonText {
  const ours = (code: keyof Words['problems']): ReasonText => ({ text: words.problems[code], isOwn: true, quote: null });
  if (!(problem instanceof ApiProblem)) return ours('internal');
  const { code, message, why } = problem;
  if (code === 'offline' || code === 'unauthorized' || code === 'internal') return ours(code);
  const sentence = named(message, labels);
  const wrong = reasons === null ? [] : wrongFields(message, labels);
  if (wrong.length > 0) return { text: words.sources.checkFields(wrong.join(words.listJoin)), isOwn: true, quote: sentence };
  return reasonText({ sentence, coded: why }, reasons, format);
}

/** Labels of the fields that a sentence such as `url: Invalid URL; port: Too big` is about. */
function wrongFields(sentence: string, labels: Labels): readonly string[] {
  const names = [...sentence.matchAll(/(?:^|; )(?:settings\.)?(\w+)(?=: )/g)].map(([, name = '']) => name);
  return [...new Set(names.flatMap((name) => labels[name] ?? []))];
}

/** Minutes between two runs as the server takes them. A field for numbers gives a number once it was typed in, and null where it is empty. */
export function isInterval(minutes: string | number | null): boolean {
  const n = Number(minutes);
  return Number.isInteger(n) && n >= 1 && n <= 43_200;
}
