// `huiyin taxonomy`: a company's own categories: shown, checked as a draft, put in force, taken back.
import { type Command, InvalidArgumentError } from 'commander';
import type { Db } from '#db/dialect/db.ts';
import { AppError } from '#db/model/errors.ts';
import type { CategoryMove } from '#db/model/taxonomy-change.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findCategoryMoves, findTaxonomies, findTaxonomy, saveTaxonomy } from '#db/store/taxonomies.ts';
import { readShippedTaxonomy } from '../scores/category.ts';
import { openOwnCategoryScorer } from '../scores/own-category.ts';
import { checkMoves, guessMoves } from '../taxonomy/category-moves.ts';
import { diffTaxonomies } from '../taxonomy/diff-taxonomies.ts';
import { findPastMoves } from '../taxonomy/past-moves.ts';
import { cleanTaxonomy, readTaxonomyFile, withLabels } from '../taxonomy/prepare-taxonomy.ts';
import { readStoredTaxonomy, type Taxonomy } from '../taxonomy/taxonomy.ts';
import { findTaxonomyRecords } from '../taxonomy/taxonomy-card.ts';
import { tryTaxonomy } from '../taxonomy/try-taxonomy.ts';
import { learnTaxonomy } from '../training/train-own-taxonomy.ts';
import type { CommandContext } from './context.ts';
import { appliedText, checkText, diffText, faultLines, type TaxonomyReport, versionLines } from './taxonomy-words.ts';

type Options = { readonly labels?: string; readonly json?: boolean; readonly sample?: number };
type ApplyOptions = Options & { readonly map?: readonly CategoryMove[]; readonly version?: number; readonly shipped?: boolean };

function toCount(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 100_000) throw new InvalidArgumentError('a whole number up to 100000');
  return number;
}

/** `old=new`; `*=new` is meant for all that nobody else names. */
function toMove(text: string, before: readonly CategoryMove[] = []): readonly CategoryMove[] {
  const [was = '', becomes = '', ...more] = text.split('=').map((part) => part.trim());
  if (was === '' || becomes === '' || more.length > 0) throw new InvalidArgumentError('old=new');
  return [...before, { was, becomes }];
}

/** The moves that were typed, with `*` spelled out for the leaves that go away and were not named. */
function spelled(typed: readonly CategoryMove[], before: Taxonomy, after: Taxonomy): CategoryMove[] {
  const rest = typed.find(({ was }) => was === '*');
  const named = typed.filter(({ was }) => was !== '*');
  const told = new Set(named.map(({ was }) => was));
  const untold = guessMoves(before, after, []).flatMap(({ was }) => (told.has(was.id) ? [] : [was.id]));
  return [...named, ...(rest === undefined ? [] : untold.map((was) => ({ was, becomes: rest.becomes })))];
}

async function whole(document: unknown): Promise<Taxonomy> {
  return document === null ? await readShippedTaxonomy() : readStoredTaxonomy(document);
}

