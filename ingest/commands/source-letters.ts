// `huiyin sources letters` and `huiyin sources retry`: what could not be taken, and reading it once more.
import type { Command } from 'commander';
import type { Db } from '#db/dialect/db.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import { saveAudit } from '#db/store/audit.ts';
import { type DeadLetter, findDeadLetters } from '#db/store/dead-letters.ts';
import { noRunCounts, type RunCounts } from '#db/store/job-runs.ts';
import { findRetry } from '../source-desk.ts';
import type { SourceRunner } from '../source-runner.ts';
import type { CommandContext } from './context.ts';
import { numberedBy, type WithSources } from './source-arguments.ts';
import { letterLines, syncLine } from './source-words.ts';

type Opened = { readonly db: Db; readonly runner: SourceRunner };

const actor = 'huiyin sources retry';

const toId = numberedBy('the number of a letter, see: huiyin sources letters SOURCE');

async function findAll(db: Db, sourceId: string): Promise<DeadLetter[]> {
  const found: DeadLetter[] = [];
  for (;;) {
    const page = await findDeadLetters(db, { sourceId, afterId: found.at(-1)?.id, limit: 1000 });
    found.push(...page);
    if (page.length < 1000) return found;
  }
}

async function retry({ db, runner }: Opened, letterId: number, context: CommandContext): Promise<void> {
  const { sourceId, extent } = await findRetry({ db, clock: context.clock }, letterId);
  let latest: RunCounts = noRunCounts;
  const onProgress = (counts: RunCounts) => {
    latest = counts;
  };
  const request = { ...extent, isAsked: true, signal: new AbortController().signal, onProgress };
  const failure = await runner.run(sourceId, request).then(() => null, failureReason);
  const read = 'items' in extent ? 'item' : 'window';
  await saveAudit(db, { at: context.clock(), actor, action: 'dead_letter_retried', subject: String(letterId), details: { read } });
  context.stdout(syncLine(sourceId, latest, failure));
  if (failure !== null) throw new AppError('unavailable', `letter ${letterId}: ${failure}`);
  const [open] = await findDeadLetters(db, { sourceId, afterId: letterId - 1, limit: 1 });
  context.stdout(open?.id === letterId ? `letter ${letterId} is open still\n` : `letter ${letterId} is settled\n`);
}

export function registerSourceLetters(sources: Command, context: CommandContext, withSources: WithSources<Opened>): void {
  sources
    .command('letters')
    .description('dead letters of a source: what could not be taken, with the reason')
    .argument('<source>')
    .option('--json', 'print JSON')
    .action(async (id: string, { json }: { readonly json?: boolean }) => {
      await withSources(context, async ({ db }) => {
        const found = await findAll(db, id);
        context.stdout(json ? `${JSON.stringify(found, null, 2)}\n` : letterLines(found));
      });
    });
  sources
    .command('retry')
    .description('read once more what a dead letter stands for: the item alone where the source can be asked for it, else its days')
    .argument('<letter>', 'its number, see: huiyin sources letters SOURCE', toId)
    .action(async (id: number) => await withSources(context, (opened) => retry(opened, id, context)));
}
