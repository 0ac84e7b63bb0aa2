// `huiyin events`: business events listed, added and removed by hand, and imported from files.
import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { AppError } from '#db/model/errors.ts';
import { type EventKind, eventKinds } from '#db/model/event.ts';
import type { Instant } from '#db/model/instant.ts';
import { type BusinessEvent, findEvents, getTypedEvent, removeEvent, saveEvents } from '#db/store/events.ts';
import { eventLabel } from '../events/event-label.ts';
import { type EventFormat, type EventRule, eventFormats, importEvents, readEventFile } from '../events/import-events.ts';
import { toSourceId } from '../source-id.ts';
import type { CommandContext } from './context.ts';

const toIso = (at: Instant): string => new Date(at).toISOString();

function toInstant(text: string): Instant {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new InvalidArgumentError('written as 2026-11-01 or 2026-11-01T08:00:00Z');
  return at;
}

function toNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) throw new InvalidArgumentError('a number');
  return number;
}

const toJson = ({ id, kind, label, fromAt, toAt, magnitude, sourceId }: BusinessEvent) => ({
  id,
  kind,
  label,
  from: toIso(fromAt),
  to: toIso(toAt),
  magnitude,
  source: sourceId,
});

function toLine(event: BusinessEvent): string {
  const { id, kind, label, fromAt, toAt } = event;
  return `${toIso(fromAt)}${toAt > fromAt ? ` to ${toIso(toAt)}` : ''}  ${kind}  ${label}  (${id})\n`;
}

type ListOptions = { readonly from?: Instant; readonly to?: Instant; readonly kind?: EventKind; readonly json?: boolean };
type AddOptions = {
  readonly kind: EventKind;
  readonly label: string;
  readonly from: Instant;
  readonly to?: Instant;
  readonly magnitude?: number;
};
type ImportOptions = EventRule & { readonly source: string; readonly format: EventFormat };

async function withDb<T>(context: CommandContext, work: (db: Awaited<ReturnType<CommandContext['openStore']>>) => Promise<T>): Promise<T> {
  const db = await context.openStore();
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function list(options: ListOptions, context: CommandContext): Promise<void> {
  const { from = 0, to = 8.64e15, kind, json } = options;
  const found = await withDb(context, (db) => findEvents(db, { from, to }, kind === undefined ? undefined : [kind]));
  const lines = found.length === 0 ? 'no events\n' : found.map(toLine).join('');
  context.stdout(json ? `${JSON.stringify(found.map(toJson), null, 2)}\n` : lines);
}

async function add({ kind, label, from, to = from, magnitude }: AddOptions, context: CommandContext): Promise<void> {
  if (to < from) throw new AppError('invalid', '--to: lies before --from');
  const id = `typed-${context.randomToken().slice(0, 20)}`;
  const event = { id, sourceId: null, kind, label: eventLabel(label), fromAt: from, toAt: to, magnitude: magnitude ?? null };
  await withDb(context, (db) => saveEvents(db, [event]));
  context.stdout(`added ${id}\n`);
}

async function importFile(file: string, options: ImportOptions, context: CommandContext): Promise<void> {
  const sourceId = toSourceId(options.source);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('not_found', `${file}: cannot be read`, error);
  });
  const read = readEventFile(text, options.format, options);
  const counts = await withDb(context, (db) => importEvents(db, sourceId, read));
  for (const { item, reason } of read.rejects) context.stderr(`${file}: ${item}: ${reason}\n`);
  const { inserted, updated, unchanged } = counts;
  const fetched = inserted + updated + unchanged + read.rejects.length;
  context.stdout(
    `${sourceId}: read ${fetched} = inserted ${inserted} + updated ${updated} + unchanged ${unchanged} + rejected ${read.rejects.length}\n`,
  );
  if (fetched > 0 && read.rejects.length === fetched)
    throw new AppError('invalid', `${file}: none of its ${fetched} events could be taken`);
}

const kindOption = (text: string) => new Option('--kind <kind>', text).choices(eventKinds);

export function registerEvents(program: Command, context: CommandContext): void {
  const events = program.command('events').description('business events: releases, incidents, market moves, campaigns, holidays');
  events
    .command('list')
    .description('events, oldest first')
    .option('--from <instant>', 'that touch the time from here on', toInstant)
    .option('--to <instant>', 'up to here', toInstant)
    .addOption(kindOption('of one kind'))
    .option('--json', 'print JSON')
    .action((options: ListOptions) => list(options, context));
  events
    .command('add')
    .description('add one by hand')
    .addOption(kindOption('what it was').makeOptionMandatory())
    .requiredOption('--label <text>', 'what people read')
    .requiredOption('--from <instant>', 'when it began', toInstant)
    .option('--to <instant>', 'when it ended (default: it has no length)', toInstant)
    .option('--magnitude <number>', 'percent of a move, hours of an incident', toNumber)
    .action((options: AddOptions) => add(options, context));
  events
    .command('remove')
    .description('remove one that was added by hand')
    .argument('<id>')
    .action((id: string) => withDb(context, async (db) => await removeEvent(db, (await getTypedEvent(db, id)).id)));
  events
    .command('import')
    .description('events out of a file: csv (kind, from, to, label, magnitude), ics (calendar), prices (unusual moves of daily prices)')
    .argument('<file>')
    .requiredOption('--source <name>', 'source that the events belong to; made where it is new')
    .addOption(new Option('--format <format>', 'what the file is').choices(eventFormats).makeOptionMandatory())
    .addOption(kindOption('of a calendar: what its events are').default('campaign'))
    .option('--zone <zone>', 'of whole days and of times that name none', 'UTC')
    .option('--name <text>', 'of prices: what they are the price of', 'price')
    .option('--day-column <name>', 'of prices', 'date')
    .option('--price-column <name>', 'of prices', 'close')
    .option('--days <n>', 'of prices: a day is compared with so many before it', toNumber, 60)
    .option('--deviations <n>', 'of prices: unusual from so many robust standard deviations', toNumber, 4)
    .option('--least-percent <n>', 'of prices: and from so many percent', toNumber, 5)
    .action((file: string, options: ImportOptions) => importFile(file, options, context));
}
