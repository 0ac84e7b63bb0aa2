// `huiyin redact`: texts in, redacted texts out, for checking what the store would keep; with --stored, the store itself once more.
import type { Command } from 'commander';
import { AppError } from '#db/model/errors.ts';
import { redactStored, type StoredRedaction } from '../redact-stored.ts';
import { openScorers } from '../scores/index.ts';
import { redactText } from '../stages/redact.ts';
import type { CommandContext } from './context.ts';
import { answerLines, type TextQuestion } from './json-questions.ts';
import { openProgressLine } from './progress-line.ts';

type Options = { readonly stored?: boolean; readonly json?: boolean };

export function registerRedact(program: Command, context: CommandContext): void {
  program
    .command('redact')
    .description('JSON Lines {id?, text} on standard input to {id, redacted, findings: [{kind, start, end}]} on standard output')
    .option('--stored', 'redact what is stored once more, after the rules have changed; goes on where it was stopped')
    .option('--json', 'print JSON (with --stored)')
    .action((options: Options) => (options.stored === true ? storedCommand(options, context) : redactCommand(context)));
}

async function storedCommand(options: Options, context: CommandContext): Promise<void> {
  const progress = openProgressLine(context);
  const db = await context.openStore();
  try {
    const result = await redactStored({
      db,
      scorers: await openScorers(),
      clock: context.clock,
      onProgress: (done, total) => progress.show('redacting', done, total),
    });
    progress.clear();
    context.stdout(options.json === true ? `${JSON.stringify(result, null, 2)}\n` : storedText(result));
  } finally {
    progress.clear();
    await db.close();
  }
}

const stillInLog =
  'the log of the database still holds old pages, because another process is reading; they go when it is stopped, or when this is run again then\n';

function storedText({ fetched, updated, unchanged, rejected, found, after, scrubbed }: StoredRedaction): string {
  const begun = after === 0 ? '' : ` (went on behind conversation ${after})`;
  return `read ${fetched} = changed ${updated} + unchanged ${unchanged} + failed ${rejected}; ${found} secrets taken out${begun}\n${scrubbed === false ? stillInLog : ''}`;
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
