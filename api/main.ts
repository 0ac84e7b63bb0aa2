// The program: introduces the rooms to each other and runs one command. The only place that reads clock, environment and chance.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import type { Keys } from '#db/keys.ts';
import { AppError } from '#db/model/errors.ts';
import type { Db } from '#db/open.ts';
import { type CatalogueEntry, registerCalled } from './commands/catalogue.ts';
import type { CommandContext } from './commands/context.ts';
import { ownCommands } from './commands/own-commands.ts';
import type { ServeOptions } from './commands/serve.ts';
import type { Config } from './config.ts';

const root = path.resolve(import.meta.dirname, '..');
const clock = () => Date.now();
const randomToken = () => randomBytes(24).toString('base64url');

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : null;
  return typeof version === 'string' ? version : '0.0.0';
}

/** What the commands of both rooms are given. */
export type ProgramContext = CommandContext & {
  /** The store where one was made before; null where none was. */
  readonly findStore: () => Promise<Db | null>;
  readonly stdin: AsyncIterable<Buffer>;
  readonly allowedHosts: readonly string[];
  readonly version: string;
};

function toContext(config: Config, address: string): ProgramContext {
  const openStore = async () => {
    // Rooms are loaded when a command needs them: `--help` must not wait for a database driver.
    const [{ openDb }, { initialiseWorkspace }] = await Promise.all([import('#db/open.ts'), import('#db/store/workspace.ts')]);
    const db = await openDb(config.location, { migrate: true });
    try {
      await initialiseWorkspace(db, clock());
      return db;
    } catch (error) {
      await db.close();
      throw error;
    }
  };
  const isMade = () => /^postgres(ql)?:/.test(config.location) || existsSync(config.location);
  return {
    openStore,
    findStore: async () => (isMade() ? await openStore() : null),
    keys: async () => (await import('#db/keys.ts')).openKeys(config.dataFolder),
    dataFolder: config.dataFolder,
    location: config.location,
    publicUrl: config.publicUrl,
    address,
    clock,
    randomToken,
    allowedHosts: config.allowedHosts,
    version: readVersion(),
    stdin: process.stdin,
    stdout: (text) => {
      process.stdout.write(text);
    },
    stderr: (text) => {
      process.stderr.write(text);
    },
    isTerminal: process.stderr.isTTY === true,
  };
}

/** Resolves at the first SIGTERM or SIGINT. A second one ends the process at once, as people expect of Ctrl-C twice. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

async function serve(config: Config, context: CommandContext, { demoIfEmpty }: ServeOptions): Promise<void> {
  // Loaded here and not above: the server and the sign-in library cost half a second that `--help` should not pay.
  const { startHouse } = await import('./http/start-house.ts');
  await startHouse({
    config,
    version: readVersion(),
    dashboardFolder: path.join(root, 'dashboard', 'build'),
    clock,
    randomToken,
    stdout: context.stdout,
    prepare: async (db, keys, say) => {
      if (demoIfEmpty) await prepareDemo(db, keys, context, say);
    },
    openSources: async (db, keys, failures) => {
      const { openSources } = await import('#ingest/open-sources.ts');
      const { breathingDb } = await import('./http/breathing-db.ts');
      const { allowedHosts } = config;
      return openSources({
        db,
        keys,
        clock,
        randomToken,
        allowedHosts,
        version: readVersion(),
        backgroundDb: breathingDb(db),
        location: config.location,
        ...failures,
      });
    },
    untilStopped: untilSignal(),
  });
}

/** The demo company for a store that nothing ever came to. */
async function prepareDemo(db: Db, keys: Keys, context: CommandContext, say: (words: string) => void): Promise<void> {
  const { loadDemoIfEmpty } = await import('./http/load-demo.ts');
  const { stderr, isTerminal } = context;
  const seed = async (onProgress: (done: number, total: number) => void) => {
    const [{ seedDemo }, { openPipelineOver }, { oneAtATime }, { openStagesOf }, { breathingDb }] = await Promise.all([
      import('#ingest/demo/seed-demo.ts'),
      import('#ingest/pipeline.ts'),
      import('#ingest/stages/run-stages.ts'),
      import('#ingest/scores/current-scorers.ts'),
      import('./http/breathing-db.ts'),
    ]);
    const stages = oneAtATime(await openStagesOf(db, keys));
    try {
      const pipeline = openPipelineOver({ db: breathingDb(db), keys, stages, clock });
      const now = clock();
      const seeded = await seedDemo({ db, pipeline, keys, now, onProgress });
      if (!seeded.wasThere) await (await import('./emerging/replay-alerts.ts')).tellDemoAlerts(db, now);
      return seeded;
    } finally {
      await stages.close();
    }
  };
  await loadDemoIfEmpty({ db, clock, seed, say, stderr, isTerminal });
}

type Entry = CatalogueEntry<ProgramContext>;

