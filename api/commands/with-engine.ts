// The columns for one command: filled in this process, and closed whatever happens.
import { type Engine, openEngine } from '#api/engine/engine.ts';
import { columnsFileIn } from '#api/engine/saved/columns-file.ts';
import type { CommandContext } from './context.ts';

/** Whoever asks on a terminal has nobody behind them who waits. */
const deadlineMs = 120_000;

/** Opens the engine on the store of the context, which has to be up to date, for one piece of work. */
export async function withEngine<T>({ location, dataFolder, clock }: CommandContext, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine({ location, inProcess: true, keepFile: columnsFileIn(dataFolder), clock, deadlineMs });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
