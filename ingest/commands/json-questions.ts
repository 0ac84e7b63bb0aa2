// JSON Lines on standard input, each a record with a text, for commands that answer a line with a line.
import { isUtf8 } from 'node:buffer';
import { AppError } from '#db/model/errors.ts';
import { isFields } from '../formats/field-values.ts';
import { defaultLimits } from '../formats/limits.ts';
import { utf8Bytes } from '../formats/text-encoding.ts';
import { type TextLine, textLines } from '../formats/text-lines.ts';
import type { CommandContext } from './context.ts';

export type TextQuestion = Readonly<Record<string, unknown>> & { readonly text: string };

type Streams = Pick<CommandContext, 'stdin' | 'stdout' | 'stderr'>;

/** Answers are written in pieces of this size: a write for each line would take longer than most answers. */
const pieceCharacters = 64 * 1024;

/**
 * Answers every line that can be read, in order; the others are named on stderr with their line. `answer` throws AppError where
 * it cannot. Gives the number of lines without an answer.
 */
export async function answerLines(context: Streams, answer: (question: TextQuestion) => unknown, failing: string): Promise<number> {
  let failed = 0;
  let piece = '';
  const write = () => {
    if (piece !== '') context.stdout(piece);
    piece = '';
  };
  const fail = (line: number, reason: string) => {
    failed += 1;
    context.stderr(`standard input: line ${line}: ${reason}\n`);
  };
  for await (const line of textLines(utf8Bytes('standard input', context.stdin, null), defaultLimits.lineBytes)) {
    const question = toQuestion(line);
    if (question === null) continue;
    if (typeof question === 'string') {
      fail(line.line, question);
      continue;
    }
    try {
      piece += `${JSON.stringify(answer(question))}\n`;
    } catch (error) {
      fail(line.line, error instanceof AppError ? error.message : failing);
    }
    if (piece.length > pieceCharacters) write();
  }
  write();
  return failed;
}

/** The record of a line, the reason why it holds none, or null for an empty line. */
function toQuestion({ bytes }: TextLine): TextQuestion | string | null {
  if (bytes === null) return `longer than ${defaultLimits.lineBytes} bytes`;
  if (!isUtf8(bytes)) return 'holds bytes that are not UTF-8';
  const line = bytes.toString('utf8');
  if (line.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not valid JSON';
  }
  return isFields(value) && typeof value.text === 'string' ? { ...value, text: value.text } : 'is not an object with a text';
}
