// `huiyin seed`: the demo company into an empty store.
import { type Command, InvalidArgumentError } from 'commander';
import { AppError } from '#db/model/errors.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { openPipeline } from '../pipeline.ts';
import { openScorers } from '../scores/index.ts';
import { openLanguageDetector } from '../stages/language.ts';
import type { CommandContext } from './context.ts';

type Options = { readonly conversations: number; readonly months: number; readonly at?: string };

function countUpTo(most: number) {
  return (text: string): number => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1 || count > most) throw new InvalidArgumentError(`a whole number from 1 to ${most}`);
    return count;
  };
}

async function seedCommand(options: Options, context: CommandContext): Promise<void> {
  const now = options.at === undefined ? context.clock() : Date.parse(options.at);
  if (Number.isNaN(now)) throw new AppError('invalid', `--at ${options.at}: not a time such as 2026-11-23T08:00:00Z`);
  const db = await context.openStore();
  try {
    const models = { detector: await openLanguageDetector(), scorers: await openScorers() };
    const pipeline = openPipeline({ db, keys: await context.keys(), ...models, clock: context.clock });
    let told = -1;
    const onProgress = (done: number, total: number) => {
      const percent = Math.floor((100 * done) / total);
      if (!context.isTerminal || percent === told) return;
      told = percent;
      context.stderr(`\rloading the demo company: ${percent} %${done === total ? '\n' : ''}`);
    };
    const { conversations, months } = options;
    const seeded = await seedDemo({ db, pipeline, now, onProgress, conversations, months });
    const removal = 'remove it with: huiyin demo remove';
    context.stdout(
      seeded.wasThere ? `the demo company is already there; ${removal}\n` : `${seeded.conversations} demo conversations; ${removal}\n`,
    );
  } finally {
    await db.close();
  }
}

export function registerSeed(program: Command, context: CommandContext): void {
  program
    .command('seed')
    .description('load the demo company into an empty store')
    .option('--conversations <number>', 'how many conversations', countUpTo(200_000), 30_000)
    .option('--months <number>', 'over how many months up to now', countUpTo(24), 12)
    .option('--at <instant>', 'the last instant of the demo (default: now)')
    .action((options: Options) => seedCommand(options, context));
}
