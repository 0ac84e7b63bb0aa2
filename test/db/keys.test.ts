// Keys: made once, kept private, never replaced.
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { customerKey, openKeys } from '#db/keys.ts';

const folder = { path: '' };
const file = () => path.join(folder.path, 'keys.json');

beforeEach(async () => {
  folder.path = await mkdtemp(path.join(tmpdir(), 'huiyin-keys-'));
});
afterEach(async () => {
  await rm(folder.path, { recursive: true, force: true });
});

it('makes keys on first use and gives the same ones ever after', async () => {
  const first = await openKeys(folder.path);
  expect(await openKeys(folder.path)).toEqual(first);
  expect({ version: first.hmacKeyVersion, bytes: first.hmacKey.length, secret: first.authSecret.length >= 43 }).toEqual({
    version: 1,
    bytes: 32,
    secret: true,
  });
});

it('makes other keys in another folder', async () => {
  const [a, b] = await Promise.all([openKeys(path.join(folder.path, 'a')), openKeys(path.join(folder.path, 'b'))]);
  expect(a.hmacKey.equals(b.hmacKey) || a.authSecret === b.authSecret).toBe(false);
});

it('gives many first uses at once the same keys and leaves no drafts', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, async () => await openKeys(folder.path)));
  expect(new Set(all.map(({ authSecret }) => authSecret)).size).toBe(1);
  expect(await readdir(folder.path)).toEqual(['keys.json']);
});

it('lets nobody but the owner read them, also where the file was loosened', async () => {
  await openKeys(folder.path);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  await chmod(file(), 0o644);
  await openKeys(folder.path);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
});

it.each(['', '{', '{}', '{"hmacKeyVersion":1,"hmacKey":"00","authSecret":"short"}'])(
  'never replaces a file that is spoilt: %j',
  async (text) => {
    await writeFile(file(), text);
    await expect(openKeys(folder.path)).rejects.toMatchObject({ code: 'invalid' });
    expect(await readFile(file(), 'utf8')).toBe(text);
  },
);

it('keys customers by source and id, so that no two run into each other', async () => {
  const keys = await openKeys(folder.path);
  expect(customerKey(keys, 'mail', '4711')).toBe(customerKey(keys, 'mail', '4711'));
  expect(customerKey(keys, 'mail', '4711')).toMatch(/^c1_[A-Za-z0-9_-]{32}$/);
  const made = [
    ['mail', '4711'],
    ['chat', '4711'],
    ['mail', '4712'],
    ['mai', 'l4711'],
    ['mail4', '711'],
    ['a:1', 'b'],
    ['a', '1:b'],
  ];
  expect(new Set(made.map(([source, id]) => customerKey(keys, source ?? '', id ?? ''))).size).toBe(made.length);
});
