// JSON Lines as a file: line numbers, encodings, long lines, and reasons that never quote the line.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { conversationsJsonl } from '#ingest/formats/conversations-jsonl.ts';
import { readRecords, rejectsOf, temporaryFolder, writeFile } from '#test/support/import-files.ts';

const folder = temporaryFolder();
const line = (id: string, text = 'hello') =>
  JSON.stringify({ conversation_id: id, channel: 'email', messages: [{ at: null, role: 'customer', text }] });
const read = (name: string, content: string | Uint8Array, limits = {}) =>
  readRecords(conversationsJsonl, writeFile(folder, name, content), { limits });
const idsOf = (records: Awaited<ReturnType<typeof read>>) =>
  records.map((record) => (record.kind === 'conversation' ? record.conversation.externalId : null));

describe('a JSON Lines file', () => {
  it('gives one record a line, skips blank lines and takes both line ends', async () => {
    const records = await read('plain.jsonl', `${line('a')}\r\n\n   \n${line('b')}\n${line('c')}`);
    expect(records.map((record) => record.line)).toEqual([1, 4, 5]);
    expect(idsOf(records)).toEqual(['a', 'b', 'c']);
  });

  it('is read with a byte-order mark, in UTF-16, and packed', async () => {
    const text = `${line('a', '你好')}\n${line('b')}\n`;
    const swapped = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    const contents = [`\uFEFF${text}`, Buffer.from(`\uFEFF${text}`, 'utf16le'), swapped, Buffer.from(text, 'utf16le'), gzipSync(text)];
    for (const content of contents) {
      const records = await read('encoded.jsonl', content);
      expect(records.map((record) => (record.kind === 'conversation' ? record.conversation.messages[0]?.text : record.reason))).toEqual([
        '你好',
        'hello',
      ]);
    }
  });

  it('keeps the good lines and names the bad ones without quoting them', async () => {
    const secret = 'abandon abandon about';
    const content = Buffer.concat([
      Buffer.from(`${line('a')}\n{"text": "${secret}" oops}\n"${secret}"\n{"conversation_id": "x", "t": "${secret}\n`),
      Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
      Buffer.from(`${line('b')}\n`),
    ]);
    const records = await read('mixed.jsonl', content);
    expect(idsOf(records)).toEqual(['a', null, null, null, null, 'b']);
    expect(rejectsOf(records)).toEqual([
      { line: 2, reason: 'not valid JSON (at character 34 of the line)' },
      { line: 3, reason: 'the line is a text of 21 characters, expected an object' },
      { line: 4, reason: 'not valid JSON (at character 53 of the line)' },
      { line: 5, reason: 'holds bytes that are not UTF-8' },
    ]);
    expect(JSON.stringify(rejectsOf(records))).not.toContain('abandon');
  });

  it('passes over a line that is too long without holding it, and goes on behind it', async () => {
    const records = await read('long.jsonl', `${line('a')}\n${line('b', 'x'.repeat(5000))}\n${line('c')}\n`, { lineBytes: 1000 });
    expect(idsOf(records)).toEqual(['a', null, 'c']);
    expect(rejectsOf(records)).toEqual([{ line: 2, reason: 'longer than 1000 bytes' }]);
  });

  it('is refused as a whole where it is no text', async () => {
    const name = writeFile(folder, 'noise.bin', Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256)));
    await expect(readRecords(conversationsJsonl, name)).rejects.toThrow(`${name}: is not a text file (it holds zero bytes)`);
  });

  it('tells a file of another shape by the field that is missing', async () => {
    const records = await read('other.jsonl', '{"text": "nice", "label": "pos"}\n');
    expect(rejectsOf(records)).toEqual([{ line: 1, reason: 'conversation_id is missing, expected an id' }]);
  });

  it('is not brought down by deep nesting or by names of the language itself', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const proto = `{"__proto__": {"spam": true}, "constructor": 1, ${line('p').slice(1)}`;
    const records = await read('hostile.jsonl', `${deep}\n${proto}\n`);
    expect(rejectsOf(records)).toEqual([{ line: 1, reason: 'the line is a list of 1, expected an object' }]);
    expect(records[1]).toMatchObject({ kind: 'conversation', conversation: { externalId: 'p', exclusion: null } });
  });
});
