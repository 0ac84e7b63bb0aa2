// `huiyin retrain`: teaches the models of a company with its own labels, measures them, and puts them in force or back.
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Db } from '#db/dialect/db.ts';
import { AppError } from '#db/model/errors.ts';
import { type TaughtField, taughtFields } from '#db/model/learning.ts';
import type { TeachStage } from '#db/model/learning-desk.ts';
import { findLearnedModels, findModelChoices, getLiveVersion } from '#db/store/learned-models.ts';
import { putInForce, type Retrained, retrain } from '../learning/retrain.ts';
import { type TooFew, teach } from '../learning/teach.ts';
import type { CommandContext } from './context.ts';
import { openProgressLine } from './progress-line.ts';
import { listText, resultText } from './retrain-words.ts';

type Options = {
  readonly field?: TaughtField;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly list?: boolean;
  readonly use?: number;
  readonly json?: boolean;
};

const actor = 'huiyin retrain';
const stages: Readonly<Record<TeachStage, string>> = { reading: 'reading', fitting: 'learning', measuring: 'measuring' };

function toVersion(text: string): number {
  const version = Number(text);
  if (!Number.isInteger(version) || version < 0) throw new InvalidArgumentError('a whole number; 0 is the shipped model');
  return version;
}

export function registerRetrain(program: Command, context: CommandContext): void {
  program
    .command('retrain')
    .description('teach the models with the labels of people; in force only where that is clearly better on customers held out')
    .addOption(new Option('--field <field>', 'one field alone').choices(taughtFields))
    .option('--dry-run', 'teach and measure, store nothing')
    .option('--force', 'put what was taught in force also where it is not clearly better')
    .option('--list', 'versions, newest first, and what was in force when')
    .option('--use <version>', 'put a version in force (needs --field); 0 is the shipped model', toVersion)
    .option('--json', 'print JSON')
    .action((options: Options) => retrainCommand(options, context));
}

async function retrainCommand(options: Options, context: CommandContext): Promise<void> {
  const { list = false, use, dryRun = false, force = false } = options;
  if ([list, use !== undefined, dryRun || force].filter(Boolean).length > 1)
    throw new AppError('invalid', '--list, --use and teaching (--dry-run, --force) go one at a time');
  if (dryRun && force) throw new AppError('invalid', '--dry-run stores nothing, so --force has nothing to put in force');
  const db = await context.openStore();
  try {
    if (list) await listVersions(db, options, context);
    else if (use === undefined) await teachFields(db, options, context);
    else await useVersion(db, { ...options, use }, context);
  } finally {
    await db.close();
  }
}

const fieldsOf = ({ field }: Options): readonly TaughtField[] => (field === undefined ? taughtFields : [field]);

async function listVersions(db: Db, options: Options, context: CommandContext): Promise<void> {
  const found = [];
  for (const field of fieldsOf(options)) {
    const [inForce, versions, history] = await Promise.all([
      getLiveVersion(db, field),
      findLearnedModels(db, field),
      findModelChoices(db, field),
    ]);
    found.push({ field, inForce, versions, history });
  }
  context.stdout(options.json ? `${JSON.stringify(found, null, 2)}\n` : listText(found));
}

async function useVersion(db: Db, { field, use, json }: Options & { readonly use: number }, context: CommandContext): Promise<void> {
  if (field === undefined) throw new AppError('invalid', `--use needs --field: ${taughtFields.join(' or ')}`);
  await putInForce({ db, clock: context.clock }, { field, version: use, by: { actor }, reason: 'by-hand' });
  const said = `${field}: ${use === 0 ? 'the shipped model' : `version ${use}`} judges what comes in from now on; huiyin rescore brings the rest up to it`;
  context.stdout(json ? `${JSON.stringify({ field, inForce: use }, null, 2)}\n` : `${said}\n`);
}

async function teachFields(db: Db, options: Options, context: CommandContext): Promise<void> {
  const progress = openProgressLine(context);
  const results: ({ readonly field: TaughtField } & (Retrained | TooFew))[] = [];
  try {
    for (const field of fieldsOf(options)) {
      const parts = {
        db,
        clock: context.clock,
        signal: new AbortController().signal,
        // A command has nobody else to serve, so it teaches where it is.
        teacher: ({ order, onProgress }: Parameters<Parameters<typeof retrain>[0]['teacher']>[0]) => teach(order, onProgress),
        onProgress: ({ stage, done, total }: { stage: TeachStage; done: number; total: number }) =>
          progress.show(`${field}, ${stages[stage]}`, done, total),
      };
      const goLive = options.force ? 'always' : 'better';
      results.push({ field, ...(await retrain(parts, { field, by: { actor }, goLive, isDryRun: options.dryRun ?? false })) });
    }
  } finally {
    progress.clear();
  }
  context.stdout(options.json ? `${JSON.stringify(results, null, 2)}\n` : results.map(resultText).join('\n'));
}
