// `huiyin verify`, `huiyin backup`, `huiyin restore`: the health of the store, and copies that are known to work.
import { chmod, copyFile as copyPlain, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { columnsFileIn } from '#api/engine/saved/columns-file.ts';
import { AppError } from '#db/model/errors.ts';
import { verifyAudit } from '#db/store/audit.ts';
import { readChangeState } from '#db/store/columns.ts';
import { toIso } from '../http/to-iso.ts';
import type { CommandContext } from './context.ts';
import { print, withStore } from './context.ts';
import { checkFile, copyFile, type FileHealth, isInUse } from './sqlite-file.ts';
import { toTable } from './words.ts';

const isPostgres = (location: string) => /^postgres(ql)?:/.test(location);
const exists = async (file: string) => (await stat(file).catch(() => null)) !== null;

function needSqlite({ location }: CommandContext, does: string): string {
  if (!isPostgres(location)) return location;
  throw new AppError(
    'invalid',
    `this store is PostgreSQL: ${does} with pg_dump and pg_restore, and keep keys.json of the data folder beside it`,
  );
}

function assertHealthy(file: string, health: FileHealth): void {
  if (health.integrity === 'ok' && health.foreignKeyErrors === 0) return;
  throw new AppError('unavailable', `${file} is damaged: ${health.integrity}, ${health.foreignKeyErrors} broken references`);
}

async function verify(context: CommandContext) {
  const { dialect, change, audit } = await withStore(context, async (db) => ({
    dialect: db.dialect,
    change: await readChangeState(db),
    audit: await verifyAudit(db),
  }));
  const health = dialect === 'sqlite' ? checkFile(context.location) : null;
  const isWhole = audit.brokenAt === null && (health === null || (health.integrity === 'ok' && health.foreignKeyErrors === 0));
  return { isWhole, database: dialect, ...change, audit, ...health };
}

/** Copies, opens the copy, checks it, compares its counts: a backup that was never opened is only a hope. */
async function backup(context: CommandContext, target: string | undefined) {
  const source = needSqlite(context, 'back it up');
  if (!(await exists(source))) throw new AppError('not_found', `there is no store at ${source} yet`);
  const stamp = toIso(context.clock()).replaceAll(/[-:]/g, '').replace(/\.\d+/, '');
  const file = path.resolve(target ?? path.join(context.dataFolder, 'backups', `huiyin-${stamp}.db`));
  if (await exists(file)) throw new AppError('conflict', `${file} exists already`);
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await copyFile(source, file);
    const health = checkFile(file);
    assertHealthy(file, health);
    await chmod(file, 0o600);
    const keys = path.join(context.dataFolder, 'keys.json');
    // Without the keys the pseudonyms of new messages would no longer match the old ones.
    if (await exists(keys)) {
      await copyPlain(keys, `${file}.keys.json`);
      await chmod(`${file}.keys.json`, 0o600);
    }
    return { file, bytes: (await stat(file)).size, tables: health.tables };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Checks the backup first, sets the present store aside, and puts the backup in its place. */
async function restore(context: CommandContext, from: string) {
  const target = needSqlite(context, 'restore');
  const file = path.resolve(from);
  if (!(await exists(file))) throw new AppError('not_found', `${file} does not exist`);
  const health = checkFile(file);
  assertHealthy(file, health);
  if (!('conversation' in health.tables) || !('audit' in health.tables))
    throw new AppError('invalid', `${file} is no backup of this program`);
  await mkdir(context.dataFolder, { recursive: true });
  const aside = `${target}.before-restore-${toIso(context.clock()).replaceAll(/[-:.]/g, '')}`;
  const had = await exists(target);
  if (had && isInUse(target)) throw new AppError('conflict', 'the store is in use: stop the server, then restore');
  const draft = `${target}.restoring`;
  await rm(draft, { force: true });
  await copyFile(file, draft);
  assertHealthy(draft, checkFile(draft));
  if (had) await rename(target, aside);
  for (const tail of ['-wal', '-shm']) await rm(target + tail, { force: true });
  await rename(draft, target);
  // It would be passed over: the store that is back has another past.
  await rm(columnsFileIn(context.dataFolder), { force: true });
  const keys = path.join(context.dataFolder, 'keys.json');
  const restoresKeys = !(await exists(keys)) && (await exists(`${file}.keys.json`));
  if (restoresKeys) {
    await copyPlain(`${file}.keys.json`, keys);
    await chmod(keys, 0o600);
  }
  return { file: target, setAside: had ? aside : null, restoredKeys: restoresKeys, tables: health.tables };
}

const tableText = (tables: Readonly<Record<string, number>> | undefined) =>
  tables === undefined ? '' : toTable(['table', 'rows'], Object.entries(tables));

function registerVerify(program: Command, context: CommandContext): void {
  program
    .command('verify')
    .option('--json', 'print JSON')
    .description('check the store: structure, references, counts, the chain of the audit log')
    .action(async (options: { json?: boolean }) => {
      const found = await verify(context);
      print(context, options.json, found, () =>
        [
          `database     ${found.database}`,
          `integrity    ${found.integrity ?? 'left to the server'}`,
          `references   ${found.foreignKeyErrors === undefined ? 'left to the server' : `${found.foreignKeyErrors} broken`}`,
          `audit log    ${found.audit.entries} entries, ${found.audit.brokenAt === null ? 'unbroken' : `broken at ${found.audit.brokenAt}`}`,
          `change       ${found.change} (epoch ${found.epoch})`,
          '',
          tableText(found.tables),
        ].join('\n'),
      );
      if (!found.isWhole) throw new AppError('unavailable', 'the store is not whole');
    });
}

function registerBackup(program: Command, context: CommandContext): void {
  program
    .command('backup')
    .argument('[file]', 'where to (default: backups in the data folder)')
    .option('--json', 'print JSON')
    .description('copy the store while it is used, open the copy and check it')
    .action(async (file: string | undefined, options: { json?: boolean }) => {
      const made = await backup(context, file);
      print(context, options.json, made, () => `${made.file} (${made.bytes} bytes), opened and checked\n\n${tableText(made.tables)}`);
    });
}

function registerRestore(program: Command, context: CommandContext): void {
  program
    .command('restore')
    .argument('<file>', 'a backup')
    .option('--json', 'print JSON')
    .description('check a backup and put it in place of the store, which is set aside')
    .action(async (file: string, options: { json?: boolean }) => {
      const done = await restore(context, file);
      const aside = done.setAside === null ? '' : `the store before is ${done.setAside}\n`;
      print(context, options.json, done, () => `restored to ${done.file}\n${aside}\n${tableText(done.tables)}`);
    });
}

/** Registers one of the three commands of upkeep. */
export function registerUpkeep(program: Command, context: CommandContext, name: 'verify' | 'backup' | 'restore'): void {
  ({ verify: registerVerify, backup: registerBackup, restore: registerRestore })[name](program, context);
}
