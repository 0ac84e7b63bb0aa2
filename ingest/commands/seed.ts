// `huiyin seed`: the demo company into an empty store.
import { type Command, InvalidArgumentError } from 'commander';
import type { Db } from '#db/dialect/db.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { demoDefaults, seedDemo } from '../demo/seed-demo.ts';
import { openPipelineOver } from '../pipeline.ts';
import { openStagesOf } from '../scores/current-scorers.ts';
import { oneAtATime, type Stages } from '../stages/run-stages.ts';
import type { CommandContext } from './context.ts';

/** What other rooms add to a demo that was just loaded. */
export type AfterSeed = (db: Db, now: Instant) => Promise<unknown>;

type Options = { readonly conversations: number; readonly months: number; readonly at?: string };

function countUpTo(most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1 || count > most) throw new InvalidArgumentError(`a whole number from 1 to ${most}`);
    return count;
  };
}

/** One line that is redrawn, on a terminal only. */
function toProgress({ isTerminal, stderr }: CommandContext): (done: number, total: number) => void {
  let told = -1;
  return (done, total) => {
    const percent = Math.floor((100 * done) / total);
    if (!isTerminal || percent === told) return;
    told = percent;
    stderr(`\rloading the demo company: ${percent} %${done >= total ? '\n' : ''}`);
  };
}

async function seedCommand(options: Options, context: CommandContext, afterSeed: AfterSeed): Promise<void> {
  const now = options.at === undefined ? context.clock() : Date.parse(options.at);
  if (Number.isNaN(now)) throw new AppError('invalid', `--at ${options.at}: not a time such as 2026-11-23T08:00:00Z`);
  const db = await context.openStore();
  let stages: Stages | null = null;
  try {
    const keys = await context.keys();
    stages = oneAtATime(await openStagesOf(db, keys));
    const pipeline = openPipelineOver({ db, keys, stages, clock: context.clock });
    const { conversations, months } = options;
    const seeded = await seedDemo({ db, pipeline, keys, now, onProgress: toProgress(context), conversations, months });
    if (!seeded.wasThere) await afterSeed(db, now);
    const removal = 'huiyin demo remove';
    if (seeded.wasThere) context.stdout(`the demo company is already there; remove it with: ${removal}\n`);
    else context.stdout(`${seeded.conversations} demo conversations; remove them with: ${removal}\n`);
    if (seeded.refused > 0) throw new AppError('internal', `${seeded.refused} demo conversations were refused; see the dead letters`);
  } finally {
    await stages?.close();
    await db.close();
  }
}

/** Adds the command to the program. */
export function registerSeed(program: Command, context: CommandContext, afterSeed: AfterSeed): void {
  program
    .command('seed')
    .description('load the demo company into an empty store')
    .option('--conversations <number>', 'how many conversations', countUpTo(200_000), demoDefaults.conversations)
    .option('--months <number>', 'over how many months up to now', countUpTo(24), demoDefaults.months)
    .option('--at <instant>', 'the last instant of the demo (default: now)')
    .action((options: Options) => seedCommand(options, context, afterSeed));
}
