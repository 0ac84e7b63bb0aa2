// `huiyin rescore`: stored messages through the scorers of now, also while the server runs.
import type { Command } from 'commander';
import { saveAudit } from '#db/store/audit.ts';
import { rescore } from '../rescore.ts';
import { openScorersOf } from '../scores/current-scorers.ts';
import type { CommandContext } from './context.ts';
import { openProgressLine } from './progress-line.ts';

type Options = { readonly all?: boolean; readonly json?: boolean };

export function registerRescore(program: Command, context: CommandContext): void {
  program
    .command('rescore')
    .description('score stored messages anew where the scorers or the taxonomy have changed; one that was stopped goes on')
    .option('--all', 'also what the scorers of now have scored')
    .option('--json', 'print JSON')
    .action((options: Options) => rescoreCommand(options, context));
}

async function rescoreCommand({ all = false, json = false }: Options, context: CommandContext): Promise<void> {
  const db = await context.openStore();
  const progress = openProgressLine(context);
  try {
    const scorers = await openScorersOf(db);
    await saveAudit(db, {
      at: context.clock(),
      actor: 'huiyin rescore',
      action: 'rescoring_begun',
      subject: 'scores',
      details: { scorer: scorers.version, isAll: all },
    });
    const { runId, scorer, total, conversations, messages, changed, failures, resumedAt } = await rescore({
      db,
      scorers,
      clock: context.clock,
      isAll: all,
      onProgress: (run) => progress.show('scoring', run.conversations, Math.max(run.total, run.conversations)),
    });
    progress.clear();
    const counts = { conversations, messages, changed, unchanged: conversations - changed, failures };
    if (json) context.stdout(`${JSON.stringify({ run: runId, scorer, all, total, resumedAt, ...counts }, null, 2)}\n`);
    else context.stdout(`${inWords(counts, resumedAt)}\n`);
  } finally {
    progress.clear();
    await db.close();
  }
}

type Counts = Readonly<Record<'conversations' | 'messages' | 'changed' | 'unchanged' | 'failures', number>>;

function inWords({ conversations, messages, changed, failures }: Counts, resumedAt: number): string {
  if (conversations === 0) return 'nothing to score: everything was scored by the scorers of now (--all scores it again)';
  const lines = [`scored ${conversations} conversations with ${messages} messages; ${changed} came out different`];
  if (resumedAt > 0) lines.push(`${resumedAt} of them before this run was taken up again`);
  if (failures > 0) lines.push(`${failures} messages could not be scored in full`);
  return lines.join('\n');
}
