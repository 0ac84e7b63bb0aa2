// SQLite files as files: their health, their counts, whether somebody has them open.
import Database from 'better-sqlite3';
import { AppError } from '#db/model/errors.ts';

export type FileHealth = {
  readonly integrity: string;
  readonly foreignKeyErrors: number;
  readonly tables: Readonly<Record<string, number>>;
};

function openFile(file: string): Database.Database {
  try {
    return new Database(file, { readonly: true, fileMustExist: true });
  } catch (error) {
    throw new AppError('unavailable', `${file} cannot be opened as a database`, error);
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : String(value));

/** Full check of a file: page structure, references, and how many rows each table has. */
export function checkFile(file: string): FileHealth {
  const database = openFile(file);
  try {
    const integrity = text(database.pragma('integrity_check', { simple: true }));
    const broken = database.pragma('foreign_key_check');
    const names = database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
      )
      .pluck()
      .all()
      .map(text);
    const tables = Object.fromEntries(
      names.map((name) => [
        name,
        Number(
          database
            .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
            .pluck()
            .get(),
        ),
      ]),
    );
    return { integrity, foreignKeyErrors: Array.isArray(broken) ? broken.length : 0, tables };
  } catch (error) {
    throw new AppError('unavailable', `${file} is damaged or no database`, error);
  } finally {
    database.close();
  }
}

/** A consistent copy while others read and write; the page-by-page backup of SQLite, done in one step so that writers cannot restart it for ever. */
export async function copyFile(from: string, to: string): Promise<void> {
  const database = openFile(from);
  try {
    await database.backup(to, { progress: () => 2_147_483_647 });
  } finally {
    database.close();
  }
  // A copy that says "WAL" would grow two files beside it whenever somebody looks into it; a backup is one file.
  const copy = new Database(to);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

/** True where another process has the file open: leaving WAL mode needs the file for oneself. */
export function isInUse(file: string): boolean {
  const database = new Database(file, { timeout: 200 });
  try {
    const mode = database.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') return true;
    database.pragma('journal_mode = WAL');
    return false;
  } catch {
    return true;
  } finally {
    database.close();
  }
}
