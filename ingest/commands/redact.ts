// `huiyin redact`: texts in, redacted texts out, for checking what the store would keep.
import type { Command } from 'commander';
import { AppError } from '#db/model/errors.ts';
import { redactText } from '../stages/redact.ts';
import type { CommandContext } from './context.ts';
import { answerLines, type TextQuestion } from './json-questions.ts';

export function registerRedact(program: Command, context: CommandContext): void {
  program
    .command('redact')
    .description('JSON Lines {id?, text} on standard input to {id, redacted, findings: [{kind, start, end}]} on standard output')
    .action(() => redactCommand(context));
}

/** Every line that can be read is answered; the others are named on stderr and make the command fail at the end. */
async function redactCommand(context: CommandContext): Promise<void> {
  const failed = await answerLines(context, toAnswer, 'the redactor failed');
  if (failed > 0) throw new AppError('invalid', `${failed} ${failed === 1 ? 'line was' : 'lines were'} not redacted`);
}

function toAnswer({ id, text }: TextQuestion) {
  const { text: redacted, findings } = redactText(text);
  return { id: id ?? null, redacted, findings: findings.map(({ kind, start, end }) => ({ kind, start, end })) };
}
