// `huiyin users`: accounts from the machine, with one-time links, for the day on which nobody can sign in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';

let line: CommandLine;
beforeAll(() => {
  line = openCommandLine();
});
afterAll(() => line.close());

describe('huiyin users', () => {
  it('adds somebody and prints a link, lists them, and switches them off', async () => {
    const added = await line.run('users', 'add', 'Ada@Example.com', '--role', 'admin', '--name', 'Ada', '--json');
    expect([added.code, JSON.parse(added.stdout)]).toEqual([
      0,
      {
        id: expect.any(String),
        email: 'ada@example.com',
        role: 'admin',
        inviteLink: `http://localhost:4000/setup#token=token-${'x'.repeat(24)}`,
        expiresAt: '2026-03-30T01:30:00.000Z',
      },
    ]);
    expect((await line.run('users', 'list')).stdout).toMatch(/ada@example\.com\s+Ada\s+admin\s+invited/);
    expect(JSON.parse((await line.run('users', 'disable', 'ada@example.com', '--json')).stdout)).toEqual({
      email: 'ada@example.com',
      state: 'disabled',
    });
    expect((await line.run('users', 'add', 'ada@example.com', '--role', 'admin')).code).toBe(1);
    expect((await line.run('users', 'enable', 'ada@example.com')).stdout).toBe('ada@example.com is invited\n');
  });

  it.each([
    [['users', 'add', 'nobody'], 'not an e-mail address: nobody'],
    [['users', 'add', 'a@example.com', '--role', 'king'], '--role: must be one of admin, support_manager'],
    [['users', 'disable', 'b@example.com'], 'nobody has an account with b@example.com'],
    [['users', 'promote', 'b@example.com'], "unknown command 'promote'"],
  ])('%j is one clear line and exit 2', async (argv, words) => {
    const { code, stderr } = await line.run(...argv);
    expect([code, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(words);
  });
});
