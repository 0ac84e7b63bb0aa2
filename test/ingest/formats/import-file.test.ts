// Files as bytes: gzip by content, archives and folders refused, bombs and changes stopped.
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openImportFile } from '#ingest/formats/import-file.ts';
import { defaultLimits, type ReadLimits } from '#ingest/formats/limits.ts';
import { temporaryFolder, writeFile } from '#test/support/import-files.ts';

const folder = temporaryFolder();

async function textOf(name: string, limits: ReadLimits = defaultLimits): Promise<string> {
  const chunks: Buffer[] = [];
  const file = await openImportFile(name, limits);
  for await (const chunk of file.bytes()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

describe('a file to import', () => {
  it('is unpacked where its content is gzip, whatever its name', async () => {
    expect(await textOf(writeFile(folder, 'a.jsonl', gzipSync('hello\n')))).toBe('hello\n');
    expect(await textOf(writeFile(folder, 'b.gz', 'not packed\n'))).toBe('not packed\n');
    expect(await textOf(writeFile(folder, 'c.gz', Buffer.concat([gzipSync('one\n'), gzipSync('two\n')])))).toBe('one\ntwo\n');
  });

  it('is refused with one clear line where it is missing, a folder, empty or no text', async () => {
    mkdirSync(path.join(folder, 'sub'));
    const wrong: readonly (readonly [string, string])[] = [
      [path.join(folder, 'missing.jsonl'), 'no such file'],
      [path.join(folder, 'sub'), 'is a folder, not a file'],
      ['/dev/null', 'is not a regular file'],
      [writeFile(folder, 'empty', ''), 'is empty'],
      [
        writeFile(folder, 'table.xlsx', Buffer.from('504b030414000600', 'hex')),
        'is a zip archive or an Office file; only plain text and gzip are read',
      ],
    ];
    for (const [name, reason] of wrong)
      await expect(textOf(name)).rejects.toMatchObject({ name: 'AppError', message: `${name}: ${reason}` });
  });

  it('is refused where the gzip data ends too early or is damaged', async () => {
    const packed = gzipSync(Buffer.from('a long line of text\n'.repeat(1000)));
    const cut = writeFile(folder, 'cut.gz', packed.subarray(0, packed.length - 20));
    await expect(textOf(cut)).rejects.toThrow(`${cut}: the gzip data is damaged or ends too early`);
    const broken = Buffer.from(packed);
    broken.fill(0x55, 20, 60);
    const name = writeFile(folder, 'broken.gz', broken);
    await expect(textOf(name)).rejects.toThrow('the gzip data is damaged or ends too early');
  });

  it('is refused as a bomb where it unpacks to far more than text would, and not before', async () => {
    const name = writeFile(folder, 'bomb.gz', gzipSync(Buffer.alloc(4_000_000)));
    const limits = { ...defaultLimits, gzipFreeBytes: 1_000_000, gzipRatio: 300 };
    await expect(textOf(name, limits)).rejects.toThrow('unpacks to more than 300 times its size; refused as a gzip bomb');
    expect((await textOf(name)).length).toBe(4_000_000);
  });

  it('is refused where it changes between two readings', async () => {
    const name = writeFile(folder, 'growing.jsonl', 'one\n');
    const file = await openImportFile(name, defaultLimits);
    appendFileSync(name, 'two\n');
    await expect(async () => {
      for await (const _ of file.bytes());
    }).rejects.toThrow('changed while it was being read');
  });
});