async function withStore<T>(context: CommandContext, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await context.openStore();
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Prints every fault and throws where there are any. */
async function readWhole(file: string, options: Options, context: CommandContext) {
  const { taxonomy, faults } = await readTaxonomyFile(file);
  if (taxonomy === null) {
    context.stdout(options.json ? `${JSON.stringify({ file, isRight: false, faults }, null, 2)}\n` : faultLines(file, faults));
    throw new AppError('invalid', `${file}: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; nothing was changed`);
  }
  return cleanTaxonomy(await withLabels(taxonomy, options.labels ?? null));
}

async function check(file: string, options: Options, context: CommandContext): Promise<void> {
  const { taxonomy, redacted } = await readWhole(file, options, context);
  const { model, examples, inherited, figures } = await learnTaxonomy(taxonomy);
  const scorer = openOwnCategoryScorer({ document: taxonomy, model, version: 0 });
  const sample = options.sample ?? 0;
  const tried = sample === 0 ? null : await withStore(context, (db) => tryTaxonomy(db, scorer, sample));
  const size = { leaves: taxonomy.leaves.length, inherited, examples, redacted };
  const report: TaxonomyReport = { file, id: taxonomy.id, ...size, figures, tried };
  context.stdout(options.json ? `${JSON.stringify({ isRight: true, faults: [], ...report }, null, 2)}\n` : checkText(report));
}

/** What a version held, as a document to be applied again. */
async function earlier(db: Db, version: number): Promise<unknown> {
  const found = (await findTaxonomies(db)).find((one) => one.version === version);
  if (found === undefined) throw new AppError('not_found', `no taxonomy version ${version}; see huiyin taxonomy list`);
  return found.document;
}

async function apply(file: string | undefined, options: ApplyOptions, context: CommandContext): Promise<void> {
  const ways = [file, options.version, options.shipped].filter((way) => way !== undefined);
  if (ways.length !== 1) throw new AppError('invalid', 'name a file, or --version, or --shipped');
  const prepared = file === undefined ? null : await readWhole(file, options, context);
  await withStore(context, async (db) => {
    const document = prepared?.taxonomy ?? (options.version === undefined ? null : await earlier(db, options.version));
    const at = context.clock();
    const current = await findTaxonomy(db);
    const [before, after] = [await whole(current?.document ?? null), await whole(document)];
    const moves = checkMoves(before, after, spelled(options.map ?? [], before, after));
    const learned = document === null ? null : await learnTaxonomy(after, await findPastMoves(db, after, moves));
    const model = learned?.model ?? null;
    const turn = { leaves: after.leaves.map(({ id }) => id), moves, basedOn: current?.version ?? 0 };
    const version = await saveTaxonomy(db, { document, model, appliedAt: at, appliedBy: 'huiyin taxonomy' }, turn);
    const { id } = after;
    await saveAudit(db, { at, actor: 'huiyin taxonomy', action: 'taxonomy_applied', subject: String(version), details: { id, moves } });
    const report = { version, id, isShipped: document === null, inherited: learned?.inherited ?? 0, moves };
    context.stdout(options.json ? `${JSON.stringify(report, null, 2)}\n` : appliedText(report));
  });
}

async function diff(file: string, options: Options, context: CommandContext): Promise<void> {
  const { taxonomy } = await readWhole(file, options, context);
  await withStore(context, async (db) => {
    const before = await whole((await findTaxonomy(db))?.document ?? null);
    const leaving = guessMoves(before, taxonomy, await findCategoryMoves(db)).map(({ was, becomes }) => ({ was: was.id, becomes }));
    const found = diffTaxonomies(before, taxonomy);
    context.stdout(options.json ? `${JSON.stringify({ file, ...found, leaving }, null, 2)}\n` : diffText(found, leaving));
  });
}

async function show(options: { readonly version?: number }, context: CommandContext): Promise<void> {
  await withStore(context, async (db) => {
    const document = options.version === undefined ? ((await findTaxonomy(db))?.document ?? null) : await earlier(db, options.version);
    context.stdout(`${JSON.stringify(document ?? (await readShippedTaxonomy()), null, 2)}\n`);
  });
}

export function registerTaxonomy(program: Command, context: CommandContext): void {
  const taxonomy = program.command('taxonomy').description('the categories: show, check and compare a draft, apply, list versions');
  taxonomy
    .command('show')
    .description('print the taxonomy in force as JSON; the shipped one is a good beginning for a draft')
    .option('--version <number>', 'an earlier one', toCount)
    .action((options: { version?: number }) => show(options, context));
  taxonomy
    .command('check')
    .description('check a draft: every fault with line and reason, how well it can be told apart; nothing is changed')
    .argument('<file>', 'JSON or YAML')
    .option('--labels <file>', 'more examples: JSON Lines {text, label}')
    .option('--sample <number>', 'try it on so many of the newest conversations', toCount)
    .option('--json', 'print JSON')
    .action((file: string, options: Options) => check(file, options, context));
  taxonomy
    .command('diff')
    .description('how a draft differs from what is in force, and which categories would go away; nothing is changed')
    .argument('<file>', 'JSON or YAML')
    .option('--json', 'print JSON')
    .action((file: string, options: Options) => diff(file, options, context));
  taxonomy
    .command('apply')
    .description('put a taxonomy in force for what comes in from now on; huiyin rescore brings the rest up to it')
    .argument('[file]', 'JSON or YAML')
    .option('--labels <file>', 'more examples: JSON Lines {text, label}')
    .option('--version <number>', 'an earlier one again', toCount)
    .option('--shipped', 'the shipped one again')
    .option('--map <old=new>', 'what a category that goes away becomes, or other; * for all the rest (may be repeated)', toMove)
    .option('--json', 'print JSON')
    .action((file: string | undefined, options: ApplyOptions) => apply(file, options, context));
  taxonomy
    .command('list')
    .description('what was applied, newest first')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const records = await withStore(context, findTaxonomyRecords);
      context.stdout(json ? `${JSON.stringify(records, null, 2)}\n` : versionLines(records));
    });
}
