// `huiyin redact`: texts in, redacted texts out, for checking what the store would keep.
import { isUtf8 } from 'node:buffer';
import type { Command } from 'commander';
import { AppError } from '#db/model/errors.ts';
import { isFields } from '../formats/field-values.ts';
import { defaultLimits } from '../formats/limits.ts';
import { utf8Bytes } from '../formats/text-encoding.ts';
import { type TextLine, textLines } from '../formats/text-lines.ts';
import { redactText } from '../stages/redact.ts';
import type { CommandContext } from './context.ts';

export function registerRedact(program: Command, context: CommandContext): void {
  program
    .command('redact')
    .description('JSON Lines {id?, text} on standard input to {id, redacted, findings: [{kind, start, end}]} on standard output')
    .action(() => redactCommand(context));
}

/** Every line that can be read is answered; the others are named on stderr and make the command fail at the end. */
async function redactCommand(context: CommandContext): Promise<void> {
  let failed = 0;
  for await (const line of textLines(utf8Bytes('standard input', context.stdin, null), defaultLimits.lineBytes)) {
    const answer = answerTo(line);
    if (answer === null) continue;
    if ('reason' in answer) {
      failed += 1;
      context.stderr(`standard input: line ${line.line}: ${answer.reason}\n`);
    } else {
      context.stdout(`${JSON.stringify(answer)}\n`);
    }
  }
  if (failed > 0) throw new AppError('invalid', `${failed} ${failed === 1 ? 'line was' : 'lines were'} not redacted`);
}

type RedactAnswer = {
  readonly id: unknown;
  readonly redacted: string;
  readonly findings: readonly { kind: string; start: number; end: number }[];
};

function answerTo({ bytes }: TextLine): RedactAnswer | { readonly reason: string } | null {
  if (bytes === null) return { reason: `longer than ${defaultLimits.lineBytes} bytes` };
  if (!isUtf8(bytes)) return { reason: 'holds bytes that are not UTF-8' };
  const line = bytes.toString('utf8');
  if (line.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { reason: 'is not valid JSON' };
  }
  if (!isFields(value) || typeof value.text !== 'string') return { reason: 'is not an object with a text' };
  try {
    const { text, findings } = redactText(value.text);
    return { id: value.id ?? null, redacted: text, findings: findings.map(({ kind, start, end }) => ({ kind, start, end })) };
  } catch (error) {
    return { reason: error instanceof AppError ? error.message : 'the redactor failed' };
  }
}
