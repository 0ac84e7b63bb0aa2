// `huiyin import`: files into the store, streamed, counted, and without effect when run again.
import { type Command, Option } from 'commander';
import { AppError } from '#db/model/errors.ts';
import { readCsvMapping } from '../formats/csv-mapping.ts';
import type { Format } from '../formats/format.ts';
import { openImportFile } from '../formats/import-file.ts';
import { formats } from '../formats/index.ts';
import { defaultLimits } from '../formats/limits.ts';
import { type FileToImport, surveyFiles } from '../import-files.ts';
import { runImport, type SessionResult } from '../import-session.ts';
import { openStagesOf } from '../scores/current-scorers.ts';
import { toSourceId } from '../source-id.ts';
import { oneAtATime, type Stages } from '../stages/run-stages.ts';
import type { CommandContext } from './context.ts';
import { importJson, importText, rejectsLine } from './import-words.ts';
import { openProgressLine } from './progress-line.ts';

type Options = {
  readonly format: string;
  readonly source: string;
  readonly map?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
};

export function registerImport(program: Command, context: CommandContext): void {
  program
    .command('import')
    .description(`read files into the store: ${formats.map((format) => `${format.id} (${format.description})`).join('; ')}`)
    .argument('<file...>', 'files; gzip is recognised by its content')
    .addOption(new Option('--format <format>', 'what the files are').choices(formats.map((format) => format.id)).makeOptionMandatory())
    .requiredOption('--source <name>', 'source that the conversations belong to; made where it is new')
    .option('--map <file>', 'mapping file of a csv')
    .option('--dry-run', 'show what would be stored and counted, and store nothing')
    .option('--json', 'print JSON')
    .action((files: string[], options: Options) => importCommand(files, options, context));
}

async function importCommand(names: readonly string[], options: Options, context: CommandContext): Promise<void> {
  const sourceId = toSourceId(options.source);
  const isRehearsal = options.dryRun === true;
  const files = await openFiles(names, options, context);
  const progress = openProgressLine(context);
  try {
    const survey = await surveyFiles(files, (records) => progress.show('checking', records, null));
    const db = await context.openStore();
    let stages: Stages | null = null;
    try {
      const keys = await context.keys();
      stages = oneAtATime(await openStagesOf(db, keys));
      const result = await runImport(
        {
          db,
          keys,
          stages,
          clock: context.clock,
          dataFolder: context.dataFolder,
          sourceId,
          isRehearsal,
          onProgress: (counts) => progress.show(isRehearsal ? 'trying' : 'importing', counts.read, survey.records),
        },
        files,
        survey,
      );
      progress.clear();
      context.stdout(
        options.json === true
          ? `${JSON.stringify(importJson(sourceId, result, isRehearsal), null, 2)}\n`
          : importText(sourceId, result, isRehearsal),
      );
      report(result, context);
    } finally {
      await stages?.close();
      await db.close();
    }
  } finally {
    progress.clear();
  }
}

async function openFiles(names: readonly string[], options: Options, context: CommandContext): Promise<FileToImport[]> {
  const format = formatOf(options);
  const mapping = options.map === undefined ? null : await readCsvMapping(options.map);
  const reading = { now: context.clock(), limits: defaultLimits, mapping };
  const files: FileToImport[] = [];
  for (const name of names) {
    const file = await openImportFile(name, defaultLimits);
    files.push({ file, opened: await format.open(file, reading) });
  }
  return files;
}

function formatOf(options: Options): Format {
  const format = formats.find((known) => known.id === options.format);
  if (format === undefined) throw new AppError('invalid', `--format: must be one of ${formats.map((known) => known.id).join(', ')}`);
  if (format.needsMapping && options.map === undefined) throw new AppError('invalid', `--map: ${format.id} needs a mapping file`);
  if (!format.needsMapping && options.map !== undefined) throw new AppError('invalid', `--map: ${format.id} takes no mapping file`);
  return format;
}

/** Some rejects are a warning; a file of which nothing could be taken is a failure, and most likely of another format. */
function report(result: SessionResult, context: CommandContext): void {
  const spoiled = result.perFile.find((file) => file.rejected === file.read);
  if (spoiled !== undefined) {
    const first = result.rejects.find((reject) => reject.file === spoiled.file);
    const reason = first === undefined ? '' : `: line ${first.line}: ${first.reason}`;
    throw new AppError('invalid', `${spoiled.file}${reason} (none of its ${spoiled.read} records could be taken)`);
  }
  const line = rejectsLine(result);
  if (line !== null) context.stderr(`${line}\n`);
}
