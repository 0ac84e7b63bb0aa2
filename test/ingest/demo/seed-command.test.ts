// `huiyin seed`: the options it takes, what it says, and the second run that changes nothing.
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { openKeys } from '#db/keys.ts';
import { openDb } from '#db/open.ts';
import { registerSeed } from '#ingest/commands/seed.ts';
import { placeFreshStore } from '#test/support/fresh-store.ts';
import { importNow, temporaryFolder } from '#test/support/import-files.ts';

async function* nothing(): AsyncGenerator<Buffer> {}

/** Runs the command over the store of a folder. */
async function run(
  folder: string,
  args: readonly string[],
): Promise<{ readonly stdout: string; readonly failure: string | null; readonly after: number }> {
  const written: string[] = [];
  const after: string[] = [];
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  registerSeed(
    program,
    {
      openStore: () => openDb(`${folder}/huiyin.db`),
      findStore: async () => null,
      keys: () => openKeys(folder),
      dataFolder: folder,
      clock: () => importNow,
      stdin: nothing(),
      stdout: (text) => written.push(text),
      stderr: () => {},
      isTerminal: false,
      randomToken: () => 'token',
      allowedHosts: [],
      version: '0.0.0',
    },
    async () => {
      after.push('called');
    },
  );
  try {
    await program.parseAsync(['seed', ...args], { from: 'user' });
    return { stdout: written.join(''), failure: null, after: after.length };
  } catch (error) {
    return { stdout: written.join(''), failure: error instanceof Error ? error.message : 'unknown', after: after.length };
  }
}

describe('huiyin seed', () => {
  it('loads so many conversations over so many months, and the second time finds them there', async () => {
    const folder = temporaryFolder();
    await placeFreshStore(`${folder}/huiyin.db`);
    const args = ['--conversations', '60', '--months', '1', '--at', '2026-11-23T08:00:00Z'];
    expect(await run(folder, args)).toEqual({
      stdout: '60 demo conversations; remove them with: huiyin demo remove\n',
      failure: null,
      after: 1,
    });
    expect(await run(folder, args)).toEqual({
      stdout: 'the demo company is already there; remove it with: huiyin demo remove\n',
      failure: null,
      after: 0,
    });
  });

  it('refuses numbers and times that are none', async () => {
    const folder = temporaryFolder();
    expect((await run(folder, ['--conversations', '0'])).failure).toContain('a whole number from 1 to 200000');
    expect((await run(folder, ['--months', '1.5'])).failure).toContain('a whole number from 1 to 24');
    expect((await run(folder, ['--at', 'tomorrow'])).failure).toBe('--at tomorrow: not a time such as 2026-11-23T08:00:00Z');
  });
});
