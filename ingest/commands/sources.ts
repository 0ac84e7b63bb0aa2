// `huiyin sources` and `huiyin sync`: what is read by connectors, and reading it now.
import { type Command, InvalidArgumentError } from 'commander';
import { AppError, failureReason } from '#db/model/errors.ts';
import { day, type Instant, minute } from '#db/model/instant.ts';
import { noRunCounts, type RunCounts } from '#db/store/job-runs.ts';
import { findConnections } from '#db/store/source-connections.ts';
import { removeSource } from '#db/store/sources.ts';
import { getConnector } from '../connectors/index.ts';
import { settingsForm } from '../connectors/settings-form.ts';
import { type OpenSources, openSources } from '../open-sources.ts';
import type { CommandContext } from './context.ts';
import { openProgressLine } from './progress-line.ts';
import { registerSourceKeys } from './source-keys.ts';
import { registerSourceLetters } from './source-letters.ts';
import { connectorLines, sourceJson, sourceLines, syncLine } from './source-words.ts';

type Sources = OpenSources & { readonly db: Awaited<ReturnType<CommandContext['openStore']>> };

async function withSources<T>(context: CommandContext, work: (sources: Sources) => Promise<T>): Promise<T> {
  const db = await context.openStore();
  const sources = openSources({ ...context, db, keys: await context.keys(), onFailure: () => undefined });
  try {
    return await work({ ...sources, db });
  } finally {
    await sources.close();
    await db.close();
  }
}

/** `name=value`, several times; a value of `-` is read from standard input, so that a secret is not left in the history of the shell. */
function collect(pair: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const at = pair.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('written as name=value');
  return { ...before, [pair.slice(0, at)]: pair.slice(at + 1) };
}

async function toSettings(connectorId: string, given: Readonly<Record<string, string>>, context: CommandContext) {
  const form = settingsForm(getConnector(connectorId));
  const settings: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(given)) {
    const field = form.find((candidate) => candidate.name === name);
    if (field === undefined)
      throw new AppError('invalid', `--set ${name}: no such setting; there are: ${form.map((one) => one.name).join(', ')}`);
    const value = text === '-' ? (await readAll(context.stdin)).trim() : text;
    settings[name] = field.kind === 'number' ? Number(value) : field.kind === 'switch' ? value === 'true' : value;
  }
  return settings;
}

async function readAll(stdin: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function toInstant(name: string): (text: string) => Instant {
  return (text) => {
    const at = Date.parse(text);
    if (Number.isNaN(at)) throw new InvalidArgumentError(`${name} is written as 2026-11-01 or 2026-11-01T08:00:00Z`);
    return at;
  };
}

type AddOptions = {
  readonly set: Readonly<Record<string, string>>;
  readonly label?: string;
  readonly every: number;
  readonly since?: Instant;
};

function toMinutes(text: string): number {
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < 1) throw new InvalidArgumentError('a whole number of minutes');
  return minutes;
}

export function registerSources(program: Command, context: CommandContext, name: 'sources' | 'sync'): void {
  if (name === 'sync') registerSync(program, context);
  else registerDesk(program, context);
}

