// Malformed input through the whole import: counts add up, only sound conversations are stored, nothing of the bad ones is kept.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formats } from '#ingest/formats/index.ts';
import { temporaryFolder, writeFile } from '#test/support/import-files.ts';
import { countRows, openCommandRoom } from '#test/support/ingest-commands.ts';
import { malformedFiles, malformedLines, soundLine } from '#test/support/malformed-lines.ts';

const seed = 20261124;

describe('an import of malformed input', { timeout: 180_000 }, () => {
  it('takes the sound conversations out of 2,000 bad lines, whole, and accounts for every line', async () => {
    const folder = temporaryFolder();
    const desk = openCommandRoom(folder);
    const newline = Buffer.from('\n');
    const lines = malformedLines(2000, seed).flatMap((line, index) =>
      index % 20 === 0 ? [soundLine(`good-${index}`), newline, line, newline] : [line, newline],
    );
    const args = ['import', writeFile(folder, 'bad.jsonl', Buffer.concat(lines)), '--format', 'conversations-jsonl', '--source', 'desk'];
    const first = await desk.json(args);
    expect(first).toMatchObject({ read: 2100, inserted: 100, updated: 0, unchanged: 0, rejected: 2000 });
    expect(first.rejects).toHaveLength(2000);
    expect(first.rejects.filter(({ file, line, reason }) => file === '' || line < 1 || reason.length < 10)).toEqual([]);
    expect(readFileSync(first.report ?? '', 'utf8').split('\n')).toHaveLength(2001);
    const db = await desk.open();
    try {
      const stored = await countRows(db);
      expect(stored).toMatchObject({ conversation: 100, message: 200, wait: 100 });
      expect(await desk.json(args)).toMatchObject({ read: 2100, inserted: 0, unchanged: 100, rejected: 2000 });
      expect(await countRows(db)).toEqual({ ...stored, jobRun: 2 });
    } finally {
      await db.close();
    }
  });

  it('stores nothing from files of noise, and ends each with one line', async () => {
    const folder = temporaryFolder();
    const desk = openCommandRoom(folder);
    const map = writeFile(
      folder,
      'map.json',
      JSON.stringify({ rows: 'conversation', columns: { conversation_id: 'a', at: 'b' }, constants: { channel: 'x' } }),
    );
    for (const [index, content] of malformedFiles(60, seed).entries()) {
      const format = formats[index % formats.length];
      const file = writeFile(folder, 'noise', content);
      const result = await desk.run([
        'import',
        file,
        '--format',
        format?.id ?? '',
        '--source',
        'desk',
        ...(format?.needsMapping ? ['--map', map] : []),
      ]);
      expect(result.failure).toMatch(/^\S+: [^\n]{5,400}$/);
    }
    const db = await desk.open();
    try {
      expect(await countRows(db)).toMatchObject({ conversation: 0, message: 0 });
    } finally {
      await db.close();
    }
  });
});