function catalogueOf(config: Config): readonly Entry[] {
  return [
    {
      name: 'serve',
      says: 'start the server (PORT, HOST, HUIYIN_DATA, HUIYIN_URL, DATABASE_URL)',
      load: async (program, context) =>
        (await import('./commands/serve.ts')).registerServe(program, (options) => serve(config, context, options)),
    },
    {
      name: 'import',
      says: 'read files into the store',
      load: async (program, context) => (await import('#ingest/commands/import.ts')).registerImport(program, context),
    },
    ...(['sources', 'sync'] as const).map(
      (name): Entry => ({
        name,
        says: {
          sources: 'what is read by connectors: list, add, test, pause, remove',
          sync: 'read sources from where the last run stopped',
        }[name],
        load: async (program, context) => (await import('#ingest/commands/sources.ts')).registerSources(program, context, name),
      }),
    ),
    {
      name: 'events',
      says: 'business events: list, add, remove, import',
      load: async (program, context) => (await import('#ingest/commands/events.ts')).registerEvents(program, context),
    },
    {
      name: 'staffing',
      says: 'how many people a channel takes, and what a change would bring',
      load: async (program, context) => (await import('./commands/staffing.ts')).registerStaffing(program, context),
    },
    {
      name: 'redact',
      says: 'JSON Lines {id?, text} on standard input to {id, redacted, findings} on standard output',
      load: async (program, context) => (await import('#ingest/commands/redact.ts')).registerRedact(program, context),
    },
    {
      name: 'evaluate',
      says: 'train on one file of labelled texts, test on another',
      load: async (program, context) => (await import('#ingest/commands/evaluate.ts')).registerEvaluate(program, context),
    },
    {
      name: 'score',
      says: 'JSON Lines {id?, text, language?, channel?} on standard input to language, scores and redacted text on standard output',
      load: async (program, context) => (await import('#ingest/commands/score.ts')).registerScore(program, context),
    },
    {
      name: 'rescore',
      says: 'score stored messages anew where the scorers or the taxonomy have changed',
      load: async (program, context) => (await import('#ingest/commands/rescore.ts')).registerRescore(program, context),
    },
    {
      name: 'retrain',
      says: 'teach the models with the labels of people, measure them, put them in force or back',
      load: async (program, context) => (await import('#ingest/commands/retrain.ts')).registerRetrain(program, context),
    },
    {
      name: 'taxonomy',
      says: 'the categories: show, check a draft, apply, list versions',
      load: async (program, context) => (await import('#ingest/commands/taxonomy.ts')).registerTaxonomy(program, context),
    },
    {
      name: 'cluster',
      says: 'JSON Lines {id, text, language?} on standard input to {id, cluster, label}: which tell of the same problem',
      load: async (program, context) => (await import('#ingest/commands/cluster.ts')).registerCluster(program, context),
    },
    {
      name: 'issues',
      says: 'recurring issues: list, place, regroup, faq, rename, merge, split, move, ignore',
      load: async (program, context) => {
        const [{ registerIssues }, { registerFaq }] = await Promise.all([
          import('#ingest/commands/issues.ts'),
          import('./commands/faq.ts'),
        ]);
        registerFaq(registerIssues(program, context), context);
      },
    },
    {
      name: 'own-addresses',
      says: 'addresses of our own, which tie no conversations together: list, add, remove',
      load: async (program, context) => (await import('#ingest/commands/own-addresses.ts')).registerOwnAddresses(program, context),
    },
    {
      name: 'seed',
      says: 'load the demo company into an empty store',
      load: async (program, context) =>
        (await import('#ingest/commands/seed.ts')).registerSeed(program, context, async (db, now) =>
          (await import('./emerging/replay-alerts.ts')).tellDemoAlerts(db, now),
        ),
    },
    ...ownCommands,
  ];
}

/** The program with the command that the line calls, ready to be parsed. Wrong usage is thrown instead of ending the process. */
async function openProgram(argv: readonly string[], config: Config, context: ProgramContext): Promise<Command> {
  const program = new Command('huiyin')
    .description('Self-hosted feedback analytics: response times and promises that can be trusted.')
    .version(readVersion())
    .exitOverride()
    .configureOutput({ writeOut: context.stdout, writeErr: context.stderr, outputError: () => undefined });
  await registerCalled(program, catalogueOf(config), argv, context);
  return program;
}

/** 2 for what the caller can put right by calling otherwise, 1 for everything else that went wrong. */
function toExitCode(error: unknown): 1 | 2 {
  return error instanceof AppError && (error.code === 'invalid' || error.code === 'not_found') ? 2 : 1;
}

function toLine(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  // One line, and no more of a foreign message than its first: drivers put the values of a query behind it.
  return `something went wrong: ${(text.split('\n')[0] ?? '').slice(0, 300)}`;
}

/** Runs one command line; resolves to the exit code. Errors become one line on standard error. */
export async function run(argv: readonly string[], config: Config, context: ProgramContext): Promise<0 | 1 | 2> {
  try {
    const program = await openProgram(argv, config, context);
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      // Without a command commander has printed the help already.
      if (error.code !== 'commander.help') context.stderr(`${error.message}\n`);
      return 2;
    }
    context.stderr(`${toLine(error)}\n`);
    return toExitCode(error);
  }
}

/** What the launcher calls: `run` on the environment and the streams of this process. */
export async function main(argv: readonly string[]): Promise<0 | 1 | 2> {
  // `huiyin list | head` closes the pipe early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    const { addressOf, readConfig } = await import('./config.ts');
    const config = readConfig(process.env);
    return await run(argv, config, toContext(config, addressOf(config)));
  } catch (error) {
    process.stderr.write(`${toLine(error)}\n`);
    return toExitCode(error);
  }
}
