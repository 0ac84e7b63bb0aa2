// Fresh stores, fast: the first of a process is made in full, the others are copies of its files.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDb } from '#db/open.ts';
import { initialiseWorkspace } from '#db/store/workspace.ts';

const tails = ['', '-wal'] as const;

/** Years of holidays take most of a second to work out; a hundred tests should wait for them once. */
const template: { folder: string | null } = { folder: null };

/** Puts a store with default calendars and promises at `location`. */
export async function placeFreshStore(location: string): Promise<void> {
  if (template.folder === null) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'huiyin-template-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const db = await openDb(path.join(folder, 'huiyin.db'), { migrate: true });
    await initialiseWorkspace(db, Date.parse('2026-03-29T01:30:00Z'));
    await db.close();
    template.folder = folder;
  }
  for (const tail of tails) {
    const from = path.join(template.folder, `huiyin.db${tail}`);
    if (existsSync(from)) copyFileSync(from, location + tail);
  }
}
