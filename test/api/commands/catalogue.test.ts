// The catalogue: every command of the contract is there, is found by its name, and is loaded only when it is called.
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerCalled } from '#api/commands/catalogue.ts';
import { findAudit } from '#db/store/audit.ts';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';
import { saveSamples } from '#test/support/sample-conversations.ts';

const names = ['serve', 'import', 'redact', 'seed', 'metric', 'list', 'export', 'calendar', 'users', 'verify', 'backup', 'restore', 'demo'];

let line: CommandLine;
beforeAll(() => {
  line = openCommandLine();
});
afterAll(() => line.close());

describe('the catalogue of commands', () => {
  it('is printed by --help, each with what it does', async () => {
    const { code, stdout } = await line.run('--help');
    expect(code).toBe(0);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, 'm'));
  });

  it.each(names)('has %s, with a help of its own', async (name) => {
    for (const argv of [
      [name, '--help'],
      ['help', name],
    ]) {
      const { code, stdout } = await line.run(...argv);
      expect([code, stdout.startsWith(`Usage: huiyin ${name} `)]).toEqual([0, true]);
    }
  });

  it('loads the command that is called and no other', async () => {
    const loaded: string[] = [];
    const entry = (name: string) => ({
      name,
      says: name,
      load: async (program: Command) => {
        loaded.push(name);
        program.command(name);
      },
    });
    await registerCalled(new Command(), [entry('one'), entry('two')], ['two', 'one'], {});
    await registerCalled(new Command(), [entry('one'), entry('two')], ['--help'], {});
    expect(loaded).toEqual(['two']);
  });

  it('prints the help, on standard error and as a failure, where no command is named', async () => {
    const { code, stdout, stderr } = await line.run();
    expect([code, stdout, stderr.startsWith('Usage: huiyin')]).toEqual([2, '', true]);
  });
});

describe('huiyin demo remove', () => {
  it('takes the demo out, leaves what is real, and is on the record', async () => {
    const db = await line.openStore();
    await saveSamples(db, 0);
    await saveSamples(db, 0, 'demo');
    expect(JSON.parse((await line.run('demo', 'remove', '--json')).stdout)).toEqual({ removedConversations: 6 });
    expect((await findAudit(db))[0]).toMatchObject({ action: 'demo_removed', actor: 'huiyin demo remove' });
    expect((await line.run('demo', 'remove')).stdout).toBe('removed 0 conversations of the demo company\n');
    await db.close();
  });
});