function registerDesk(program: Command, context: CommandContext): void {
  const sources = program.command('sources').description('sources that are read by connectors');
  sources
    .command('connectors')
    .description('what can be read, with which rights and settings')
    .action(async () => await withSources(context, async ({ desk }) => context.stdout(connectorLines(desk.connectors()))));
  sources
    .command('list')
    .description('sources with their state')
    .option('--json', 'print JSON')
    .action(async ({ json }: { readonly json?: boolean }) => {
      await withSources(context, async ({ db }) => {
        const rows = await sourceJson(db, context.clock());
        context.stdout(json ? `${JSON.stringify(rows, null, 2)}\n` : sourceLines(rows));
      });
    });
  sources
    .command('add')
    .description('add a source; the first run follows at its time or with huiyin sync')
    .argument('<connector>')
    .argument('<source>', 'name of the source')
    .option('--set <name=value>', 'a setting; name=- reads its value from standard input', collect, {})
    .option('--label <text>', 'what people call it')
    .option('--every <minutes>', 'minutes between runs', toMinutes, 10)
    .option('--since <instant>', 'how far back the first run reads (default: 90 days)', toInstant('--since'))
    .action(async (connector: string, id: string, { set, label, every, since }: AddOptions) => {
      await withSources(context, async ({ desk }) => {
        const settings = await toSettings(connector, set, context);
        const readFrom = since ?? context.clock() - 90 * day;
        await desk.add({ id, label: label ?? id, connector, settings, intervalMs: every * minute, readFrom });
        context.stdout(`added ${id}; read it now with: huiyin sync ${id}\n`);
      });
    });
  sources
    .command('test')
    .description('try the connection of a source; nothing is changed')
    .argument('<source>')
    .action(async (id: string) => {
      await withSources(context, async ({ db, desk }) => {
        const connection = (await findConnections(db)).find(({ sourceId }) => sourceId === id);
        if (connection === undefined) throw new AppError('not_found', `no source "${id}" that is read by a connector`);
        const { found, warnings } = await desk.test(connection.connector, connection.settings, id);
        context.stdout([`found: ${found}`, ...warnings.map(({ en }) => `warning: ${en}`), ''].join('\n'));
      });
    });
  for (const [verb, isPaused] of [
    ['pause', true],
    ['resume', false],
  ] as const) {
    sources
      .command(verb)
      .description(isPaused ? 'read a source no more until it is resumed' : 'read a paused source again')
      .argument('<source>')
      .action(async (id: string) => await withSources(context, async ({ desk }) => await desk.change(id, { isPaused })));
  }
  registerSourceKeys(sources, context, withSources);
  registerSourceLetters(sources, context, withSources);
  sources
    .command('reset')
    .description('forget where the last run stopped: the next reads from the beginning')
    .argument('<source>')
    .action(async (id: string) => await withSources(context, async ({ desk }) => await desk.reset(id)));
  sources
    .command('remove')
    .description('remove a source with everything that came from it')
    .argument('<source>')
    .action(async (id: string) => {
      await withSources(context, async ({ db }) => {
        const { conversations } = await removeSource(db, id);
        context.stdout(`removed ${id} and its ${conversations} conversations\n`);
      });
    });
}

type SyncOptions = { readonly from?: Instant; readonly to?: Instant; readonly json?: boolean };

function registerSync(program: Command, context: CommandContext): void {
  program
    .command('sync')
    .description('read sources from where the last run stopped; all that are not paused where none is named')
    .argument('[source...]')
    .option('--from <instant>', 'back-fill from here, and leave the usual place alone', toInstant('--from'))
    .option('--to <instant>', 'back-fill up to here (default: now)', toInstant('--to'))
    .option('--json', 'print JSON')
    .action(async (names: string[], options: SyncOptions) => {
      if (options.to !== undefined && options.from === undefined) throw new AppError('invalid', '--to: goes with --from');
      await withSources(context, async (sources) => await syncAll(sources, names, { ...options, context }));
    });
}

async function syncAll({ db, runner }: Sources, names: readonly string[], options: SyncOptions & { readonly context: CommandContext }) {
  const { context, from, json } = options;
  const connections = await findConnections(db);
  const ids = names.length > 0 ? names : connections.flatMap(({ sourceId, isPaused }) => (isPaused ? [] : sourceId));
  const window = from === undefined ? null : { from, to: options.to ?? context.clock() };
  const told: (RunCounts & { readonly source: string; readonly failure: string | null })[] = [];
  const progress = openProgressLine(context);
  for (const id of ids) {
    let latest = noRunCounts;
    const onProgress = (counts: RunCounts) => {
      latest = counts;
      progress.show(`reading ${id}`, counts.fetched, null);
    };
    // One sick source does not keep the others from being read; it is told at the end.
    const failure = await runner.run(id, { window, signal: new AbortController().signal, onProgress }).then(() => null, failureReason);
    progress.clear();
    told.push({ source: id, ...latest, failure });
    if (!json) context.stdout(syncLine(id, latest, failure));
  }
  if (json) context.stdout(`${JSON.stringify(told, null, 2)}\n`);
  const failed = told.filter(({ failure }) => failure !== null);
  if (failed.length > 0) throw new AppError('unavailable', `${failed.length} of ${told.length} sources could not be read to the end`);
}
